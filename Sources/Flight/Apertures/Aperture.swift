// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// What a detector, or the opening of a collimator, covers of a plane across the beam.
package struct Aperture: Hashable, Sendable {
  /// What it is called.
  package let name: String

  /// Where the plane is, in mm along the beam.
  package let z: Double

  /// The outer shape.
  package let outline: ApertureShape

  /// What is taken out of it.
  package let holes: [ApertureShape]

  /// Makes an aperture.
  /// - Throws: ``FlightError`` for a shape without area.
  package init(
    _ name: String, z: Double, _ outline: ApertureShape, holes: [ApertureShape] = []
  ) throws(FlightError) {
    try outline.check()
    for hole in holes { try hole.check() }
    self.name = name
    self.z = z
    self.outline = outline
    self.holes = holes
  }

  /// True if a point of the plane, in mm, is covered.
  package func contains(_ x: Double, _ y: Double) -> Bool {
    guard outline.contains(x, y) else { return false }
    for hole in holes where hole.contains(x, y) { return false }
    return true
  }

  /// Which of four points of the plane are covered.
  @inline(__always)
  func contains(_ x: SIMD4<Double>, _ y: SIMD4<Double>) -> SIMDMask<SIMD4<Int64>> {
    var mask = outline.contains(x, y)
    for hole in holes { mask = mask .& .!hole.contains(x, y) }
    return mask
  }
}
