// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Kinematics
import Testing

@Suite("Direction")
struct DirectionTests {
  @Test("small polar angles keep their digits", arguments: [1e-3, 1e-9, 1e-15])
  func smallAngles(_ angle: Double) {
    let direction = Direction(polarAngle: angle, azimuth: 1.2)
    #expect(abs(direction.angle(to: .alongZ) - angle) <= 4e-16 * angle)
  }

  @Test("a cosine beyond 1 is taken for the pole")
  func clampedCosine() {
    #expect(Direction(cosine: 1 + 1e-15, azimuth: 2) == .alongZ)
    #expect(Direction(cosine: -1.1, azimuth: 2) == -.alongZ)
    #expect(abs(Direction(cosine: 0.6, azimuth: 0).x - 0.8) < 2e-16)
  }

  @Test("a turn by a polar angle makes that angle with the old direction, at the poles too")
  func turns() {
    var random = RandomConfigurations("turns")
    let poles = [
      Direction.alongZ, -Direction.alongZ, Direction(polarAngle: .pi - 1e-9, azimuth: 1),
    ]
    for index in 0..<2000 {
      let axis = index < 3 ? poles[index] : Direction(isotropic: &random.stream)
      let angle = random.logUniform(1e-6, 3)
      let turned = axis.turned(
        by: Direction(polarAngle: angle, azimuth: 6 * random.stream.uniform()))
      #expect(abs(turned.angle(to: axis) - angle) < 5e-16)
    }
  }

  @Test("a million turns leave the length at 1")
  func manyTurns() {
    var random = RandomConfigurations("million")
    var heading = Direction.alongZ
    for _ in 0..<1_000_000 {
      let azimuth = 2 * Double.pi * random.stream.uniform()
      heading = heading.turned(by: Direction(polarAngle: 0.03, azimuth: azimuth))
    }
    #expect(abs(heading.vector.length - 1) < 5e-16)
  }

  @Test("isotropic directions fill every cosine evenly")
  func isotropy() {
    var random = RandomConfigurations("isotropy")
    let directions = (0..<20_000).map { _ in Direction(isotropic: &random.stream) }
    #expect(kolmogorov(directions.map { 0.5 * (1 + $0.x) }) < 1.95)
    #expect(kolmogorov(directions.map { 0.5 * (1 + $0.z) }) < 1.95)
    #expect(kolmogorov(directions.map { 0.5 + $0.vector.azimuth / (2 * .pi) }) < 1.95)
  }
}
