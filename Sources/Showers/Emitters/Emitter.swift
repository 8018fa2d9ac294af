// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// What watches every step of a shower, and may add particles or change the one that made it.
///
/// A dark particle is radiated along a track: an emitter weighs each step with the probability, adds
/// the particle to its own records, and lets the electron go on with what is left. The shower knows
/// nothing of it. ``NoEmitter`` costs nothing.
package protocol Emitter: Sendable {
  /// True if ``visit(_:_:)`` does nothing, so that it is not even called.
  static var isIdle: Bool { get }

  /// True if ``take(_:)`` takes the particles that fall below the cutoffs, rather than leaving them to
  /// be laid down where they are.
  static var takesRemnants: Bool { get }

  /// Begins a shower.
  /// - Parameters:
  ///   - event: its number; with the seed it names a random stream of the emitter's own.
  ///   - seed: the seed of the run.
  mutating func begin(event: Int, seed: UInt64)

  /// Sees a step.
  ///
  /// - Parameters:
  ///   - step: the piece of the way, before the interaction that ends it.
  ///   - emission: the particle at the end of the step, which may be changed, and the place for new
  ///     ones.
  mutating func visit(_ step: ShowerStep, _ emission: inout Emission)

  /// Takes a particle that has fallen below its cutoff, with the energy, place and direction it has.
  mutating func take(_ remnant: ShowerParticle)

  /// Ends a shower.
  mutating func endEvent()

  /// Adds what an emitter of later events has seen.
  mutating func merge(_ later: Self)
}

extension Emitter {
  package static var takesRemnants: Bool { false }
  package mutating func take(_ remnant: ShowerParticle) {}
}

/// What an emitter may do at the end of a step.
package struct Emission {
  /// The particle at the end of the step.
  ///
  /// When it is changed, the interaction that would end the step is left out and the particle goes
  /// on as it is now; with no energy it is gone.
  package var particle: ShowerParticle {
    didSet { isChanged = true }
  }

  /// True once the particle has been changed.
  private(set) var isChanged = false

  /// The particles added, in the order in which they came.
  private(set) var added: [ShowerParticle] = []

  init(_ particle: ShowerParticle) { self.particle = particle }

  /// Adds a particle to the shower.
  package mutating func add(_ particle: ShowerParticle) { added.append(particle) }
}

/// Nobody watches.
package struct NoEmitter: Emitter {
  package static var isIdle: Bool { true }
  package init() {}
  package mutating func begin(event: Int, seed: UInt64) {}
  package mutating func visit(_ step: ShowerStep, _ emission: inout Emission) {}
  package mutating func endEvent() {}
  package mutating func merge(_ later: NoEmitter) {}
}
