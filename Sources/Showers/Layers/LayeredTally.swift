// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// What showers left in a layered block: means and fluctuations of all that a ``LayeredRecord`` holds.
package struct LayeredTally: Sendable {
  /// Where energy went.
  package enum Total: Int, CaseIterable, Sendable {
    /// Lost in layers that are read out.
    case active
    /// Lost in all others.
    case absorber
    case front
    case back
    case side
    case emitted
    case restEnergy
  }

  private let layout: LayeredLayout
  private var values: EventMoments
  private var rings: EventMoments
  private var visible = EventMoments(count: 1)
  /// The number of events.
  package private(set) var events = 0
  /// The largest relative imbalance of energy of any event; 0 where it is not known what came in.
  package private(set) var imbalance = 0.0
  /// What a beam particle brings in: kinetic energy, and for a positron 2 m_e.
  var beamEnergy = 0.0

  init(_ block: LayeredBlock) {
    layout = LayeredLayout(block)
    values = EventMoments(count: layout.count)
    rings = EventMoments(count: RadialProfile.grid.count)
  }

  /// Takes an event and empties it.
  mutating func close(
    values: UnsafeMutableBufferPointer<Double>, rings: UnsafeMutableBufferPointer<Double>
  ) {
    if beamEnergy > 0 {
      var total = 0.0
      for index in layout.firstTotal..<layout.firstSection { total += values[index] }
      imbalance = max(imbalance, (total - beamEnergy).magnitude / beamEnergy)
    }
    var sum = 0.0
    for index in layout.firstSection..<layout.count { sum += values[index] }
    withUnsafeMutablePointer(to: &sum) {
      visible.close(UnsafeMutableBufferPointer(start: $0, count: 1))
    }
    self.values.close(values)
    self.rings.close(rings)
    events += 1
  }

  /// Adds the events of a later tally.
  package mutating func merge(_ later: LayeredTally) {
    values.merge(later.values)
    rings.merge(later.rings)
    visible.merge(later.visible)
    events += later.events
    imbalance = max(imbalance, later.imbalance)
  }

  /// A mean, the fluctuation from event to event, and the standard deviation of the mean.
  package struct Moment: Sendable {
    /// The mean in GeV.
    package let mean: Double
    /// The standard deviation from event to event in GeV.
    package let rms: Double
    /// The standard deviation of the mean in GeV.
    package let error: Double

    init(_ moments: EventMoments, _ index: Int) {
      mean = moments.mean(index)
      rms = moments.rms(index)
      error = moments.error(index)
    }
  }

  /// Energy by where it went.
  package subscript(total: Total) -> Moment {
    Moment(values, layout.firstTotal + total.rawValue)
  }

  /// Visible energy of a layer that is read out.
  package func layer(_ index: Int) -> Moment { Moment(values, index) }

  /// Visible energy of a cell.
  package func cell(_ index: Int) -> Moment { Moment(values, layout.firstCell + index) }

  /// Visible energy of a section.
  package func section(_ index: Int) -> Moment { Moment(values, layout.firstSection + index) }

  /// Visible energy of all sections together.
  package var allSections: Moment { Moment(visible, 0) }

  /// How visible energy spreads about the beam axis.
  package var radialProfile: RadialProfile { RadialProfile(rings) }
}
