// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Detectors
import Foundation
import Numerics
import Showers
import Testing

@Suite("Observables of an event")
struct DetectorResponseTests {
  private let axis: DetectorAxis
  private let stack: DetectorStack
  private let layout: ObservableLayout

  init() throws {
    axis = try Shipped.axis(
      """
      - {name: ecal, extends: na64-ecal, at: 0 m, resolution: {stochastic: {value: 0 %}}}
      - {name: veto, kind: counter, at: 0.5 m, material: polystyrene, thickness: 5 cm}

      """)
    stack = try DetectorStack(axis, materials: Shipped.materials.get())
    layout = ObservableLayout(axis)
  }

  /// A shower that leaves 4 GeV in the central cell and 1 GeV in its right neighbour of the main
  /// section, 0.5 GeV in the central cell of the preshower, and 2 MeV in the veto.
  private var record: LayeredRecord {
    var record = LayeredRecord(stack.block)
    let offsets = stack.block.cellOffsets
    record.cells[offsets[0] + 14] = 0.5
    record.cells[offsets[1] + 14] = 4
    record.cells[offsets[1] + 15] = 1
    record.sections = [0.5, 5, 0.002]
    record.layers[3] = 0.5
    record.layers[20] = 5
    record.layers[150] = 0.002
    return record
  }

  private func measure(_ stack: DetectorStack, seed: UInt64 = 1, event: Int = 0) -> [String: Double]
  {
    var response = DetectorResponse(of: stack, layout: layout, scales: ["ecal": 9])
    response.read(record, seed: seed, event: event)
    return Dictionary(uniqueKeysWithValues: zip(layout.names, response.values))
  }

  @Test("without smearing, observables are sums and moments of the record")
  func exact() throws {
    let values = measure(stack)
    #expect(values["ecal.energy"] == 9 * 5.5)
    #expect(values["ecal.preshower"] == 9 * 0.5)
    #expect(values["ecal.central"] == 9 * 4.5)
    let r = try #require(values["ecal.r"])
    #expect(abs(r - 1 / 5.5) < 1e-12)
    // Layers of 3 mm, of which the second half is active.
    let depth = try #require(values["ecal.depth"])
    let mean = (0.5 * (3 * 3 + 2.25) + 5 * (20 * 3 + 2.25)) / 5.5
    #expect(abs(depth - mean) < 1e-9)
    let length = try #require(values["ecal.length"])
    #expect(abs(length - 51 * (0.5 * 5).squareRoot() / 5.5) < 1e-9)
    let x = try #require(values["ecal.x"])
    let y = try #require(values["ecal.y"])
    #expect(abs(x - 38.2 / 5.5) < 1e-9)
    #expect(abs(y) < 1e-9)
    let width = try #require(values["ecal.width"])
    #expect(abs(width - 38.2 * 4.5.squareRoot() / 5.5) < 1e-9)
    #expect(values["veto.energy"] == 0.002)
  }

  @Test("an event without light has an energy and no shape, and no chi-square without electrons")
  func shapeless() throws {
    var response = DetectorResponse(of: stack, layout: layout, scales: ["ecal": 9])
    response.read(LayeredRecord(stack.block), seed: 1, event: 0)
    for (name, value) in zip(layout.names, response.values) where name.hasPrefix("ecal.") {
      let isSum = ["ecal.energy", "ecal.preshower", "ecal.central"].contains(name)
      #expect(isSum ? value == 0 : value.isNaN, "\(name)")
    }
    #expect(try #require(measure(stack)["ecal.chi2"]).isNaN)
  }

