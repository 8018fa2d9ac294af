// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

#include "reference.h"

#include <math.h>

// Philox4x32-10 as one writes it down from the paper.
static inline void philox(uint32_t c[4], uint32_t k0, uint32_t k1) {
  for (int round = 0; round < 10; round++) {
    uint64_t a = (uint64_t)c[0] * 0xD2511F53u;
    uint64_t b = (uint64_t)c[2] * 0xCD9E8D57u;
    c[0] = (uint32_t)(b >> 32) ^ c[1] ^ k0;
    c[1] = (uint32_t)b;
    c[2] = (uint32_t)(a >> 32) ^ c[3] ^ k1;
    c[3] = (uint32_t)a;
    k0 += 0x9E3779B9u;
    k1 += 0xBB67AE85u;
  }
}

static inline double uniform(uint32_t low, uint32_t high) {
  return (double)(((uint64_t)high << 32 | low) >> 11) * 0x1p-53;
}

double reference_philox_sum(uint64_t first, size_t n) {
  double sum = 0;
  for (size_t i = 0; i < n; i += 2) {
    uint64_t block = first + i / 2;
    uint32_t c[4] = {(uint32_t)block, (uint32_t)(block >> 32), 0, 0};
    philox(c, 1, 2);
    sum += uniform(c[0], c[1]);
    sum += uniform(c[2], c[3]);
  }
  return sum;
}

void reference_philox_fill(uint64_t first, double *numbers, size_t n) {
  for (size_t i = 0; i + 1 < n; i += 2) {
    uint64_t block = first + i / 2;
    uint32_t c[4] = {(uint32_t)block, (uint32_t)(block >> 32), 0, 0};
    philox(c, 1, 2);
    numbers[i] = uniform(c[0], c[1]);
    numbers[i + 1] = uniform(c[2], c[3]);
  }
}

void reference_exp(const double *x, double *y, size_t n) {
  for (size_t i = 0; i < n; i++) y[i] = exp(x[i]);
}

void reference_log(const double *x, double *y, size_t n) {
  for (size_t i = 0; i < n; i++) y[i] = log(x[i]);
}

// Some fifty products, a square root and seven quotients: what a squared amplitude of a
// process 2 -> 3, averaged over its azimuth, and two form factors cannot do without.
static inline double amplitude(double x, double u, double t) {
  double s0 = x * u + t * (1 - x), s1 = 2 * t * u * (1 - x);
  double h = sqrt(s0 * s0 + s1 * s1 + t);
  double spread = s1 * s1 / (s0 + h);
  double alongS = s0 - spread, alongC = u * x - t * spread;
  double perRoot = 1 / h;
  double across = spread * u * u * perRoot;
  double squares = t * (alongS * alongS + across) - 4 * (alongC * alongC + x * x * across);
  double n = (squares + 2 * t * (alongC * alongS + x * across)) * perRoot * perRoot;
  double rest = (8 * t * (x * x + u * u) - 2 * u * u - t * t) * perRoot - 2 * s0 - 4 * t;
  double screened = t / (t + 1e-3), nuclear = 1 / (1 + t / 0.05);
  double form = screened * nuclear;
  return (n / (u * u) + rest / u) * form * form / (t * t);
}

double reference_amplitude_sum(double x, size_t n) {
  double sum = 0;
  double t = 1e-3;
  for (size_t i = 0; i < n; i++) {
    sum += amplitude(x, 0.5 + t, t);
    t += 1e-6;
  }
  return sum;
}
