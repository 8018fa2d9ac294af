// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later
//
// What a C program does without effort, as the measure of our own loops.

#ifndef LACUNA_REFERENCE_H
#define LACUNA_REFERENCE_H

#include <stddef.h>
#include <stdint.h>

/// Returns the sum of n uniform numbers of the counters first, first + 1, ..., two a block.
double reference_philox_sum(uint64_t first, size_t n);

/// Writes n uniform numbers of the counters first, first + 1, ..., two a block.
void reference_philox_fill(uint64_t first, double *numbers, size_t n);

/// Calls exp of the C library along a buffer.
void reference_exp(const double *x, double *y, size_t n);

/// Calls log of the C library along a buffer.
void reference_log(const double *x, double *y, size_t n);

/// Returns the sum of n values of arithmetic like that of a squared amplitude: some fifty products,
/// a square root, seven quotients.
double reference_amplitude_sum(double x, size_t n);

#endif
