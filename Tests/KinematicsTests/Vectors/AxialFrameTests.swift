// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Kinematics
import Testing

@Suite("AxialFrame")
struct AxialFrameTests {
  static let hardAxes: [Direction] =
    [
      ThreeVector(0, 0, 1), ThreeVector(0, 0, -1), ThreeVector(1, 0, 0), ThreeVector(0, -1, 0),
      ThreeVector(1, 0, -0.0), ThreeVector(1e-200, 0, -1), ThreeVector(1e-9, -1e-8, -1),
      ThreeVector(1e-17, 1e-16, 1), ThreeVector(0.6, 0.8, 1e-300), ThreeVector(0.6, 0.8, -1e-300),
    ].compactMap(\.direction)

  @Test("three axes at right angles, right-handed, z along the axis, on the whole sphere")
  func orthonormality() {
    var random = RandomConfigurations("frames")
    #expect(Self.hardAxes.count == 10)
    let axes = Self.hardAxes + (0..<2000).map { _ in Direction(isotropic: &random.stream) }
    for axis in axes {
      let frame = AxialFrame(axis: axis)
      #expect(frame.zAxis == axis.vector)
      #expect(abs(frame.xAxis.length - 1) < 1e-15)
      #expect(abs(frame.yAxis.length - 1) < 1e-15)
      #expect(abs(frame.xAxis.dot(frame.yAxis)) < 1e-15)
      #expect(abs(frame.xAxis.dot(frame.zAxis)) < 1e-15)
      #expect(abs(frame.yAxis.dot(frame.zAxis)) < 1e-15)
      #expect((frame.xAxis.cross(frame.yAxis) - frame.zAxis).length < 1e-15)
    }
  }

  @Test("inside undoes outside")
  func inverse() {
    var random = RandomConfigurations("frame inverse")
    for axis in Self.hardAxes {
      let frame = AxialFrame(axis: axis)
      let vector = 3 * Direction(isotropic: &random.stream)
      #expect((frame.inside(frame.outside(vector)) - vector).length < 3e-15)
    }
  }
}
