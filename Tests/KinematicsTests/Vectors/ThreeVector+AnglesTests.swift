// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Kinematics
import Testing

@Suite("Angles between vectors")
struct ThreeVectorAnglesTests {
  @Test("an angle of a few 1e-15 rad is right to 1e-15 of itself")
  func tinyAngles() {
    var random = RandomConfigurations("angles")
    for _ in 0..<2000 {
      let (a, b) = random.nearlyParallelIntegers(within: 8)
      let cross = exactCross(a, b).map { Double($0) }
      let sine = cross.reduce(0) { $0 + $1 * $1 }.squareRoot()
      let dot = (0..<3).reduce(Int128(0)) { $0 + Int128(a[$1]) * Int128(b[$1]) }
      let exact = atan2(sine, Double(dot))
      #expect(abs(ThreeVector(a).angle(to: ThreeVector(b)) - exact) <= 1e-15 * exact)
    }
  }

  @Test(
    "known angles",
    arguments: [
      (ThreeVector(1, 0, 0), ThreeVector(0, 2, 0), Double.pi / 2),
      (ThreeVector(1, 1, 0), ThreeVector(-3, -3, 0), Double.pi),
      (ThreeVector(0, 0, 5), ThreeVector(0, 1e-12, 5e-12 * 1e12), 2e-13),
      (ThreeVector(1, 0, 0), ThreeVector(1, 3.0.squareRoot(), 0), Double.pi / 3),
      (ThreeVector(1, 2, 3), .zero, 0),
    ])
  func knownAngles(_ a: ThreeVector, _ b: ThreeVector, _ angle: Double) {
    #expect(abs(a.angle(to: b) - angle) <= 4e-16 * angle)
    #expect(a.angle(to: b) == b.angle(to: a))
  }

  @Test("polar angle and azimuth give the direction back")
  func polarCoordinates() throws {
    var random = RandomConfigurations("polar")
    for _ in 0..<1000 {
      let direction = Direction(isotropic: &random.stream)
      let vector = 7 * direction
      let again = Direction(polarAngle: vector.polarAngle, azimuth: vector.azimuth)
      #expect(again.angle(to: direction) < 1e-15)
      #expect(try #require(vector.direction).angle(to: direction) < 3e-16)
    }
  }

  @Test("zero, infinity and NaN have no direction")
  func noDirection() {
    #expect(ThreeVector.zero.direction == nil)
    #expect(ThreeVector(.infinity, 0, 0).direction == nil)
    #expect(ThreeVector(.nan, 0, 0).direction == nil)
    #expect(ThreeVector.zero.polarAngle == 0)
  }
}
