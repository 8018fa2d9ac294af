// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later
//
// How often this process has asked for memory.

#ifndef LACUNA_ALLOCATION_COUNT_H
#define LACUNA_ALLOCATION_COUNT_H

/// The number of calls of malloc, calloc, realloc, aligned_alloc and posix_memalign so far.
long allocation_count(void);

#endif