  @Test("an event is the same whatever came before it, and another with another seed")
  func streams() throws {
    let noisy = try DetectorStack(
      Shipped.axis(
        """
        - {name: ecal, extends: na64-ecal, at: 0 m, readout: {cell-noise: 5 MeV}}
        - {name: veto, kind: counter, at: 0.5 m, material: polystyrene, thickness: 5 cm}

        """), materials: Shipped.materials.get())
    let first = measure(noisy, event: 5)
    var response = DetectorResponse(of: noisy, layout: layout, scales: ["ecal": 9])
    for event in 3...5 { response.read(record, seed: 1, event: event) }
    // Bit by bit, for what is not defined is not equal to itself.
    let values = layout.names.map { (first[$0] ?? 0).bitPattern }
    #expect(values == response.values.map(\.bitPattern))
    #expect(measure(noisy, seed: 2, event: 5)["ecal.energy"] != first["ecal.energy"])
  }

  @Test(
    "what the readout alone does to shares is what the chi-square expects of it",
    arguments: ["cell-noise: 20 MeV", "calibration-error: 10 %", "photoelectrons: 200 /GeV"])
  func readout(key: String) throws {
    let stack = try DetectorStack(
      Shipped.axis("- {name: ecal, extends: na64-ecal, at: 0 m, readout: {\(key)}}\n"),
      materials: Shipped.materials.get())
    guard case .calorimeter(let ecal, let sections) = stack.parts[0].role else { return }
    var record = LayeredRecord(stack.block)
    for cell in 0..<36 {
      record.cells[cell] = cell == 14 ? 0.3 : 0.002
      record.cells[36 + cell] = cell == 14 ? 4 : 0.03
    }
    // Two equal showers: the template has no fluctuations of its own.
    var calibration = CalorimeterCalibration(of: ecal, sections, in: stack.block, energy: 50)
    calibration.add(record)
    calibration.add(record)
    let scale = try #require(calibration.scale)
    let template = try ElectronTemplate([#require(calibration.shape)])
    var response = CalorimeterResponse(
      of: ecal, sections, in: stack.block, scale: scale, template: template)
    var values = [Double](repeating: 0, count: CalorimeterResponse.count)
    var sum = 0.0
    let count = 4000
    for event in 0..<count {
      var random = RandomStream(seed: 1, name: "response", event: event)
      values.withUnsafeMutableBufferPointer { response.read(record, into: $0, &random) }
      sum += values[CalorimeterObservable.chi2.rawValue]
    }
    let mean = sum / Double(count)
    // The least variance of a share is a hundredth of a per cent squared.
    #expect(mean > 0.9 && mean < 1.1, "\(key): \(mean)")
  }

  @Test("the gain term is that of cells that are read in each section by themselves")
  func gain() throws {
    let stack = try DetectorStack(
      Shipped.axis(
        "- {name: ecal, extends: na64-ecal, at: 0 m, readout: {calibration-error: 2 %}}\n"),
      materials: Shipped.materials.get())
    guard case .calorimeter(let ecal, let sections) = stack.parts[0].role else { return }
    var calibration = CalorimeterCalibration(of: ecal, sections, in: stack.block, energy: 50)
    var record = LayeredRecord(stack.block)
    record.cells[14] = 3
    record.cells[36 + 14] = 4
    calibration.add(record)
    calibration.add(record)
    let gain = try #require(calibration.terms.first { $0.name == "gain of cells" })
    #expect(abs(gain.relative - 0.02 * 5 / 7) < 1e-12)
  }

  @Test("photostatistics, gain, noise and resolution add in quadrature")
  func smearing() throws {
    let smeared = try DetectorStack(
      Shipped.axis(
        """
        - name: ecal
          extends: na64-ecal
          at: 0 m
          readout: {cell-noise: 20 MeV, calibration-error: 1 %, photoelectrons: 200 /GeV}
          resolution: {stochastic: {value: 3 %}, constant: 0.5 %, noise: 100 MeV}
        - {name: veto, kind: counter, at: 0.5 m, material: polystyrene, thickness: 5 cm}

        """), materials: Shipped.materials.get())
    var response = DetectorResponse(of: smeared, layout: layout, scales: ["ecal": 9])
    let index = try #require(layout.index(of: "ecal.energy"))
    var (sum, square) = (0.0, 0.0)
    let count = 20_000
    for event in 0..<count {
      response.read(record, seed: 1, event: event)
      sum += response.values[index]
      square += response.values[index] * response.values[index]
    }
    let mean = sum / Double(count)
    let variance = square / Double(count) - mean * mean
    let energy = 49.5
    let gains = [4.5, 36.0, 9.0].reduce(0) { $0 + 1e-4 * $1 * $1 }
    let expected =
      72 * 4e-4 + gains + energy / 200 + 9e-4 * energy + 25e-6 * energy * energy + 0.01
    #expect(abs(mean - energy) < 4 * (expected / Double(count)).squareRoot())
    #expect(abs(variance / expected - 1) < 4 * (2 / Double(count)).squareRoot())
  }

  @Test("a counter misses each particle by itself", arguments: [(0.4, 1.0), (1, 1), (2, 2)])
  func blindness(particles: Double, power: Double) throws {
    let stack = try DetectorStack(
      Shipped.axis(
        """
        - name: veto
          kind: counter
          at: 0 m
          material: polystyrene
          thickness: 5 cm
          inefficiency: 20 %

        """), materials: Shipped.materials.get())
    guard case .counter(let counter, _) = stack.parts[0].role else { return }
    let loss = try #require(IonisationLoss(counter.slab.material))
    let deposit = particles * loss.mean(betaGamma: 3.5) * 50
    let response = CounterResponse(of: counter)
    var random = RandomStream(seed: 9, name: "counter")
    let count = 20_000
    let missed = (0..<count).count { _ in response.read(deposit, &random) == 0 }
    let expected = (0..<Int(power)).reduce(Double(count)) { product, _ in 0.2 * product }
    #expect(abs(Double(missed) - expected) < 5 * expected.squareRoot())
  }

  @Test("cuts are looked up once and compare in base units")
  func cuts() throws {
    let form = Form(
      "cuts", meaning: "cuts", keys: [Key<Condition>("cut", .condition(), meaning: "a cut")])
    func cut(_ text: String) throws -> EventCut? {
      let source = Source(name: "c.yaml", text: "schema: 1\nkind: cuts\nname: c\ncut: \(text)\n")
      let card = try #require(CardReader(kinds: [CardKind(form)]).read(source).card)
      let key = Key<Condition>("cut", .condition(), meaning: "a cut")
      return EventCut(card[key], axis: axis, layout: layout)
    }
    var response = DetectorResponse(of: stack, layout: layout, scales: ["ecal": 9])
    response.read(record, seed: 1, event: 0)
    #expect(try #require(try cut("ecal.energy < 50 GeV")).passes(response.values))
    #expect(
      try #require(try cut("ecal.energy < 50000 MeV and veto.energy >= 2 MeV")).passes(
        response.values))
    #expect(try !#require(try cut("ecal.energy < 49 GeV")).passes(response.values))
    #expect(try !#require(try cut("ecal.depth > 10 cm and ecal.r < 0.5")).passes(response.values))
    #expect(try cut("ecal.energy < 5 mm") == nil)
    #expect(try cut("ecal.colour < 5") == nil)
  }

  @Test("the chi-square of electrons is near one, and grows with another shape")
  func template() throws {
    var random = RandomStream(seed: 3, name: "template")
    let shares = (0..<500).map { _ in
      (0..<37).map { cell in (cell == 14 ? 0.8 : 0.005) + 0.01 * random.normal() }
    }
    var sample = ElectronTemplate.Sample(energy: 100)
    for row in shares { sample.add(row, squares: row.map { $0 * $0 }) }
    let shape = try #require(sample.shape)
    let template = try #require(ElectronTemplate([shape]))
    func chi2(_ row: [Double]) -> Double {
      row.withUnsafeBufferPointer {
        template.chiSquare($0, energy: 100, readout: Readout(), sections: 2)
      }
    }
    let mean = shares.reduce(0) { $0 + chi2($1) } / 500
    #expect(abs(mean - 1) < 0.03)
    var broad = shape.mean
    broad[14] -= 0.2
    broad[15] += 0.2
    #expect(chi2(broad) > 15)
  }
}
