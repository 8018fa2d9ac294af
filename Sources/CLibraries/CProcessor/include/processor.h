// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later
//
// What the program runs on, and whether it can. Linking this module also links a check that runs
// before anything else: on a processor without the instructions the program was compiled for it
// prints one sentence and ends the process with code 1, where a signal would have come later.

#ifndef LACUNA_PROCESSOR_H
#define LACUNA_PROCESSOR_H

#include <stddef.h>

/// The highest level of the x86-64 psABI that this processor and its operating system offer, such
/// as "x86-64-v3"; on other architectures their name.
const char *lacuna_processor_class(void);

/// The highest of these levels that the program was compiled for.
const char *lacuna_compiled_class(void);

/// Writes the model name the processor gives itself and a closing NUL; "" where it gives none.
void lacuna_processor_model(char *name, size_t capacity);

/// Copies the GNU build-id of the running executable and returns its length in bytes; 0 when the
/// executable was linked without one, or when it does not fit.
size_t lacuna_build_id(unsigned char *bytes, size_t capacity);

#endif
