// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Kinematics
import Numerics

/// Draws a process with two final particles from its exact differential cross section.
///
/// The one variable that matters is drawn by rejection under a ``Staircase`` of 256 cells, the azimuth
/// is even.
package struct TwoBodySampler<Channel: TwoBodyChannel>: WeightedFinalStateSampler {
  /// The process at its energy.
  package let channel: Channel
  package let excess: Double
  private let staircase: Staircase

  package var target: StruckParticle { Channel.target }
  package var companion: CompanionParticle? { Channel.companion }
  package var energy: Double { channel.energy }
  package var crossSection: Double { channel.crossSection }
  package var efficiency: Double { channel.crossSection / staircase.volume }

  /// Makes the sampler, in 0.1 ms.
  ///
  /// - Throws: where the cross section is zero.
  package init(_ channel: Channel) throws(ProductionError) {
    self.channel = channel
    guard channel.crossSection > 0, let (staircase, excess) = Self.staircase(channel) else {
      throw .noEvents(at: channel.energy)
    }
    self.staircase = staircase
    self.excess = excess
  }

  package func draw(using stream: inout RandomStream) -> FinalState {
    while true {
      let (place, height) = propose(using: &stream)
      if stream.uniform() * height < channel.density(at: place) {
        return finalState(at: place, weight: 1, using: &stream)
      }
    }
  }

  package func drawWeighted(using stream: inout RandomStream) -> FinalState {
    let (place, height) = propose(using: &stream)
    let weight = max(0, channel.density(at: place)) / height / efficiency
    return finalState(at: place, weight: weight, using: &stream)
  }

  private static var cells: Int { 256 }

  @inline(__always)
  private func propose(using stream: inout RandomStream) -> (place: Double, height: Double) {
    let (index, height) = staircase.cell(using: &stream)
    return ((Double(index) + stream.uniform()) / Double(Self.cells), height)
  }

  private func finalState(
    at place: Double, weight: Double, using stream: inout RandomStream
  ) -> FinalState {
    let (boson, other) = channel.momenta(at: place)
    let turn = PlaneTurn(using: &stream)
    let isRecoil = Channel.companion == nil
    return FinalState(
      boson: turn(boson), companion: isRecoil ? nil : turn(other),
      recoil: isRecoil ? turn(other) : nil, weight: weight)
  }

  /// The staircase of five points a cell, tried with four random ones.
  private static func staircase(_ channel: Channel) -> (staircase: Staircase, excess: Double)? {
    var largest = [Double]()
    var least = [Double]()
    for cell in 0..<cells {
      let values = (0...4).map { step in
        max(0, channel.density(at: (Double(cell) + 0.25 * Double(step)) / Double(cells)))
      }
      largest.append(values.max() ?? 0)
      least.append(values.min() ?? 0)
    }
    guard var staircase = Staircase(largest: largest, least: least) else { return nil }
    var stream = RandomStream(seed: 0, name: "staircase")
    var above = 0.0
    var sum = 0.0
    for index in 0..<(4 * cells) {
      let cell = index / 4
      let density = channel.density(at: (Double(cell) + stream.uniform()) / Double(cells))
      above += max(0, density - staircase.heights[cell])
      sum += density
      staircase.raise(cell, above: density)
    }
    return staircase.rebuilt.map { ($0, above / sum) }
  }
}

extension ProductionError {
  /// Refuses to draw events where the cross section is zero.
  static func noEvents(at energy: Double) -> ProductionError {
    ProductionError(
      "no events at \(energy) GeV", because: "the cross section is zero",
      try: "raise the energy above the threshold, and give a coupling above zero")
  }
}
