// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Kinematics
import Quantities

/// A box with an even magnetic field along one axis, and none outside.
package struct Dipole: Hashable, Sendable {
  /// The axis of the field.
  package enum Axis: Int, Hashable, Sendable, CaseIterable {
    /// Horizontal.
    case x
    /// Vertical.
    case y
    /// Along the beam: a solenoid.
    case z
  }

  /// The corner of the smallest coordinates, in mm.
  package let lower: ThreeVector

  /// The corner of the largest coordinates, in mm.
  package let upper: ThreeVector

  /// The axis of the field.
  package let axis: Axis

  /// The field along the axis, of either sign.
  package let field: MagneticField

  /// Makes a magnet of two corners in mm; a side may be infinite.
  /// - Throws: ``FlightError`` for a box without inside, or a field that is no number.
  package init(
    from lower: ThreeVector, to upper: ThreeVector, field: MagneticField, along axis: Axis
  ) throws(FlightError) {
    for index in 0..<3 where !(lower.components[index] < upper.components[index]) {
      throw FlightError(
        "invalid magnet from \(lower.components[index]) mm to \(upper.components[index]) mm",
        because: "must have an inside along each axis", try: "give the smaller coordinate first")
    }
    guard field.baseValue.isFinite else {
      throw FlightError(
        "invalid field \(field.baseValue) T", because: "must be finite", try: "correct the field")
    }
    self.lower = lower
    self.upper = upper
    self.axis = axis
    self.field = field
  }

  /// True if a particle is inside, or on a face and about to enter.
  package func holds(_ state: TrackState) -> Bool {
    let place = state.position.components
    let momentum = state.particle.momentum.components
    for index in 0..<3 {
      let (low, high) = (lower.components[index], upper.components[index])
      let isInside =
        place[index] > low && place[index] < high
        || place[index] == low && momentum[index] > 0
        || place[index] == high && momentum[index] < 0
      if !isInside { return false }
    }
    return true
  }

  /// Brings a particle from outside straight to where it enters the box; nil if it misses.
  package func entry(of state: TrackState) -> TrackState? {
    guard let direction = state.particle.momentum.direction else { return nil }
    var enters = 0.0
    var leaves = Double.infinity
    var face: (index: Int, value: Double)?
    for index in 0..<3 {
      let (low, high) = (lower.components[index], upper.components[index])
      let (place, slope) = (state.position.components[index], direction.vector.components[index])
      if slope == 0 {
        guard place > low && place < high else { return nil }
        continue
      }
      let near = slope > 0 ? low : high
      let far = slope > 0 ? high : low
      if (near - place) / slope >= enters {
        enters = (near - place) / slope
        face = (index, near)
      }
      leaves = min(leaves, (far - place) / slope)
    }
    guard let face, enters < leaves else { return nil }
    return state.advanced(by: enters).snapped(face.index, to: face.value)
  }
}

extension TrackState {
  /// The same particle with a coordinate set to the value that it has but for rounding.
  func snapped(_ coordinate: Int, to value: Double) -> TrackState {
    var place = position.components
    place[coordinate] = value
    return TrackState(particle, charge: charge, at: ThreeVector(place), time: time)
  }
}
