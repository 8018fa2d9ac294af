// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// What became of a particle of an event, in the codes of HepMC3.
///
/// - Source: Buckley:2019xhk, status codes
package struct ParticleStatus: RawRepresentable, Hashable, Sendable {
  /// The code that is written.
  package let rawValue: Int32

  /// Takes a code as it was read.
  @inlinable package init(rawValue: Int32) { self.rawValue = rawValue }

  /// 1: it leaves the event, and a detector simulation takes it on.
  package static let final = ParticleStatus(rawValue: 1)
  /// 2: it has decayed at its end vertex.
  package static let decayed = ParticleStatus(rawValue: 2)
  /// 4: it comes in, the particle of the beam or the nucleus at rest.
  package static let incoming = ParticleStatus(rawValue: 4)
}
