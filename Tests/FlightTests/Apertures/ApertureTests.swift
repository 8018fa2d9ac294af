// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Flight
import Numerics
import Testing

@Suite("Apertures")
struct ApertureTests {
  static let cases: [(ApertureShape, [ApertureShape], Double)] = [
    (.rectangle(centre: [1, -2], halfSides: [3, 4]), [], 48),
    (.disc(centre: [0.5, 0.5], radius: 5), [], 25 * .pi),
    (.ring(inner: 2, outer: 6), [], 32 * .pi),
    (
      .rectangle(halfSides: [7, 7]),
      [.disc(centre: [-3, 0], radius: 2), .rectangle(centre: [4, 4], halfSides: [1, 2])],
      196 - 4 * .pi - 8
    ),
    (.disc(radius: 6), [.ring(centre: [1, 0], inner: 1, outer: 2)], 33 * .pi),
  ]

  @Test("areas are those of geometry", arguments: 0..<5)
  func areas(index: Int) throws {
    let (outline, holes, area) = Self.cases[index]
    let aperture = try Aperture("plane", z: 0, outline, holes: holes)
    var stream = RandomStream(seed: 1, name: "area \(index)")
    let count = 200_000
    var inside = 0
    for _ in 0..<count {
      let (x, y) = (16 * stream.uniform() - 8, 16 * stream.uniform() - 8)
      if aperture.contains(x, y) { inside += 1 }
    }
    let share = area / 256
    let error = (share * (1 - share) / Double(count)).squareRoot()
    #expect(abs(Double(inside) / Double(count) - share) < 4 * error)
  }

  @Test(
    "shapes without area are refused",
    arguments: [
      ApertureShape.rectangle(halfSides: [1, 0]), .disc(radius: -1), .ring(inner: 2, outer: 2),
      .disc(radius: .nan),
    ])
  func refused(shape: ApertureShape) {
    #expect(throws: FlightError.self) { try Aperture("plane", z: 0, shape) }
    #expect(throws: FlightError.self) {
      try Aperture("plane", z: 0, .disc(radius: 9), holes: [shape])
    }
  }
}
