// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Execution
import Foundation
import Numerics
import Quantities
import Showers
import Storage
import Testing

@Suite("responses drawn from stored showers")
struct ResponseLibraryTests {
  private static let block = Result {
    try Stacks.pairs(halfWidth: 114.6, cells: Stacks.cells, preshower: 16)
  }
  private static let effort = ResponseLibrary.Effort(showers: 600, highest: .mev(500))

  /// A small library for all tests.
  private static let library = Result {
    try build(Cache(folder: nil))
  }

  private static func build(_ cache: Cache) throws -> ResponseLibrary {
    try #require(
      try ResponseLibrary.build(
        block.get(), effort: effort, from: Shipped.folder(), cache: cache,
        runner: BlockRunner(threads: 2)))
  }

  private func mean(
    _ particle: ShowerParticle, draws: Int, _ value: (LayeredRecord) -> Double
  ) throws -> (mean: Double, rms: Double) {
    let library = try Self.library.get()
    var random = RandomStream(seed: 3, name: "test", event: 0)
    var record = LayeredRecord(library.block)
    var (sum, squares) = (0.0, 0.0)
    for _ in 0..<draws {
      record.clear()
      #expect(library.draw(particle, into: &record, using: &random))
      let x = value(record)
      sum += x
      squares += x * x
    }
    let mean = sum / Double(draws)
    return (mean, (squares / Double(draws) - mean * mean).squareRoot())
  }

  @Test(
    "light and its fluctuation, shares of sections and depth are those of full showers",
    arguments: [
      (ShowerSpecies.electron, 0.3, 60.7), (.photon, 0.2, 30.2), (.positron, 0.11, 40),
    ])
  func fullShowers(species: ShowerSpecies, energy: Double, z: Double) throws {
    let block = try Self.block.get()
    let position = ShowerVector(0, 0, z)
    var full: [LayeredRecord] = []
    _ = try Stacks.simulation(block, energy: energy, of: species, at: position)
      .run(events: 1000, seed: 17, records: { full.append($0) })
    let particle = ShowerParticle(species, energy: energy, position: position)
    func compare(
      _ name: String, within tolerance: Double = 0.2, _ value: (LayeredRecord) -> Double
    ) throws {
      let drawn = try mean(particle, draws: 4000, value)
      let values = full.map(value)
      let expected = values.reduce(0, +) / 1000
      let rms = (values.reduce(0) { $0 + $1 * $1 } / 1000 - expected * expected).squareRoot()
      // Of 1000 full showers and about 300 stored ones.
      #expect((drawn.mean - expected).magnitude < 4 * rms / 15, "\(name)")
      #expect((drawn.rms / rms - 1).magnitude < tolerance, "\(name): \(drawn.rms / rms)")
    }
    try compare("light") { $0.sections[0] + $0.sections[1] }
    // Mostly what goes backward: few showers have much of it.
    try compare("preshower", within: 0.5) { $0.sections[0] }
    try compare("depth") { record in
      record.layers.enumerated().reduce(0) { $0 + Double($1.offset) * $1.element }
        / (record.sections[0] + record.sections[1])
    }
    try compare("width") { record in
      (record.moments[1].xx / max(record.sections[1], 1e-9)).squareRoot()
    }
  }

  @Test("all energy is accounted for, and cells hold the light of the layers")
  func balance() throws {
    let library = try Self.library.get()
    var random = RandomStream(seed: 4, name: "test", event: 0)
    for z in [0.1, 100.3, 449.9] {
      for species in ShowerSpecies.allCases {
        var record = LayeredRecord(library.block)
        let particle = ShowerParticle(
          species, energy: 0.3, position: ShowerVector(20, -30, z),
          direction: ShowerVector(0.6, 0, 0.8))
        library.draw(particle, into: &record, using: &random)
        let rest = species == .positron ? 2 * 0.51099895e-3 : 0
        #expect(isNear(record.total, 0.3 + rest, 1e-6))
        let light = record.layers.reduce(0, +)
        #expect(isNear(record.cells.reduce(0, +), light, 1e-6))
        #expect(isNear(record.sections.reduce(0, +), light, 1e-6))
      }
    }
  }

  @Test("a shower follows its particle across the beam and along it")
  func placement() throws {
    let x = try mean(
      ShowerParticle(.electron, energy: 0.3, position: ShowerVector(57.3, 0, 60)), draws: 1000
    ) {
      ($0.moments[0].x + $0.moments[1].x) / ($0.sections[0] + $0.sections[1])
    }
    // The light beyond the side is not seen.
    #expect((x.mean - 57.3).magnitude < 1)
    let back = try mean(
      ShowerParticle(.electron, energy: 0.3, position: ShowerVector(0, 0, 447)), draws: 200
    ) { $0.back }
    #expect(back.mean > 0.2)
    let front = try mean(
      ShowerParticle(
        .electron, energy: 0.3, position: ShowerVector(0, 0, 5),
        direction: ShowerVector(0, 0, -1)), draws: 200
    ) { $0.front }
    #expect(front.mean > 0.2)
  }

  @Test("what is elsewhere has no response")
  func elsewhere() throws {
    let library = try Self.library.get()
    var random = RandomStream(seed: 4, name: "test", event: 0)
    var record = LayeredRecord(library.block)
    let behind = ShowerParticle(.photon, energy: 1, position: ShowerVector(0, 0, 450.1))
    #expect(!library.draw(behind, into: &record, using: &random))
    #expect(record == LayeredRecord(library.block))
  }

  @Test("a library is found again in the cache, and gives the same")
  func cache() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "lacuna-responses-\(ProcessInfo.processInfo.processIdentifier)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let cache = Cache(folder: folder.path)
    let first = try Self.build(cache)
    let second = try Self.build(cache)
    #expect(first.size == second.size)
    let particle = ShowerParticle(.photon, energy: 0.2, position: ShowerVector(0, 0, 3))
    var records = [LayeredRecord(first.block), LayeredRecord(first.block)]
    for (index, library) in [first, second].enumerated() {
      var random = RandomStream(seed: 4, name: "test", event: 0)
      library.draw(particle, into: &records[index], using: &random)
    }
    #expect(records[0] == records[1])
  }

  @Test("a cancelled build gives nothing")
  func cancelled() throws {
    let cancellation = Cancellation()
    cancellation.cancel()
    let library = try ResponseLibrary.build(
      Self.block.get(), effort: Self.effort, from: Shipped.folder(), cache: Cache(folder: nil),
      cancellation: cancellation)
    #expect(library == nil)
  }
}
