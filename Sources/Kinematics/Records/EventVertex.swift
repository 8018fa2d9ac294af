// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// Where and when particles of an event turned into others.
package struct EventVertex: Hashable, Sendable {
  /// The place in mm, z along the beam, and the time in ns as the fourth component.
  package var components: SIMD4<Double>

  /// Makes a vertex.
  ///
  /// - Parameters:
  ///   - position: the place in mm, z along the beam.
  ///   - time: the time in ns; 0 where the beam particle meets the target.
  @inlinable
  package init(position: ThreeVector, time: Double) {
    components = SIMD4(position.x, position.y, position.z, time)
  }

  /// The place in mm, z along the beam.
  @inlinable package var position: ThreeVector {
    ThreeVector(components.x, components.y, components.z)
  }

  /// The time in ns.
  @inlinable package var time: Double { components.w }

  /// Origin of place and time.
  @inlinable package static var origin: EventVertex { EventVertex(position: .zero, time: 0) }
}
