// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector
import Foundation
import Production
import Storage
import Testing
import _Probing

@Suite("tables of cross sections")
struct CrossSectionTableTests {
  private static func request(
    _ structure: LorentzStructure = .vector, lepton: Double = Bench.electron,
    _ method: BremsstrahlungMethod = .williams, masses: TableRequest.Axis,
    energies: TableRequest.Axis
  ) throws -> TableRequest {
    try TableRequest(
      structure, leptonMass: lepton, on: [TableRequest.Constituent(Bench.lead)], method: method,
      masses: masses, energies: energies)
  }

  /// A row of the planes that tables are held to: a decade or less of mass, ten masses a decade.
  struct Plane: CustomTestStringConvertible, Sendable {
    let structure: LorentzStructure
    let lepton: Double
    let method: BremsstrahlungMethod
    let masses: (Double, Double)
    let energies: (Double, Double)
    var testDescription: String { "\(structure) \(lepton) \(method) \(masses)" }
  }

  static let planes = [
    Plane(
      structure: .vector, lepton: Bench.electron, method: .exact, masses: (1e-3, 4e-3),
      energies: (10, 100)),
    Plane(
      structure: .vector, lepton: Bench.electron, method: .exact, masses: (0.05, 0.2),
      energies: (10, 100)),
    Plane(
      structure: .axial, lepton: Bench.electron, method: .exact, masses: (1e-4, 4e-4),
      energies: (10, 100)),
    Plane(
      structure: .scalar, lepton: Bench.muon, method: .exact, masses: (0.05, 0.2),
      energies: (20, 200)),
    Plane(
      structure: .pseudoscalar, lepton: Bench.muon, method: .williams, masses: (1e-3, 1),
      energies: (10, 1000)),
    Plane(
      structure: .vector, lepton: Bench.electron, method: .improvedWilliams, masses: (1e-6, 1e-4),
      energies: (0.1, 100)),
  ]

  @Test("between its points it is the direct computation", arguments: planes)
  func interpolation(_ plane: Plane) throws {
    let decades = log10(plane.masses.1 / plane.masses.0)
    let spans = log10(plane.energies.1 / plane.energies.0)
    let request = try Self.request(
      plane.structure, lepton: plane.lepton, plane.method,
      masses: TableRequest.Axis(
        from: plane.masses.0, to: plane.masses.1, count: max(6, Int(10 * decades) + 1)),
      energies: TableRequest.Axis(
        from: plane.energies.0, to: plane.energies.1, count: max(6, Int(6 * spans) + 1)))
    let table = try CrossSectionTable(computing: request, threads: 2)
    var worst = (total: 0.0, cut: 0.0)
    for index in 0..<12 {
      // Irrational steps meet no point of the grid.
      let a = (0.31 + 0.618_034 * Double(index)).truncatingRemainder(dividingBy: 1)
      let b = (0.77 + 0.414_214 * Double(index)).truncatingRemainder(dividingBy: 1)
      let mass = plane.masses.0 * pow(plane.masses.1 / plane.masses.0, a)
      let energy = plane.energies.0 * pow(plane.energies.1 / plane.energies.0, b)
      let direct = try plane.method.process(
        RadiatedBoson(plane.structure, mass: mass, epsilon: 1), leptonMass: plane.lepton,
        on: Bench.lead, relativeError: 1e-5)
      let emission = try #require(try table.emission(mass: mass, energy: energy))
      let total = try direct.total(at: energy).value
      worst.total = max(worst.total, deviation(emission.total, from: total))
      for cut in [0.1, 0.5, 0.8] {
        let above = try direct.total(at: energy, shares: cut...1).value
        worst.cut = max(worst.cut, abs(emission.integral(above: cut) - above) / total)
      }
    }
    #expect(worst.total < 2e-3)
    #expect(worst.cut < 3e-3)
    if ProcessInfo.processInfo.environment["VALIDATE"] == "1" {
      print(plane.testDescription, worst)
    }
  }

