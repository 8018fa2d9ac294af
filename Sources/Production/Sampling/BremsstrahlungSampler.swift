// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Kinematics
import Numerics

/// Draws l Z -> l Z X from its exact differential cross section in x, theta, t and phi.
///
///     let sampler = try BremsstrahlungSampler(process, at: 100)
///     let event = sampler.draw(using: &stream)
///
/// The three variables that the cross section depends on, the azimuth phi integrated over, are drawn
/// by rejection: ``EmissionChart`` makes the density flat, a ``Staircase`` lies closely above it. phi
/// follows from its own distribution at that point (``AzimuthDistribution``), and the event is turned
/// about the beam at random.
///
/// The staircase is built from a lattice of points and then tried with random ones. ``excess`` is
/// the part of the cross section found above it, which events of weight 1 lack; below 1e-5, and zero
/// for most beams.
///
/// The recoiling nucleus has its mass. That holds for events in which the nucleus breaks up as well,
/// where the atom has an inelastic form factor: the kinematics of the cross section are those.
package struct BremsstrahlungSampler: WeightedFinalStateSampler {
  /// The process, with X, the lepton and the atom.
  package let process: ExactBremsstrahlung
  package let energy: Double
  package let crossSection: Double
  package let excess: Double
  let chart: EmissionChart
  let staircase: Staircase

  package var target: StruckParticle { .nucleus }
  package var companion: CompanionParticle? { .projectile }

  /// Makes the sampler of a process at one energy, in 20 to 40 ms.
  ///
  /// - Parameters:
  ///   - process: X, the lepton, the atom and the x that count.
  ///   - energy: total energy of the lepton in GeV.
  /// - Throws: where X cannot be made.
  package init(
    _ process: ExactBremsstrahlung, at energy: Double
  ) throws(ProductionError) {
    self.process = process
    self.energy = energy
    chart = try EmissionChart(process, at: energy)
    let total = try process.total(at: energy).value
    guard total > 0, let (staircase, excess) = chart.staircase() else {
      throw .noEvents(at: energy)
    }
    crossSection = total
    self.staircase = staircase
    self.excess = excess
  }

  package var efficiency: Double { crossSection / staircase.volume }

  package func draw(using stream: inout RandomStream) -> FinalState {
    let trial = accepted(using: &stream)
    return finalState(trial.recoil, risen: trial.risen, weight: 1, using: &stream)
  }

  package func drawWeighted(using stream: inout RandomStream) -> FinalState {
    let trial = propose(using: &stream)
    let weight = max(0, trial.density) / trial.height / efficiency
    return finalState(trial.recoil, risen: trial.risen, weight: weight, using: &stream)
  }

  /// A point of the phase space, and the staircase above it.
  struct Trial {
    let recoil: RecoilKinematics
    let risen: Double
    let density: Double
    let height: Double
  }

  /// Draws all but the azimuths.
  @inline(__always)
  func accepted(using stream: inout RandomStream) -> Trial {
    while true {
      let trial = propose(using: &stream)
      if stream.uniform() * trial.height < trial.density { return trial }
    }
  }

  /// Draws t - t_min in GeV^2 where energy and angle of X are known; nil where there is none.
  ///
  /// The cells above one place are a staircase of their own.
  func transfer(of recoil: RecoilKinematics, using stream: inout RandomStream) -> Double? {
    let place = chart.coordinates(of: recoil)
    guard let column = chart.column(place.x, place.y) else { return nil }
    let start = EmissionChart.firstCell(at: place)
    let heights = staircase.heights[start..<(start + EmissionChart.cells)]
    let sum = heights.reduce(0, +)
    guard sum > 0, column.weight > 0 else { return nil }
    while true {
      var rest = stream.uniform() * sum
      var index = start
      while index < heights.endIndex - 1, rest >= heights[index] {
        rest -= heights[index]
        index += 1
      }
      let third = (Double(index - start) + stream.uniform()) * EmissionChart.width
      let (risen, density) = chart.densities(column, SIMD4(repeating: third))
      if stream.uniform() * heights[index] < density[0] { return risen[0] }
    }
  }

  @inline(__always)
  private func propose(using stream: inout RandomStream) -> Trial {
    while true {
      let (index, height) = staircase.cell(using: &stream)
      let corner = EmissionChart.corner(of: index)
      let first = (corner[0] + stream.uniform()) * EmissionChart.width
      let second = (corner[1] + stream.uniform()) * EmissionChart.width
      let third = (corner[2] + stream.uniform()) * EmissionChart.width
      guard let column = chart.column(first, second) else { continue }
      let (risen, density) = chart.densities(column, SIMD4(repeating: third))
      return Trial(
        recoil: column.recoil, risen: risen[0], density: density[0], height: height)
    }
  }

  /// Turns the recoil about V and the event about the beam.
  @inline(__always)
  func finalState(
    _ recoil: RecoilKinematics, risen: Double, weight: Double, using stream: inout RandomStream
  ) -> FinalState {
    let (cosine, sine) = AzimuthDistribution(process.amplitude, recoil, risen: risen)
      .draw(using: &stream)
    let state = BremsstrahlungFinalState(recoil, risen: risen, cosine: cosine, sine: sine)
    let turn = PlaneTurn(using: &stream)
    return FinalState(
      boson: turn(state.boson), companion: turn(state.lepton), recoil: turn(state.nucleus),
      weight: weight)
  }
}

extension ExactBremsstrahlung {
  /// The sampler of events at the total energy of a lepton in GeV.
  ///
  /// - Throws: where X cannot be made.
  package func sampler(at energy: Double) throws(ProductionError) -> BremsstrahlungSampler {
    try BremsstrahlungSampler(self, at: energy)
  }
}
