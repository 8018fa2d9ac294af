// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Matter
import Testing

@Suite("Cards of materials")
struct MaterialKeysTests {
  static func errors(_ body: String) throws -> [String] {
    let source = Source(
      name: "x.yaml", text: "schema: 1\nkind: material\nname: x\n" + body)
    let catalogue = MaterialCatalogue(elements: try Shipped.elements(), cards: [source])
    return catalogue.findings(named: "x").kept.map {
      "\($0.place.start.line): \($0.message)" + ($0.suggestion.isEmpty ? "" : "; \($0.suggestion)")
    }
  }

  @Test(
    "a mistake is a finding with its line and a way out",
    arguments: [
      (
        "composition: {Pb: 1}\n",
        "1: missing key 'density' (mass per volume; 0 for the vacuum, that of its parts for a"
          + " mixture); add 'density: 11.35 g/cm3'"
      ),
      (
        "density: 1 g/cm3\n",
        "1: no composition (only the vacuum, with density 0, has none);"
          + " add for example 'composition: {Pb: 1}'"
      ),
      (
        "density: 0 g/cm3\ncomposition: {Pb: 1}\n",
        "5: 'composition' with density 0 (the vacuum holds nothing); give the density"
      ),
      (
        "density: 1 g/cm3\ncomposition: {Pb: 1}\nmass-fractions: {Pb: 1}\n",
        "6: 'composition' and 'mass-fractions' (a material has one composition); keep one of them"
      ),
      (
        "density: 1 g/cm3\ncomposition: {Pb: 1, Qb: 1}\n",
        "5: no element is named 'Qb' (184 names are known); did you mean 'B'?"
      ),
      (
        "density: 1 g/cm3\nmass-fractions: {N: 70 %, O: 20 %}\n",
        "5: the shares add up to 90 % (they must make 100 % within 0.1 %);"
          + " write numbers of atoms under 'composition' instead, or correct them"
      ),
      (
        "mixture: {by: mass, parts: {led: 100 %}}\n",
        "4: no material is named 'led' (1 name is known)"
      ),
      (
        "density: 1 g/cm3\ncomposition: {}\n",
        "5: no part (a composition has at least one)"
      ),
      (
        "density: 1 g/cm3\ncomposition: {Pb: 1}\n"
          + "density-effect: {c: 6, x0: 3, x1: 2, a: 0.1, m: 3}\n",
        "6: x0=3.0 is not below x1=2.0 (the effect sets in at x0); exchange them"
      ),
    ])
  func mistakes(_ body: String, _ expected: String) throws {
    #expect(try Self.errors(body) == [expected])
  }

  @Test("the vacuum needs no composition")
  func vacuum() throws {
    #expect(try Self.errors("density: 0 g/cm3\n") == [])
  }
}
