// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Kinematics
import Testing

@Suite("Rotation")
struct RotationTests {
  @Test("a quarter turn about z takes x to y")
  func quarterTurn() {
    let turned = Rotation(about: .alongZ, by: .pi / 2).rotate(ThreeVector(2, 0, 5))
    #expect((turned - ThreeVector(0, 2, 5)).length < 1e-15)
  }

  @Test("lengths, angles and the axis stay; the inverse undoes")
  func invariants() {
    var random = RandomConfigurations("rotation")
    for _ in 0..<1000 {
      let axis = Direction(isotropic: &random.stream)
      let rotation = Rotation(about: axis, by: 7 * (random.stream.uniform() - 0.5))
      let a = Direction(isotropic: &random.stream)
      let b = Direction(isotropic: &random.stream)
      let (turnedA, turnedB) = (rotation.rotate(a), rotation.rotate(b))
      #expect(abs(turnedA.vector.length - 1) < 4e-16)
      #expect(abs(turnedA.vector.dot(turnedB.vector) - a.vector.dot(b.vector)) < 2e-15)
      #expect((rotation.rotate(axis).vector - axis.vector).length < 1e-15)
      #expect((rotation.inverse.rotate(turnedA).vector - a.vector).length < 2e-15)
    }
  }

  @Test("a tiny rotation moves by its angle", arguments: [1e-4, 1e-8, 1e-12])
  func tinyRotation(_ angle: Double) {
    let moved = Rotation(about: .alongZ, by: angle).rotate(ThreeVector(1, 0, 0))
    #expect(abs(moved.y - angle) <= angle * angle * angle)
    #expect(abs(1 - moved.x - 0.5 * angle * angle) < 1.2e-16)
  }

  @Test("two turns about one axis add up")
  func addition() {
    let axis = Direction(polarAngle: 1, azimuth: 2)
    let vector = ThreeVector(1, 2, 3)
    let twice = Rotation(about: axis, by: 0.4).rotate(Rotation(about: axis, by: 0.3).rotate(vector))
    #expect((twice - Rotation(about: axis, by: 0.7).rotate(vector)).length < 3e-15)
  }
}
