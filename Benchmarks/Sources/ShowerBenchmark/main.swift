// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later
//
// Times showers against a kernel in C, in one run on one machine. 68,500 steps of the kernel are one
// kernel-shower: Geant4 takes as many steps for an electron of 100 GeV in lead with a cut of 1 MeV, and
// 29 kernel-showers of time. Compare the ratios, not the milliseconds, between machines.

import Execution
import Glibc
import Matter
import Quantities
import Showers
import Storage
import _ShowerKernel

/// The time that this process has computed, in seconds.
func computed() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + 1e-9 * Double(time.tv_nsec)
}

/// The time on the wall, in seconds.
func elapsed() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) + 1e-9 * Double(time.tv_nsec)
}

/// The shortest of several runs, interleaved with the kernel, as a ratio to the shortest kernel.
func contest(_ title: String, _ simulation: ShowerSimulation, events: Int, limit: Double) {
  let steps = 68_500
  var kernel = Double.infinity
  var shower = Double.infinity
  var check = 0.0
  for repeated in 0..<15 {
    let start = computed()
    check += shower_kernel(UInt64(repeated), steps)
    let middle = computed()
    check += simulation.run(events: events, seed: UInt64(repeated)).tally.slabs.mean(8)
    let end = computed()
    kernel = min(kernel, middle - start)
    shower = min(shower, (end - middle) / Double(events))
  }
  let ratio = shower / kernel
  print(
    "\(title): \(shower.formatted(significant: 3) ) s a shower, kernel "
      + "\(kernel.formatted(significant: 3)) s, ratio \(ratio.formatted(significant: 3)) "
      + "(at most \(limit))\(check.isFinite ? "" : "!")")
}

/// Counts the allocations of two runs that fill one block of work at most; both are to be the same.
func countAllocations(_ title: String, _ simulation: ShowerSimulation, few: Int, many: Int) {
  func count(_ events: Int) -> Int {
    let before = allocation_count()
    _ = simulation.run(events: events, seed: 3)
    return allocation_count() - before
  }
  // The first run makes what is made once in the life of the process.
  _ = count(1)
  let (first, second) = (count(few), count(many))
  print("\(title): \(first) allocations for \(few) showers, \(second) for \(many)")
  guard first == second, first > 0 else {
    print("a shower allocates memory")
    exit(1)
  }
}

do {
  let folder = try DataFolder.find()
  let lead = try MaterialCatalogue(from: folder).material(named: "lead")
  let depth = Length.mm(224.5)
  let start = computed()
  let whole = try ShowerSimulation(
    ShowerSetup(material: lead, depth: depth, beam: .electron, energy: .gev(100), cut: .mev(1)),
    from: folder)
  print("tables of lead: \((computed() - start).formatted(significant: 2)) s")
  contest("100 GeV electron in lead, cut 1 MeV", whole, events: 20, limit: 2.5)
  let high = try ShowerSimulation(
    ShowerSetup(
      material: lead, depth: depth, beam: .electron, energy: .gev(100), onlyAbove: .gev(0.9)),
    from: folder)
  contest("100 GeV electron in lead, only above 900 MeV", high, events: 1000, limit: 0.015)
  countAllocations("cut 1 MeV", whole, few: 4, many: 16)
  countAllocations("only above 900 MeV", high, few: 24, many: 1024)
  // On a busy machine the wall tells nothing; that two threads compute no longer than one does.
  var walls: [Double] = []
  var works: [Double] = []
  for threads in [1, 2] {
    let (wall, work) = (elapsed(), computed())
    _ = whole.run(events: 320, seed: 1, runner: BlockRunner(threads: threads))
    walls.append(elapsed() - wall)
    works.append(computed() - work)
  }
  print(
    "two threads against one: \((walls[0] / walls[1]).formatted(significant: 3)) times as fast, "
      + "\((works[1] / works[0]).formatted(significant: 3)) times the work")
} catch {
  print("no benchmark: \(error)")
  exit(1)
}
