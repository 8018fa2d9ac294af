// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Commands
import Foundation
import Testing

@Suite("Explanations")
struct ExplainCommandTests {
  private static func explain(_ words: String...) throws -> [String: Any] {
    try Program.lacuna.document(["explain", "xsec"] + words)
  }

  private static func ingredients(_ document: [String: Any]) -> [String: Double] {
    let sections = document["ingredients"] as? [[String: Any]] ?? []
    let entries = sections.flatMap { $0["entries"] as? [[String: Any]] ?? [] }
    return Dictionary(
      entries.compactMap { entry in
        (entry["quantity"] as? String).flatMap { name in
          (entry["value"] as? Double).map { (name, $0) }
        }
      }
    ) { first, _ in first }
  }

  @Test(
    "the leading logarithm can be put together from the ingredients",
    arguments: [("1MeV", "mass"), ("16.7MeV", "mass"), ("100MeV", "beam")])
  func leadingLogarithm(_ mass: String, _ limit: String) throws {
    let document = try Self.explain(
      "--mass", mass, "--energy", "100GeV", "--method", "leading-log,ww", "--flux-tmax", limit)
    let values = Self.ingredients(document)
    let value = { (name: String) in try #require(values[name]) }
    let mass = try value("m")
    let number =
      try 4.0 / 3 * value("alpha") * value("alpha") * value("g") * value("g") / (4 * .pi)
      * value("chi/Z^2 leading-log") * 82 * 82 / (mass * mass) * value("beta") * value("logarithm")
      * value("(hbar c)^2")
    let point = try #require((document["points"] as? [[String: Any]])?.first)
    let sigma = try #require(point["sigma_pb"] as? Double)
    #expect(abs(number / sigma - 1) < 1e-9)
    #expect(document["method"] as? String == "leading-log")
    #expect((document["formulas"] as? [[String: Any]])?.count == 4)
  }

  @Test("the peak of a resonance can be put together from the ingredients")
  func resonance() throws {
    let document = try Self.explain(
      "--process", "annihilation", "--mass", "100MeV", "--energy", "9.784GeV", "--epsilon", "1e-4",
      "--dark-matter", "dirac")
    let values = Self.ingredients(document)
    let value = { (name: String) in try #require(values[name]) }
    let (mass, electron) = try (value("m"), value("m_l"))
    #expect(abs(try value("E_res") - (mass * mass / (2 * electron) - electron)) < 1e-6)
    #expect(abs(try value("half width") / (mass * value("Gamma") / (2 * electron)) - 1) < 1e-6)
  }

  @Test("every source is a key of the bibliography")
  func sources() throws {
    let commands = [
      ["--mass", "1MeV", "--energy", "1GeV", "--form-factor", "full"],
      ["--process", "primakoff", "--g", "1/GeV", "--mass", "1MeV", "--energy", "1GeV"],
      ["--process", "annihilation", "--mass", "9MeV", "--energy", "1GeV", "--epsilon", "1e-3"],
      ["--process", "continuum-annihilation", "--mass", "9MeV", "--energy", "1GeV"],
      ["--process", "compton", "--mass", "1MeV", "--energy", "1GeV"],
    ]
    let keys = try Checkout.text("Data/references.bib").matches(of: /@\w+\{([^,]+),/)
      .map { String($0.1) }
    for words in commands {
      let document = try Program.lacuna.document(["explain", "xsec"] + words)
      let formulas = document["formulas"] as? [[String: Any]] ?? []
      let sections = document["ingredients"] as? [[String: Any]] ?? []
      let entries = sections.flatMap { $0["entries"] as? [[String: Any]] ?? [] }
      let sources = (formulas + entries).compactMap { $0["source"] as? String }
      #expect(!formulas.isEmpty && sources.count > formulas.count)
      #expect(sources.allSatisfy(keys.contains))
    }
  }
}
