// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Execution
import Matter
import Production

/// Applies the cuts of a search to its events and adds up what each mass has left.
package struct SignalAnalysis: Sendable {
  private let kernel: SignalKernel
  private let cuts: [SearchCut]
  private let missingEnergy: Double

  /// Prepares the analysis.
  ///
  /// - Parameters:
  ///   - kernel: the cross sections of the masses.
  ///   - cuts: the cuts in their order.
  ///   - missingEnergy: X above it count as made, in GeV.
  package init(_ kernel: SignalKernel, cuts: [SearchCut], missingEnergy: Double) {
    self.kernel = kernel
    self.cuts = cuts
    self.missingEnergy = missingEnergy
  }

  /// Analyses blocks of events; the same sums for any number of threads.
  package func tally(_ blocks: [SignalBlock], threads: Int) -> SignalTally {
    var tally = SignalTally(masses: kernel.masses.count, cuts: cuts.count)
    _ = BlockRunner(threads: threads).run(0..<blocks.count) {
      self.tally(blocks[$0])
    } merge: {
      tally.merge($1)
      return .more
    }
    return tally
  }

  private func tally(_ block: SignalBlock) -> SignalTally {
    var tally = SignalTally(masses: kernel.masses.count, cuts: cuts.count)
    tally.count(block.showers, areMeasured: block.isMeasured)
    for event in block.events {
      var passed: Int?
      if block.isMeasured {
        passed = cuts.firstIndex { !$0.condition.passes(event.values) } ?? cuts.count
      }
      let isMissing = event.emission.bosonEnergy(leptonMass: Electron.mass) > missingEnergy
      for mass in kernel.masses.indices {
        let weight = kernel.weight(of: mass, at: event.emission)
        if weight > 0 { tally.add(weight, mass: mass, isMissing: isMissing, passed: passed) }
      }
    }
    return tally
  }
}
