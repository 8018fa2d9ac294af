// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Testing

@Suite("The reference")
struct ReferencePageTests {
  @Test("is made of the declarations, literally")
  func literally() {
    #expect(
      ReferencePage.markdown(for: [Fixture.material]) == """
        ## Every card

        | key | type and unit | default | meaning | example |
        |---|---|---|---|---|
        | `schema` | whole number, 1 | required | version of the language of cards; the first key of every card | `1` |
        | `kind` | one of: material | required | what the card describes | `material` |
        | `extends` | text | none | card that this one starts from, by name or by path; only what differs is written | `na64e-invisible` |

        ## `kind: material`

        What things are made of.

        | key | type and unit | default | meaning | example |
        |---|---|---|---|---|
        | `name` | name, letters, digits, - _ + ' | required | name by which other cards and commands find it | `na64e-invisible` |
        | `title` | text | `""` | one line for headings of figures and reports | `NA64, electrons, invisible` |
        | `density` | measured density, above 0 g/cm3 (mg/cm3, g/cm3, kg/m3) | required | its density | `{value: 11.35 g/cm3, source: KEY, certainty: quoted}` |

        """)
  }

  @Test("has every key of every section and kind of element")
  func complete() {
    let page = ReferencePage.markdown(for: [Fixture.search, Fixture.material])
    for key in [
      "particle", "momentum-spread", "electrons", "layers", "cells", "absorber", "cut",
      "annihilation", "mass", "cl", "density",
    ] {
      #expect(page.contains("| `\(key)` |"), "\(key)")
    }
    for heading in [
      "## `kind: search`", "### `beam`", "#### `detector` of kind `calorimeter`",
      "### `detector.NAME.absorber`", "### `model.production`",
    ] {
      #expect(page.contains("\n\(heading)\n"), "\(heading)")
    }
  }

  @Test("its examples are values that the checks take")
  func examplesAreSound() {
    let keys: [any DeclaredKey] = Fixture.Beam.form.keys + Fixture.Statistics.form.keys
    for key in keys where !key.example.isEmpty {
      let section = Fixture.Beam.form.keys.contains { $0.name == key.name } ? "beam" : "statistics"
      let momentum = section == "beam" && key.name != "momentum" ? "momentum: 1 GeV, " : ""
      let head = section == "beam" ? "schema: 1\nkind: search\nname: t\n" : Fixture.head
      let example = key.name == "cl" ? "0.9" : key.example
      let reading = Fixture.read(head + "\(section): {\(momentum)\(key.name): \(example)}")
      let faults = reading.findings.kept.filter { !$0.message.hasPrefix("low is") }
      #expect(faults.isEmpty, "\(key.name): \(example)")
    }
  }
}
