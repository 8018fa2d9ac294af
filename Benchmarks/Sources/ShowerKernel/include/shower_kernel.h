// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later
//
// What a step of any Monte Carlo of particles cannot do without, as the unit of its speed.

#ifndef LACUNA_SHOWER_KERNEL_H
#define LACUNA_SHOWER_KERNEL_H

#include <stdint.h>

/// Takes n steps and returns a sum that depends on all of them.
///
/// Each draws three uniform numbers, takes two logarithms and one exponential, interpolates in a
/// table, turns a direction and adds to a tally.
double shower_kernel(uint64_t seed, long n);

#endif
