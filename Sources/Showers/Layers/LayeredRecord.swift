// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// What one shower left in a layered block, in GeV: all that observables are made from.
///
/// Visible energy is what the light of a section amounts to before any calibration: the energy lost in
/// its layers, within its cells, less what saturation takes. Records of several showers add up.
package struct LayeredRecord: Hashable, Sendable {
  /// Sums over the visible energy e of a section at (x, y) in mm.
  package struct Moments: Hashable, Sendable {
    /// Sum of e x in GeV mm.
    package var x = 0.0
    /// Sum of e y in GeV mm.
    package var y = 0.0
    /// Sum of e x^2 in GeV mm^2.
    package var xx = 0.0
    /// Sum of e y^2 in GeV mm^2.
    package var yy = 0.0

    /// Makes moments of nothing.
    package init() {}
  }

  /// Visible energy of each layer that is read out, as in ``LayeredBlock/activeLayers``.
  package var layers: [Double]
  /// Visible energy of each cell, section by section, as in ``LayeredBlock/cellOffsets``.
  package var cells: [Double]
  /// Visible energy of each section.
  package var sections: [Double]
  /// Lateral moments of each section's visible energy.
  package var moments: [Moments]
  /// Energy lost in layers that are read out.
  package var active = 0.0
  /// Energy lost in all other layers.
  package var absorber = 0.0
  /// Kinetic energy that left at z = 0.
  package var front = 0.0
  /// Kinetic energy that left behind the last layer.
  package var back = 0.0
  /// Kinetic energy that left through the sides.
  package var side = 0.0
  /// Energy that an emitter took, or with a minus sign brought in.
  package var emitted = 0.0
  /// Rest energy that positrons which left would set free.
  package var restEnergy = 0.0

  /// Makes an empty record of a block.
  package init(_ block: LayeredBlock) {
    layers = [Double](repeating: 0, count: block.activeLayers.count)
    cells = [Double](repeating: 0, count: block.cellOffsets[block.sections.count])
    sections = [Double](repeating: 0, count: block.sections.count)
    moments = [Moments](repeating: Moments(), count: block.sections.count)
  }

  /// All energy that is accounted for: what the beam particle brought in, a positron 2 m_e besides.
  package var total: Double {
    active + absorber + front + back + side + emitted + restEnergy
  }

  /// Empties the record in place.
  package mutating func clear() {
    for index in layers.indices { layers[index] = 0 }
    for index in cells.indices { cells[index] = 0 }
    for index in sections.indices { sections[index] = 0 }
    for index in moments.indices { moments[index] = Moments() }
    (active, absorber, front, back, side) = (0, 0, 0, 0, 0)
    (emitted, restEnergy) = (0, 0)
  }

  /// Adds what another shower left in the same block.
  package static func += (sum: inout LayeredRecord, other: LayeredRecord) {
    for index in sum.layers.indices { sum.layers[index] += other.layers[index] }
    for index in sum.cells.indices { sum.cells[index] += other.cells[index] }
    for index in sum.sections.indices {
      sum.sections[index] += other.sections[index]
      sum.moments[index].x += other.moments[index].x
      sum.moments[index].y += other.moments[index].y
      sum.moments[index].xx += other.moments[index].xx
      sum.moments[index].yy += other.moments[index].yy
    }
    sum.active += other.active
    sum.absorber += other.absorber
    sum.front += other.front
    sum.back += other.back
    sum.side += other.side
    sum.emitted += other.emitted
    sum.restEnergy += other.restEnergy
  }
}
