// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later
//
// Times the hot loops of the library against plain C, and the slower work against what it may take,
// in one run on one machine. Compare the ratios, not the times, between machines. Run from the root
// of the repository; see the README beside it.

import Glibc

for contest in [Contest.uniform, .samplers, .histograms, .exponential, .logarithm] {
  contest.run(repeats: 15)
}

let folder = CommandLine.arguments[0].split(separator: "/", omittingEmptySubsequences: false)
  .dropLast().joined(separator: "/")
do {
  try Allowances.counting()
  try Allowances.workspace(in: ".")
  try Allowances.totals()
  try Allowances.table()
  try Allowances.samplers()
  try Allowances.events(in: ".build")
  try Allowances.program(folder + "/lacuna")
} catch {
  print("a benchmark ended early: \(error)")
  exit(1)
}
