// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// The space between two planes across the beam in which a decay counts; z in mm.
package struct DecayVolume: Hashable, Sendable {
  /// The z of both planes in mm.
  package let planes: ClosedRange<Double>

  /// Makes the volume between two planes.
  package init(fromZ first: Double, toZ last: Double) throws(FlightError) {
    guard first < last, first.isFinite else {
      throw FlightError(
        "invalid decay volume from \(first) mm to \(last) mm",
        because: "the second plane must lie behind the first",
        try: "give the plane upstream first")
    }
    planes = first...last
  }

  /// The part of a particle's straight path that lies in the volume, in mm from where it starts.
  ///
  /// Nil if the particle never enters. A particle at rest inside has the path from 0 to 0.
  package func path(of state: TrackState) -> ClosedRange<Double>? {
    let z = state.position.z
    guard let direction = state.particle.momentum.direction else {
      return planes.contains(z) ? 0...0 : nil
    }
    guard direction.z != 0 else { return planes.contains(z) ? 0 ... .infinity : nil }
    let one = (planes.lowerBound - z) / direction.z
    let other = (planes.upperBound - z) / direction.z
    let last = max(one, other)
    return last > 0 ? max(min(one, other), 0)...last : nil
  }
}
