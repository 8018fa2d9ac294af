// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Storage

extension ParticleTable {
  /// The name of the table below the folder of tables.
  package static let fileName = "particles.csv"

  private static let columns = [
    "name", "pdg", "mass_gev", "mass_error_gev", "width_gev", "width_error_gev", "charge_thirds",
    "spin", "antiparticle", "aliases", "antiparticle_aliases", "note",
  ]

  /// Reads the table that ships with the program.
  package init(from folder: DataFolder) throws(TableError) {
    try self.init(readingFrom: tablePath(Self.fileName, in: folder))
  }

  /// Reads a table of particles.
  ///
  /// - Parameter path: the file.
  /// - Throws: why it cannot be read, or what is wrong in which line.
  package init(readingFrom path: String) throws(TableError) {
    try self.init(DataTable(readingFrom: path, columns: Self.columns))
  }

  /// Reads a table of particles from its text.
  package init(_ text: String, file: String) throws(TableError) {
    try self.init(DataTable(text, file: file, columns: Self.columns))
  }

  private init(_ table: DataTable) throws(TableError) {
    var particles: [Particle] = []
    var lineByName: [String: Int] = [:]
    var lineByNumber: [Int: Int] = [:]
    for row in table.rows {
      for particle in try Self.pair(row) {
        for name in [particle.name] + particle.aliases {
          try Self.claim(name, for: "the name '\(name)'", in: &lineByName, row)
        }
        let number = particle.pdgID
        try Self.claim(number, for: "the PDG number \(number)", in: &lineByNumber, row)
        particles.append(particle)
      }
    }
    self.init(particles)
  }

  /// The particle of a row and its antiparticle, if that is another.
  private static func pair(_ row: TableRow) throws(TableError) -> [Particle] {
    let name = try row.name("name")
    let antiparticle = try row.name("antiparticle")
    let isOwn = antiparticle == "self"
    let number = try row.integer("pdg")
    let charge = try row.integer("charge_thirds")
    guard number > 0 else {
      throw row.fault("the PDG number \(number)", "a row gives the particle, not the antiparticle")
    }
    guard !isOwn || charge == 0 else {
      throw row.fault(
        "'\(name)' is its own antiparticle", "it has charge \(charge)/3",
        suggestion: "name the antiparticle")
    }
    let mass = Mass.gev(try row.nonNegative("mass_gev"))
    let massError = Mass.gev(try row.nonNegative("mass_error_gev"))
    let hasWidth = !row.text("width_gev").isEmpty
    let width = hasWidth ? Energy.gev(try row.nonNegative("width_gev")) : nil
    let widthError = hasWidth ? Energy.gev(try row.nonNegative("width_error_gev")) : nil
    let twiceSpin = try twiceSpin(row)
    func make(_ name: String, _ sign: Int, _ aliases: [String], anti: String) -> Particle {
      Particle(
        name: name, aliases: aliases, pdgID: sign * number, mass: mass, massError: massError,
        width: width, widthError: widthError, chargeThirds: sign * charge, twiceSpin: twiceSpin,
        antiparticleName: anti, note: row.text("note"))
    }
    let particle = make(name, 1, row.words("aliases"), anti: isOwn ? name : antiparticle)
    if isOwn { return [particle] }
    return [particle, make(antiparticle, -1, row.words("antiparticle_aliases"), anti: name)]
  }

  private static func twiceSpin(_ row: TableRow) throws(TableError) -> Int {
    let text = try row.name("spin")
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    if let whole = Int(text), whole >= 0 { return 2 * whole }
    if parts.count == 2, parts[1] == "2", let twice = Int(parts[0]), twice > 0, twice % 2 == 1 {
      return twice
    }
    throw row.fault("the spin '\(text)'", "it is neither whole nor half", suggestion: "write 1/2")
  }

  private static func claim<Name: Hashable>(
    _ name: Name, for title: String, in lines: inout [Name: Int], _ row: TableRow
  ) throws(TableError) {
    if let line = lines[name] {
      throw row.fault("\(title) stands twice", "line \(line) has it already")
    }
    lines[name] = row.line
  }
}
