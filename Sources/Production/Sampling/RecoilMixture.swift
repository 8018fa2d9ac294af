// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Execution
import Glibc
import Kinematics
import Numerics

/// Draws emissions that serve all masses of X between two ends, off a projectile of any energy.
///
/// Emissions are drawn from the exact distribution of one of n masses at equal ratios, chosen evenly,
/// so that all together follow
///
///     q = (1 / n) sum over j of (1 / sigma_j) d sigma_j / (dv dcos(theta) dOmega)
///
/// An X of any mass, off any atom, has the weight d sigma / q, whose mean over emissions is its cross
/// section. Samplers know a few energies only; the next one above serves, and the weight puts right
/// what differs. Emissions that would leave X less than the wanted energy are drawn there and count
/// nothing.
///
/// - Source: Veach1995combining, the balance heuristic
package struct RecoilMixture: Sendable {
  /// How many masses a factor of ten is given.
  private static let massesPerDecade = 4.0
  /// The largest ratio of neighbouring energies.
  private static let energyRatio = 1.09

  /// The masses in GeV that emissions are drawn for.
  package let masses: [Double]
  /// The least energy of X in GeV.
  package let leastEnergy: Double
  /// The total energies of the projectile in GeV that samplers are made at, in rising order.
  package let energies: [Double]
  /// A row of masses for each energy; nil for a mass that is not made there.
  private let samplers: [[BremsstrahlungSampler]]

  /// The masses and energies of a mixture.
  package struct Plan: Hashable, Sendable {
    /// The masses in GeV.
    package let masses: [Double]
    /// The total energies in GeV.
    package let energies: [Double]
    /// The least energy of X in GeV.
    package let leastEnergy: Double

    /// Lays out the masses and energies.
    ///
    /// - Parameters:
    ///   - masses: from the lightest to the heaviest X in GeV.
    ///   - leastEnergy: the least energy of X in GeV.
    ///   - highest: the highest total energy of the projectile in GeV.
    package init(masses: ClosedRange<Double>, leastEnergy: Double, highest: Double) {
      let span = log10(masses.upperBound / masses.lowerBound)
      let count = max(Int((span * RecoilMixture.massesPerDecade - 1e-9).rounded(.up)), 0)
      self.masses = (0...count).map { index in
        count == 0
          ? masses.lowerBound : masses.lowerBound * pow(10, span * Double(index) / Double(count))
      }
      self.leastEnergy = leastEnergy
      // The first sampler stands a little above the least energy, where little can be emitted.
      let lowest = leastEnergy * 1.02
      let steps = max(
        Int((log(highest / lowest) / log(RecoilMixture.energyRatio)).rounded(.up)), 1)
      energies = (0...steps).map { lowest * pow(highest / lowest, Double($0) / Double(steps)) }
    }
  }

  /// Makes the samplers, in 30 ms each.
  ///
  /// - Parameters:
  ///   - plan: masses and energies.
  ///   - threads: how many are made at a time.
  ///   - advance: told how many energies are done.
  ///   - process: makes the process of a mass with the shares of energy that count.
  /// - Throws: where an X cannot be made at all.
  package init(
    _ plan: Plan, threads: Int = Cores.available, advance: (Int) -> Void = { _ in },
    process:
      @escaping @Sendable (Double, ClosedRange<Double>) throws(ProductionError) ->
      ExactBremsstrahlung
  ) throws(ProductionError) {
    masses = plan.masses
    energies = plan.energies
    leastEnergy = plan.leastEnergy
    var rows: [[BremsstrahlungSampler]] = []
    _ = try BlockRunner(threads: threads).run(0..<plan.energies.count) {
      index throws(ProductionError) -> [BremsstrahlungSampler] in
      var row: [BremsstrahlungSampler] = []
      let energy = plan.energies[index]
      for mass in plan.masses {
        let process = try process(mass, (plan.leastEnergy / energy)...1)
        // A mass that is closed at this energy leaves the mixture there.
        guard process.threshold < energy,
          let sampler = try? BremsstrahlungSampler(process, at: energy)
        else { continue }
        row.append(sampler)
      }
      return row
    } merge: { index, row throws(ProductionError) in
      rows.append(row)
      advance(index + 1)
      return .more
    }
    samplers = rows
    guard rows.contains(where: { !$0.isEmpty }) else {
      throw .noEvents(at: plan.energies[plan.energies.count - 1])
    }
  }

  /// An emission with the density q that it was drawn with, in 1 / GeV.
  package struct Draw: Sendable {
    /// The emission.
    package let recoil: LeptonRecoil
    /// q in 1 / GeV.
    package let density: Double
  }

  /// Draws an emission off a projectile.
  ///
  /// - Parameters:
  ///   - energy: its total energy in GeV.
  ///   - stream: where random numbers come from.
  /// - Returns: nil where the emission leaves X less than the least energy.
  package func draw(at energy: Double, using stream: inout RandomStream) -> Draw? {
    let index = energies.firstIndex { $0 >= energy } ?? energies.count - 1
    let row = samplers[index]
    guard !row.isEmpty else { return nil }
    let sampler = row[stream.integer(below: row.count)]
    let trial = sampler.accepted(using: &stream)
    let (cosine, sine) = AzimuthDistribution(
      sampler.process.amplitude, trial.recoil, risen: trial.risen
    ).draw(using: &stream)
    let state = BremsstrahlungFinalState(
      trial.recoil, risen: trial.risen, cosine: cosine, sine: sine)
    let shared = SharedEmission(trial.recoil)
    guard shared.residual <= energy - sampler.process.leptonMass - leastEnergy else { return nil }
    let momentum = state.lepton.momentum
    let length = momentum.length
    guard length > 0 else { return nil }
    let direction = (1 / length) * momentum
    let drawn = LeptonRecoil(
      residual: shared.residual, angle: shared.angle, direction: direction)
    var density = 0.0
    for other in row {
      density += other.process.density(of: drawn, at: energies[index]) / other.crossSection
    }
    guard density > 0 else { return nil }
    // The transverse momentum of X stays, and with it what the nucleus gives: sin^2(theta / 2)
    // grows as the square of the energies of X.
    let ratio = shared.bosonEnergy / (energy - energies[index] + shared.bosonEnergy)
    let half = ratio * sin(0.5 * shared.angle)
    guard half < 1 else { return nil }
    return Draw(
      recoil: LeptonRecoil(
        residual: shared.residual, angle: 2 * asin(half), direction: direction),
      density: density / (Double(row.count) * ratio * ratio))
  }
}
