// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later
//
// Times the hot loops of the library against plain C, in one run on one machine. Compare the
// ratios, not the nanoseconds, between machines.

for contest in [Contest.uniform, .samplers, .histograms, .exponential, .logarithm] {
  contest.run(repeats: 15)
}
