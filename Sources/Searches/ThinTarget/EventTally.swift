// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Flight
import Glibc
import Kinematics
import Numerics
import Production

/// What is counted of the events of a run: distributions of X, acceptance, balance of momentum.
///
/// Tallies of blocks add up, in the order of the blocks, to the same numbers on any threads.
package struct EventTally: Sendable {
  /// How many events.
  package private(set) var count = 0
  /// Each weight of the events.
  package private(set) var columns: [WeightTally]
  /// The energy of X over that of the beam.
  package private(set) var share: Histogram
  /// The angle of X to the beam in rad.
  package private(set) var angle: Histogram
  /// The mean of the energy of X over that of the beam, outside the histogram too.
  package private(set) var meanShare = WeightedMean()
  /// The mean of the angle of X to the beam in rad.
  package private(set) var meanAngle = WeightedMean()
  /// The mean z in mm of the decays.
  package private(set) var meanDecay = WeightedMean()
  /// The sum of weights of events whose visible particles hit every aperture.
  package private(set) var accepted = CompensatedSum()
  /// The sum of the squares of these weights.
  package private(set) var acceptedSquares = CompensatedSum()
  /// The largest component of the imbalance of an event, over the energy of the beam.
  package private(set) var worstImbalance = 0.0

  private let beamEnergy: Double
  private let acceptance: Acceptance?
  private let visible: Set<Int32>

  /// Begins to count.
  ///
  /// - Parameters:
  ///   - events: the run whose events will come.
  ///   - acceptance: apertures that the visible particles have to hit, or X where it is left; nil for
  ///     none.
  /// - Throws: nothing for these axes.
  package init(of events: ThinTargetEvents, through acceptance: Acceptance? = nil) throws {
    share = Histogram(try .uniform(bins: 50, from: 0, to: 1))
    angle = Histogram(try .logarithmic(bins: 80, from: 1e-7, to: 10))
    columns = events.crossSections.map { _ in WeightTally() }
    beamEnergy = events.beamEnergy
    self.acceptance = acceptance
    let daughters = events.fate.daughters.flatMap { $0 }.filter(\.isVisible)
    visible = Set(events.fate.menu == nil ? [events.boson.id] : daughters.map(\.id))
  }

  /// The place of X in an event.
  private static let boson = 2

  /// Counts an event of the run.
  package mutating func add(_ event: EventRecord) {
    let weight = event.weights[0]
    let x = event.particles[Self.boson]
    count += 1
    for index in columns.indices { columns[index].add(event.weights[index]) }
    let fraction = x.momentum.energy / beamEnergy
    let theta = atan2(x.momentum.transverse, x.momentum.momentum.z)
    share.fill(fraction, weight: weight)
    angle.fill(theta, weight: weight)
    meanShare.add(fraction, weight: weight)
    meanAngle.add(theta, weight: weight)
    if x.endVertex >= 0 {
      meanDecay.add(event.vertices[Int(x.endVertex)].position.z, weight: weight)
    }
    let imbalance = event.imbalance.components
    worstImbalance = max(worstImbalance, max(imbalance.max(), -imbalance.min()) / beamEnergy)
    if let acceptance, isAccepted(event, acceptance) {
      accepted.add(weight)
      acceptedSquares.add(weight * weight)
    }
  }

  /// Whether everything of X that can be seen hits every aperture.
  private func isAccepted(_ event: EventRecord, _ acceptance: Acceptance) -> Bool {
    let x = event.particles[Self.boson]
    guard x.endVertex >= 0 else {
      return visible.contains(x.id) && acceptance.accepts(event.track(x))
    }
    var isSeen = false
    for particle in event.particles
    where particle.productionVertex == x.endVertex && visible.contains(particle.id) {
      guard acceptance.accepts(event.track(particle)) else { return false }
      isSeen = true
    }
    return isSeen
  }

  /// Adds what another tally of the same run holds.
  ///
  /// - Throws: nothing for tallies of one run.
  package mutating func merge(_ other: EventTally) throws(HistogramError) {
    count += other.count
    for index in columns.indices { columns[index].merge(other.columns[index]) }
    try share.merge(other.share)
    try angle.merge(other.angle)
    meanShare.merge(other.meanShare)
    meanAngle.merge(other.meanAngle)
    meanDecay.merge(other.meanDecay)
    accepted.add(other.accepted)
    acceptedSquares.add(other.acceptedSquares)
    worstImbalance = max(worstImbalance, other.worstImbalance)
  }
}

extension EventTally {
  /// The weighted share of events of which all that can be seen hits every aperture, with its
  /// statistical error; nil without apertures.
  ///
  ///     p = sum_hit w / sum w,  error^2 = [(1 - p)^2 sum_hit w^2 + p^2 sum_miss w^2] / (sum w)^2
  ///
  /// - Source: Barlow1989statistics, chapter 4 (variance of a sum of independent terms)
  package var acceptedShare: Estimate? {
    let sum = meanShare.weights.value
    guard acceptance != nil, sum > 0 else { return nil }
    let p = accepted.value / sum
    let missed = max(0, meanShare.squares.value - acceptedSquares.value)
    let variance = (1 - p) * (1 - p) * acceptedSquares.value + p * p * missed
    return Estimate(value: p, error: variance.squareRoot() / sum)
  }
}

extension EventRecord {
  /// A particle at the vertex it comes from.
  fileprivate func track(_ particle: EventParticle) -> TrackState {
    let vertex = vertices[Int(particle.productionVertex)]
    return TrackState(
      FourMomentum(mass: particle.mass, momentum: particle.momentum.momentum),
      at: vertex.position, time: vertex.time)
  }
}
