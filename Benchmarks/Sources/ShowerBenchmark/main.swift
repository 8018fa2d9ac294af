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
/// - Parameters:
///   - title: what runs.
///   - events: how many showers a run has.
///   - limit: the ratio that is to be kept.
///   - run: simulates them from a seed; gives a number that depends on them.
func contest(_ title: String, events: Int, limit: Double, run: (UInt64) -> Double) {
  let steps = 68_500
  var kernel = Double.infinity
  var shower = Double.infinity
  var check = 0.0
  for repeated in 0..<15 {
    let start = computed()
    check += shower_kernel(UInt64(repeated), steps)
    let middle = computed()
    check += run(UInt64(repeated))
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
  contest("100 GeV electron in lead, cut 1 MeV", events: 20, limit: 2.5) {
    whole.run(events: 20, seed: $0).tally.slabs.mean(8)
  }
  let high = try ShowerSimulation(
    ShowerSetup(
      material: lead, depth: depth, beam: .electron, energy: .gev(100), onlyAbove: .gev(0.9)),
    from: folder)
  contest("100 GeV electron in lead, only above 900 MeV", events: 1000, limit: 0.015) {
    high.run(events: 1000, seed: $0).tally.slabs.mean(8)
  }
  let polystyrene = try MaterialCatalogue(from: folder).material(named: "polystyrene")
  var block = LayeredBlock(halfWidth: 500)
  let section = block.addSection("ecal", cells: CellGrid(columns: 1, rows: 1, side: 1000))
  block.addPairs(150, of: (lead, 1.5), (polystyrene, 1.5), section: section)
  let beam = ShowerParticle(.electron, energy: 100)
  let layered = LayeredSimulation(
    try LayeredTables(block, upTo: .gev(100), from: folder), beam: beam)
  // At most 120 ms where a kernel-shower takes 2.7 ms.
  contest("100 GeV electron in a sampling calorimeter", events: 2, limit: 44) {
    layered.run(events: 2, seed: $0).tally.allSections.mean
  }
  let tracks = LayeredSimulation(
    try LayeredTables(block, cuts: .onlyAbove(.gev(0.9)), upTo: .gev(100), from: folder),
    beam: beam)
  contest("100 GeV electron in it, only above 900 MeV", events: 500, limit: 0.04) {
    tracks.run(events: 500, seed: $0).tally.allSections.mean
  }
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
