// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// Records the particles that cross a plane across the beam above an energy.
///
/// A particle is recorded where the chord of its step meets the plane, with the energy it has there;
/// the plane at the depth of the block sees what leaves through the back.
package struct PlaneRecorder: Emitter {
  /// The crossings of one event, in the order in which they were followed.
  package struct Crossing: Sendable {
    /// The event.
    package let event: Int
    /// The particle where it crosses.
    package let particle: ShowerParticle
  }

  package static var isIdle: Bool { false }

  /// The crossings in the order of events.
  package private(set) var crossings: [Crossing] = []

  private let depth: Double
  private let lowest: Double
  private var event = 0

  /// Makes a recorder.
  /// - Parameters:
  ///   - depth: where the plane is, in mm.
  ///   - lowest: the least kinetic energy in GeV.
  package init(depth: Double, above lowest: Double) {
    self.depth = depth
    self.lowest = lowest
  }

  package mutating func begin(event: Int, seed: UInt64) { self.event = event }

  package mutating func visit(_ step: ShowerStep, _ emission: inout Emission) {
    let before = step.start.position.z
    let after = step.end.z
    // A last digit may be missing from the end of a step that leaves through the back.
    let reach = depth * (1 - 1e-14)
    guard (before < reach) != (after < reach) else { return }
    let share = min((depth - before) / (after - before), 1)
    var particle = step.start
    particle.energy += share * (step.energyAfter - particle.energy)
    guard particle.energy >= lowest else { return }
    particle.position = step.start.position + share * (step.end - step.start.position)
    particle.time += share * (emission.particle.time - step.start.time)
    crossings.append(Crossing(event: event, particle: particle))
  }

  package mutating func endEvent() {}

  package mutating func merge(_ later: PlaneRecorder) { crossings += later.crossings }
}
