// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Commands
import Foundation
import Testing

@Suite("Cross sections")
struct XsecCommandTests {
  @Test("xsec answers as recorded", arguments: Transcript.exchanges(in: "xsec"))
  func transcript(_ exchange: Transcript) {
    #expect(exchange.actual(from: .lacuna, data: Checkout.data) == exchange.answer)
  }

  private static let kinds = [
    "V": "vector", "A": "axial", "S": "scalar", "P": "pseudoscalar",
  ]
  private static let references =
    (try? Checkout.rows("Tests/ProductionTests/Reference/bremsstrahlung.csv")) ?? []

  /// The lead of the references has A = 207; 0.05% of 1 GeV comes from there.
  @Test("every reference comes out of a command line", arguments: references)
  func reference(_ row: [String: String]) throws {
    let lepton = try #require(row["lepton"])
    let methods = lepton == "muon" ? "exact,ww,iww" : "exact,ww,iww,leading-log"
    let words = [
      "xsec", "--lepton", lepton, "--energy", "\(row["energy_gev"] ?? "")GeV", "--mass",
      "\(row["mass_mev"] ?? "")MeV", "--mediator", Self.kinds[row["kind"] ?? ""] ?? "",
      "--method", methods,
    ]
    let point = try #require(
      (try Program.lacuna.document(words)["points"] as? [[String: Any]])?.first)
    let found = try #require(point["methods"] as? [String: [String: Any]])
    for (name, column) in [
      ("exact", "exact"), ("ww", "ww"), ("iww", "iww"), ("leading-log", "leading_log"),
    ] {
      guard let expected = row[column].flatMap(Double.init), let entry = found[name] else {
        continue
      }
      let sigma = try #require(entry["sigma_pb"] as? Double)
      #expect(abs(sigma / expected - 1) < (name == "exact" ? 3e-3 : 2e-3), "\(name)")
    }
    #expect(point["sigma_pb"] as? Double == found["exact"]?["sigma_pb"] as? Double)
  }

  @Test("there are references")
  func completeness() { #expect(Self.references.count >= 20) }

  @Test("the document has the keys that scripts rely on")
  func shape() throws {
    let document = try Program.lacuna.document([
      "xsec", "--process", "brems", "--mediator", "vector", "--lepton", "electron", "--energy",
      "100GeV", "--material", "lead", "--mass", "10MeV,100MeV", "--method", "exact", "--epsilon",
      "1",
    ])
    #expect(document["process"] as? String == "brems")
    #expect(document["epsilon"] as? Double == 1)
    #expect(document["form_factor"] as? String == "elastic")
    let points = try #require(document["points"] as? [[String: Any]])
    #expect(points.map { $0["mass_gev"] as? Double } == [0.01, 0.1])
    for point in points {
      #expect(
        Set(point.keys) == [
          "mass_gev", "energy_gev", "sigma_pb", "relative_error", "method", "sigma_per_gram_pb",
          "per_radiation_length",
        ])
      #expect(point["energy_gev"] as? Double == 100)
      let error = try #require(point["relative_error"] as? Double)
      #expect(error > 0 && error < 1e-3)
    }
  }

  @Test(
    "angular spectra of all methods share finite angles and integrate to their totals",
    arguments: [("16.7MeV", "100GeV"), ("1keV", "100GeV"), ("10GeV", "1TeV")])
  func angles(_ mass: String, _ energy: String) throws {
    let document = try Program.lacuna.document([
      "xsec", "--energy", energy, "--mass", mass, "--method", "exact,ww,iww", "--differential",
      "theta", "--points", "400",
    ])
    let point = try #require((document["points"] as? [[String: Any]])?.first)
    let methods = try #require(point["methods"] as? [String: [String: Any]])
    var places: Set<[Double]> = []
    for (name, method) in methods {
      let spectrum = try #require(method["spectrum"] as? [[String: Any]])
      let angles = spectrum.compactMap { $0["theta_rad"] as? Double }
      let densities = spectrum.compactMap { $0["dsigma_dtheta_pb"] as? Double }
      #expect(angles.count == 400 && densities.count == 400, "\(name)")
      #expect(angles.allSatisfy { $0 > 0 && $0 < .pi }, "\(name)")
      places.insert(angles)
      // The trapezium in ln(theta), and a density that rises from zero below the first angle.
      var sum = 0.5 * angles[0] * densities[0]
      for index in 1..<angles.count {
        let step = log(angles[index] / angles[index - 1])
        sum +=
          0.5 * step
          * (angles[index] * densities[index] + angles[index - 1] * densities[index - 1])
      }
      let sigma = try #require(method["sigma_pb"] as? Double)
      #expect(abs(sum / sigma - 1) < 0.01, "\(name): \(sum / sigma)")
    }
    #expect(places.count == 1)
  }

  @Test("spectra of several methods stand side by side with their ratio")
  func sideBySide() throws {
    let text = Program.lacuna.performWithData([
      "xsec", "--energy", "100GeV", "--mass", "100MeV", "--method", "exact,ww", "--differential",
      "x", "--points", "3",
    ]).output
    let rows = text.split(separator: "\n").filter { $0.first == "0" }
    #expect(rows.count == 3)
    for row in rows { #expect(row.split(separator: " ").count == 4, "\(row)") }
  }

  @Test(
    "cuts below and above an x add up to the total",
    arguments: ["brems", "compton", "continuum-annihilation"])
  func cuts(_ process: String) throws {
    func sigma(_ cut: String...) throws -> Double {
      let document = try Program.lacuna.document(
        ["xsec", "--process", process, "--mass", "10MeV", "--energy", "10GeV"] + cut)
      let point = try #require((document["points"] as? [[String: Any]])?.first)
      return try #require(point["sigma_pb"] as? Double)
    }
    let sum = try sigma("--x-max", "0.5") + sigma("--x-min", "0.5")
    #expect(abs(try sum / sigma() - 1) < 1e-4)
  }

  @Test("a cut that leaves nothing says what x can be")
  func emptyCut() throws {
    let document = try Program.lacuna.document([
      "xsec", "--energy", "100GeV", "--mass", "10MeV", "--x-min", "0.999999",
    ])
    let point = try #require((document["points"] as? [[String: Any]])?.first)
    #expect(point["sigma_pb"] as? Double == 0)
    #expect(
      (point["note"] as? String)?.hasPrefix("nothing passes the cut: x runs from 0.0001 to 0.99999")
        == true)
  }

  /// The lead of the references has A = 207, which is 2e-4 at the largest momentum transfer.
  @Test("Primakoff production is that of the references, in closed form too")
  func primakoff() throws {
    for row in try Checkout.rows("Tests/ProductionTests/Reference/primakoff.csv") {
      let document = try Program.lacuna.document([
        "xsec", "--process", "primakoff", "--g", "1e-3/GeV", "--energy",
        "\(row["energy_gev"] ?? "")GeV", "--mass", "\(row["mass_mev"] ?? "")MeV", "--method",
        "flux,closed",
      ])
      let point = try #require((document["points"] as? [[String: Any]])?.first)
      let methods = try #require(point["methods"] as? [String: [String: Any]])
      for (name, column) in [("flux", "exact"), ("closed", "closed")] {
        let expected = try #require(row[column].flatMap(Double.init))
        let sigma = try #require(methods[name]?["sigma_pb"] as? Double)
        #expect(abs(sigma / expected - 1) < 3e-4, "\(name) \(row)")
      }
    }
  }

  @Test("a spectrum stands in its point and integrates to the total")
  func spectrum() throws {
    let document = try Program.lacuna.document([
      "xsec", "--energy", "100GeV", "--mass", "100MeV", "--method", "iww", "--differential", "x",
      "--points", "400",
    ])
    let point = try #require((document["points"] as? [[String: Any]])?.first)
    let spectrum = try #require(point["spectrum"] as? [[String: Double]])
    #expect(spectrum.count == 400)
    var sum = 0.0
    for (left, right) in zip(spectrum, spectrum.dropFirst()) {
      let width = try #require(right["x"]) - (try #require(left["x"]))
      sum += 0.5 * width * ((left["dsigma_dx_pb"] ?? 0) + (right["dsigma_dx_pb"] ?? 0))
    }
    let total = try #require(point["sigma_pb"] as? Double)
    #expect(abs(sum / total - 1) < 1e-2)
  }

  @Test("a compound is the sum of its elements, in atoms and in grams")
  func compounds() throws {
    func point(_ material: String) throws -> [String: Any] {
      let document = try Program.lacuna.document([
        "xsec", "--energy", "100GeV", "--mass", "20MeV", "--method", "iww", "--material", material,
      ])
      return try #require((document["points"] as? [[String: Any]])?.first)
    }
    let whole = try point("PbWO4")
    let parts = try #require(whole["per_element_pb"] as? [String: Double])
    #expect(Set(parts.keys) == ["Pb", "W", "O"])
    let lead = try #require(try point("lead")["sigma_pb"] as? Double)
    #expect(abs((parts["Pb"] ?? 0) / lead - 1) < 1e-12)
    let sum = parts.reduce(0) { $0 + $1.value * ($1.key == "O" ? 4 : 1) }
    let sigma = try #require(whole["sigma_pb"] as? Double)
    #expect(abs(sigma / (sum / 6) - 1) < 1e-3)
    #expect(whole["sigma_per_gram_pb"] as? Double ?? 0 > 0)
    #expect(whole["per_radiation_length"] as? Double ?? 0 > 0)
  }

  @Test("positrons on a resonance: per atom and per electron")
  func annihilation() throws {
    let document = try Program.lacuna.document([
      "xsec", "--process", "annihilation", "--energy", "9.78424GeV", "--mass", "100MeV",
      "--epsilon", "1e-4", "--dark-matter", "dirac", "--mass-chi", "0.333333333m", "--alpha-d",
      "0.1",
    ])
    let point = try #require((document["points"] as? [[String: Any]])?.first)
    let perElectron = try #require(point["sigma_per_electron_pb"] as? Double)
    #expect(abs(perElectron / 1175.86 - 1) < 5e-3)
    let perAtom = try #require(point["sigma_pb"] as? Double)
    #expect(abs(perAtom / perElectron / 82 - 1) < 1e-12)
  }

  @Test("what does not apply to a point is null with the reason, and the others stay")
  func holes() throws {
    let document = try Program.lacuna.document([
      "xsec", "--energy", "100GeV", "--mass", "0.3MeV,1MeV,200GeV", "--method", "leading-log",
    ])
    let points = try #require(document["points"] as? [[String: Any]])
    #expect(points[0]["sigma_pb"] is NSNull)
    #expect((points[0]["reason"] as? String)?.hasPrefix("no leading logarithm") == true)
    #expect(points[1]["sigma_pb"] as? Double ?? 0 > 0)
    #expect(points[2]["sigma_pb"] as? Double == 0)
    #expect((points[2]["note"] as? String)?.hasPrefix("closed: ") == true)
  }

  @Test("any number of threads prints the same bytes")
  func threads() {
    let words = [
      "xsec", "--mass", "1MeV..1GeV:7", "--energy", "1GeV,10GeV", "--method", "ww,iww", "--json",
    ]
    let one = Program.lacuna.performWithData(words + ["--threads", "1"])
    let four = Program.lacuna.performWithData(words + ["--threads", "4"])
    #expect(one.status == .done && !one.output.isEmpty)
    #expect(one.output == four.output)
  }

  @Test("--out writes tables, the document and the record of the run")
  func files() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let words = [
      "xsec", "--mass", "1MeV,200GeV", "--energy", "100GeV", "--method", "iww,ww",
      "--differential", "x", "--points", "3", "--out", folder.path(), "--json",
    ]
    let first = Program.lacuna.performWithData(words)
    #expect(first.status == .done)
    let read = { (name: String) in
      try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }
    #expect(try read("xsec.json") == first.output)
    let lines = try read("xsec.csv").split(separator: "\n")
    #expect(lines.count == 5)
    #expect(lines[0] == "# electrons radiate a vector X on lead: epsilon = 1, elastic")
    #expect(lines[2].hasPrefix("mass_gev,energy_gev,sigma_pb iww,relative_error iww,"))
    #expect(lines[4].hasSuffix("\"closed: the energy is not above the threshold of 303.647 GeV\""))
    let spectra = try read("spectra.csv").split(separator: "\n")
    #expect(spectra.count == 3 + 6)
    #expect(try read("run.json").contains("\"threads\""))
    let second = Program.lacuna.performWithData(words)
    #expect(second.status == .misused)
    #expect(Program.lacuna.performWithData(words + ["--force"]).status == .done)
  }
}
