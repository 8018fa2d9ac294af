// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// All particles, found by name, by alias or by PDG number.
///
///     let particles = try ParticleTable(readingFrom: path)
///     try particles.particle(named: "electron").mass.mev     // 0.51099895
package struct ParticleTable: Sendable {
  /// The particles in the order of the table, each followed by its antiparticle.
  package let particles: [Particle]

  private let indexByName: [String: Int]
  private let indexByNumber: [Int: Int]

  /// Takes some particles; names and numbers must be unique.
  init(_ particles: [Particle]) {
    self.particles = particles
    let names = particles.enumerated().flatMap { item in
      ([item.element.name] + item.element.aliases).map { ($0, item.offset) }
    }
    indexByName = Dictionary(names, uniquingKeysWith: { first, _ in first })
    indexByNumber = Dictionary(
      particles.enumerated().map { ($0.element.pdgID, $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }

  /// All names and aliases in the order of the table.
  package var names: [String] { particles.flatMap { [$0.name] + $0.aliases } }

  /// The particle of a name or alias.
  ///
  /// - Throws: the nearest known name, if there is none of this.
  package func particle(named name: String) throws(UnknownName) -> Particle {
    guard let index = indexByName[name] else {
      throw UnknownName(name, kind: "particle", among: names)
    }
    return particles[index]
  }

  /// The particle of a PDG number; `nil` if the table has none.
  package func particle(pdgID: Int) -> Particle? {
    indexByNumber[pdgID].map { particles[$0] }
  }

  /// The antiparticle of a particle; the particle itself if it is its own.
  package func antiparticle(of particle: Particle) -> Particle {
    indexByName[particle.antiparticleName].map { particles[$0] } ?? particle
  }
}