  @Test("a spectrum follows the direct one and integrates to what lies above a cut")
  func spectra() throws {
    let request = try Self.request(
      masses: TableRequest.Axis(from: 0.01, to: 0.1, count: 12),
      energies: TableRequest.Axis(from: 10, to: 100, count: 10))
    let table = try CrossSectionTable(computing: request, threads: 1)
    let emission = try #require(try table.emission(mass: 0.0234, energy: 77))
    let direct = try BremsstrahlungMethod.williams.process(
      RadiatedBoson(.vector, mass: 0.0234, epsilon: 1), leptonMass: Bench.electron,
      on: Bench.lead)
    for x in [0.05, 0.2, 0.5, 0.9, 0.99] {
      let expected = try direct.differential(in: .energyFraction, at: x, energy: 77).value
      #expect(deviation(emission.density(at: x), from: expected) < 3e-3)
    }
    var sum = 0.0
    let steps = 20_000
    for step in 0..<steps {
      sum += emission.density(at: 0.5 + 0.4 * (Double(step) + 0.5) / Double(steps))
    }
    let difference = emission.integral(above: 0.5) - emission.integral(above: 0.9)
    #expect(deviation(sum * 0.4 / Double(steps), from: difference) < 1e-5)
    #expect(emission.integral(above: 0) == emission.total)
    #expect(emission.integral(above: 1) == 0)
    #expect(emission.density(at: 1.5) == 0)
  }

  @Test("X closes smoothly where the energy falls to its threshold")
  func edge() throws {
    let request = try Self.request(
      masses: TableRequest.Axis(from: 0.01, to: 8, count: 24),
      energies: TableRequest.Axis(from: 0.1, to: 10, count: 16))
    let table = try CrossSectionTable(computing: request, threads: 2)
    #expect(table.largestMass > 5 && table.largestMass < 8)
    #expect(try table.emission(mass: 3, energy: 2) == nil)
    #expect(try table.total(mass: 7.99, energy: 10) == 0)
    for mass in [0.011, 0.3, 1, 3] {
      var last = 0.0
      for step in 1...200 {
        let start = max(mass, 0.1)
        let energy = start * pow(10 / start, Double(step) / 200)
        let total = try table.total(mass: mass, energy: energy)
        #expect(total >= last && total.isFinite)
        last = total
      }
      #expect(last > 0)
    }
  }

