// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Commands
import Foundation
import Testing

@Suite("Moments")
struct MomentCommandTests {
  @Test("moment answers as recorded", arguments: Transcript.exchanges(in: "moments"))
  func transcript(_ exchange: Transcript) {
    #expect(exchange.actual(from: .lacuna, data: Checkout.data) == exchange.answer)
  }

  private static let references = (try? Checkout.rows("Data/validation/moments.csv")) ?? []

  @Test("every reference band comes out of a command line", arguments: references)
  func reference(_ row: [String: String]) throws {
    let document = try Program.lacuna.document([
      "moment", "--lepton", "muon", "--mediator", "vector", "--mass",
      "\(row["mass_gev"] ?? "")GeV", "--sigma", "2",
    ])
    let point = try #require((document["points"] as? [[String: Any]])?.first)
    let bands = try #require(point["bands"] as? [[String: Any]])
    let band = try #require(bands.first { $0["measurement"] as? String == row["measurement"] })
    let edges = ["-2": "lower", "0": "best", "2": "upper"]
    let edge = try #require(row["deviations"].flatMap { edges[$0] })
    let found = try #require(band[edge] as? Double)
    let expected = try #require(row["expected"].flatMap(Double.init))
    let tolerance = try #require(row["tolerance"].flatMap(Double.init))
    #expect(abs(found - expected) <= tolerance)
    #expect(band["is_band"] as? Bool == true)
  }

  @Test("there are reference bands")
  func completeness() { #expect(Self.references.count >= 12) }

  @Test("the coupling of a dark photon is that of a vector over the charge")
  func mixing() throws {
    let common = ["moment", "--lepton", "muon", "--mass", "10MeV", "--sigma", "2"]
    let edges = try [["--mediator", "vector"], ["--model", "dark-photon"]].map { words in
      let document = try Program.lacuna.document(common + words)
      let points = try #require(document["points"] as? [[String: Any]])
      let bands = try #require(points.first?["bands"] as? [[String: Any]])
      return try #require(bands.last?["upper"] as? Double)
    }
    // eps = g / e with e = sqrt(4 pi alpha) = 0.302822...
    #expect(abs(edges[0] / edges[1] / 0.302_822_120_9 - 1) < 1e-9)
    #expect(abs(edges[1] - 2.0148e-3) < 5e-8)
  }

  @Test("heavy mediators approach the formula of the literature, light ones do not")
  func heavy() throws {
    let document = try Program.lacuna.document([
      "moment", "--lepton", "electron", "--mediator", "vector", "--mass", "0.1MeV,10GeV",
      "--coupling", "1e-3",
    ])
    let points = try #require(document["points"] as? [[String: Any]])
    let ratios = points.compactMap { $0["ratio_to_heavy_mass"] as? Double }
    #expect(ratios.count == 2)
    #expect(ratios[0] < 0.1 && abs(ratios[1] - 1) < 1e-5)
    #expect(points.allSatisfy { ($0["delta_a"] as? Double ?? 0) > 0 })
  }
}
