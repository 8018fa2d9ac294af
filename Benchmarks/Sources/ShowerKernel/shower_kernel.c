// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

#include "shower_kernel.h"

#include <math.h>

static inline uint64_t rotated(uint64_t x, int k) { return (x << k) | (x >> (64 - k)); }

// The generator xoshiro256+: the cheapest that is good enough, so that the unit is a small one.
static inline double uniform(uint64_t s[4]) {
  uint64_t sum = s[0] + s[3];
  uint64_t t = s[1] << 17;
  s[2] ^= s[0];
  s[3] ^= s[1];
  s[1] ^= s[2];
  s[0] ^= s[3];
  s[2] ^= t;
  s[3] = rotated(s[3], 45);
  return ((double)(sum >> 11) + 0.5) * 0x1p-53;
}

double shower_kernel(uint64_t seed, long n) {
  enum { size = 512, bins = 100 };
  double table[size + 1];
  double tally[bins] = {0};
  for (int i = 0; i <= size; i++) table[i] = 1 + 0.5 * sin(0.01 * i);
  uint64_t s[4] = {seed, 0x9E3779B97F4A7C15u, 0xBF58476D1CE4E5B9u, 0x94D049BB133111EBu};
  double x = 0, y = 0, z = 0, u = 0, v = 0, w = 1, energy = 100;
  for (long i = 0; i < n; i++) {
    double place = 30 * log(energy * 1e3);
    int index = (int)place;
    double rate = table[index] + (place - index) * (table[index + 1] - table[index]);
    double length = -log(uniform(s)) / rate;
    x += length * u;
    y += length * v;
    z += length * w;
    double loss = energy * (1 - exp(-0.1 * length * uniform(s)));
    tally[(int)(fabs(z)) % bins] += loss;
    energy -= loss;
    // A deflection of a few degrees about an even azimuth, without trigonometric functions.
    double a = 2 * uniform(s) - 1;
    double p = 0.1 * a, q = 0.1 * sqrt(1 - a * a), c = sqrt(1 - 0.01);
    double sign = w >= 0 ? 1 : -1, f = -1 / (sign + w), b = u * v * f;
    double u1 = c * u + p * (1 + sign * u * u * f) + q * b;
    double v1 = c * v + p * sign * b + q * (sign + v * v * f);
    w = c * w - p * sign * u - q * v;
    u = u1;
    v = v1;
    if (energy < 1e-3) {
      energy = 100;
      x = y = z = u = v = 0;
      w = 1;
    }
  }
  double sum = x + y + z;
  for (int i = 0; i < bins; i++) sum += tally[i];
  return sum;
}
