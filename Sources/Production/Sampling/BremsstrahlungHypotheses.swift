// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Kinematics
import Numerics

/// Draws bremsstrahlung for many masses of X at once: one event, one weight for each mass.
///
/// What the hypotheses share is what a search sees first: the energy of X, as v of
/// ``BeamKinematics``, and its angle theta. They are drawn from the exact distribution of a mass
/// chosen evenly among the n, so that all masses together follow the mixture of their distributions
/// f_i = (1 / sigma_i) d sigma_i / dx dtheta, and
///
///     w_i = f_i / [(1 / n) sum over j of f_j]
///
/// has the mean 1 over events for every mass, and is never above n. Weight times cross section is
/// what an event adds to the cross section of its mass. f is the integral over t and phi by
/// quadrature, relative error 1e-4 or better. A mass that cannot make this X has the weight 0.
///
/// The rest of the event belongs to one mass: its momentum of X, recoil and azimuth follow at the
/// given energy and angle (``finalState(of:at:weight:using:)``).
///
///     let masses = try BremsstrahlungHypotheses(processes, at: 100)
///     var weights = masses.emptyWeights
///     let emission = masses.draw(weights: &weights, using: &stream)
///
/// - Source: Veach:1995mis, the balance heuristic
package struct BremsstrahlungHypotheses: Sendable {
  /// One sampler for each mass.
  package let samplers: [BremsstrahlungSampler]
  private let rung: QuadratureRung

  /// Makes the samplers, in 30 ms a mass.
  ///
  /// - Parameters:
  ///   - processes: one for each mass, with the same lepton.
  ///   - energy: total energy of the lepton in GeV.
  /// - Throws: where one of the masses cannot be made.
  package init(
    _ processes: [ExactBremsstrahlung], at energy: Double
  ) throws(ProductionError) {
    guard let first = processes.first, processes.allSatisfy({ $0.leptonMass == first.leptonMass })
    else {
      throw ProductionError(
        "no common events", because: "hypotheses share one beam, and there must be one at least",
        try: "give processes of the same lepton")
    }
    var samplers: [BremsstrahlungSampler] = []
    for process in processes { samplers.append(try BremsstrahlungSampler(process, at: energy)) }
    self.samplers = samplers
    rung = QuadratureRung.ladder[2]
  }

  /// Weights to be filled by draws.
  package var emptyWeights: [Double] { [Double](repeating: 0, count: samplers.count) }

  /// Draws energy and angle of X, and fills the weight of each mass.
  package func draw(
    weights: inout [Double], using stream: inout RandomStream
  ) -> SharedEmission {
    let source = samplers[stream.integer(below: samplers.count)]
    let emission = SharedEmission(source.accepted(using: &stream).recoil)
    var sum = 0.0
    for (index, sampler) in samplers.enumerated() {
      weights[index] = density(sampler, at: emission)
      sum += weights[index]
    }
    let scale = Double(samplers.count) / sum
    for index in weights.indices { weights[index] *= scale }
    return emission
  }

  /// A complete event of one mass with the energy and the angle that were drawn.
  ///
  /// - Parameters:
  ///   - index: which mass.
  ///   - emission: what ``draw(weights:using:)`` returned.
  ///   - weight: the weight that it gave to this mass.
  ///   - stream: where random numbers come from.
  /// - Returns: the event, nil where the mass cannot make this X.
  package func finalState(
    of index: Int, at emission: SharedEmission, weight: Double, using stream: inout RandomStream
  ) -> FinalState? {
    let sampler = samplers[index]
    guard weight > 0, let recoil = recoil(sampler, at: emission),
      let risen = sampler.transfer(of: recoil, using: &stream)
    else { return nil }
    return sampler.finalState(recoil, risen: risen, weight: weight, using: &stream)
  }

  /// f but for factors that all masses share.
  private func density(_ sampler: BremsstrahlungSampler, at emission: SharedEmission) -> Double {
    guard let recoil = recoil(sampler, at: emission) else { return 0 }
    let process = sampler.process
    let slope = process.factor(recoil.emission.beam) * recoil.emission.bosonMomentum
    return max(0, slope * process.transfers(recoil, rung) / sampler.crossSection)
  }

  /// The kinematics of one mass; nil outside its phase space.
  private func recoil(
    _ sampler: BremsstrahlungSampler, at shared: SharedEmission
  ) -> RecoilKinematics? {
    guard sampler.chart.range.contains(shared.residual) else { return nil }
    let emission = EmissionKinematics(sampler.chart.beam, residual: shared.residual)
    let excess = emission.excess(at: shared.angle)
    guard excess < emission.largestExcess else { return nil }
    return RecoilKinematics(emission, excess: excess)
  }
}