  @Test("what lies beyond it is refused in words")
  func beyond() throws {
    let request = try Self.request(
      masses: TableRequest.Axis(from: 0.01, to: 0.1, count: 4),
      energies: TableRequest.Axis(from: 10, to: 100, count: 4))
    let table = try CrossSectionTable(computing: request, threads: 1)
    #expect(
      message { _ = try table.total(mass: 0.2, energy: 50) }
        == "a mass of 0.2 GeV is beyond the table (it runs from 0.01 to 0.1 GeV) make a larger table"
    )
    #expect(
      message { _ = try table.total(mass: 0.02, energy: 101) }
        == "an energy of 101.0 GeV is beyond the table (it runs from 10.0 to 100.0 GeV) "
        + "make a larger table")
    #expect(message { _ = try table.total(mass: .nan, energy: 50) } != nil)
    #expect(message { _ = try table.total(mass: 0.02, energy: .nan) } != nil)
  }

  @Test("tables that cannot be are refused")
  func refusals() {
    let energies = TableRequest.Axis(from: 10, to: 100, count: 4)
    let masses = TableRequest.Axis(from: 0.01, to: 0.1, count: 4)
    #expect(
      message {
        _ = try Self.request(
          masses: TableRequest.Axis(from: 0.01, to: 0.1, count: 3), energies: energies)
      }
        == "no table over these masses (four points and two ends above zero are needed) "
        + "give a wider range or more points")
    #expect(
      message { _ = try Self.request(.vector, .leadingLog, masses: masses, energies: energies) }
        == "no table of the leading logarithm (it has no spectrum in x) "
        + "use the method exact, ww or iww")
    #expect(
      message {
        let request = try Self.request(
          masses: TableRequest.Axis(from: 99, to: 200, count: 4), energies: energies)
        _ = try CrossSectionTable(computing: request)
      }?.hasPrefix(
        "no table up to 100.0 GeV (a mass of 99.0 GeV is at or near its threshold there)")
        == true)
    #expect(
      message {
        _ = try TableRequest(.vector, leptonMass: 1, on: [], masses: masses, energies: energies)
      } == "no table of the vacuum (there are no atoms) give a material")
  }

  private static func small(_ count: Int = 4) throws -> TableRequest {
    try request(
      masses: TableRequest.Axis(from: 0.01, to: 0.1, count: count),
      energies: TableRequest.Axis(from: 10, to: 100, count: 4))
  }

  @Test("any number of threads gives the same bytes, and bytes give the table")
  func bytes() throws {
    let request = try Self.small(9)
    let one = try CrossSectionTable(computing: request, threads: 1)
    let three = try CrossSectionTable(computing: request, threads: 3)
    #expect(one.bytes == three.bytes)
    let again = try #require(CrossSectionTable(of: request, bytes: one.bytes))
    #expect(again.bytes == one.bytes)
    #expect(CrossSectionTable(of: request, bytes: Array(one.bytes.dropLast())) == nil)
    #expect(CrossSectionTable(of: try Self.small(8), bytes: one.bytes) == nil)
    var poisoned = one.bytes
    for index in 0..<8 { poisoned[index] = 0xFF }
    #expect(CrossSectionTable(of: request, bytes: poisoned) == nil)
  }

  @Test("it is kept, found again, and made anew where it is damaged")
  func keeping() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let cache = Cache(folder: folder.path, codeVersion: "1")
    let request = try Self.small()
    let first = try CrossSectionTable.kept(request, in: cache)
    #expect(first.isNew)
    let second = try CrossSectionTable.kept(request, in: cache)
    #expect(!second.isNew)
    #expect(second.table.bytes == first.table.bytes)
    let entry = try #require(try cache.entries().first)
    let path = folder.appending(path: entry.name)
    var content = [UInt8](try Data(contentsOf: path))
    content[content.count / 2] ^= 1
    try Data(content).write(to: path)
    let third = try CrossSectionTable.kept(request, in: cache)
    #expect(third.isNew)
    #expect(third.table.bytes == first.table.bytes)
    #expect(third.notes.count == 1 && third.notes[0].contains("damaged"))
  }

  @Test("whatever it depends on has a part in the key")
  func key() throws {
    let masses = TableRequest.Axis(from: 0.01, to: 0.1, count: 4)
    let energies = TableRequest.Axis(from: 10, to: 100, count: 4)
    let full = TableRequest.Constituent(Bench.lead(.elasticAndInelastic))
    let others = try [
      Self.small(), Self.small(5), Self.request(.scalar, masses: masses, energies: energies),
      Self.request(lepton: Bench.muon, masses: masses, energies: energies),
      Self.request(.vector, .exact, masses: masses, energies: energies),
      Self.request(masses: masses, energies: TableRequest.Axis(from: 10, to: 101, count: 4)),
      TableRequest(
        .vector, leptonMass: Bench.electron, on: [full], method: .williams, masses: masses,
        energies: energies),
      TableRequest(
        .vector, leptonMass: Bench.electron,
        on: [TableRequest.Constituent(Bench.lead, weight: 2)], method: .williams, masses: masses,
        energies: energies),
      TableRequest(
        .vector, leptonMass: Bench.electron, on: [TableRequest.Constituent(Bench.lead)],
        method: .williams, fluxLimit: .beam, masses: masses, energies: energies),
      TableRequest(
        .vector, leptonMass: Bench.electron, on: [TableRequest.Constituent(Bench.lead)],
        method: .williams, masses: masses, energies: energies, relativeError: 1e-4),
    ]
    #expect(Set(others.map(\.key)).count == others.count)
  }

  @Test("two processes that want the same table compute it once")
  func processes() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let log = folder.appending(path: "log").path
    let words = ["table", folder.appending(path: "cache").path, log]
    let probes = [Probe(words), Probe(words)]
    let endings = probes.map { $0.wait() }
    #expect(endings[0].code == 0 && endings[0].output == endings[1].output)
    #expect(Int(endings[0].output.split(separator: "\n").first ?? "") != nil)
    #expect(try String(contentsOfFile: log, encoding: .utf8) == "mass\nmass\nmass\nmass\n")
  }
}
