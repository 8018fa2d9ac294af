// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Commands
import Quantities
import Testing

@Suite("Tables")
struct TableTests {
  private let table: Table = {
    var table = Table([
      Table.Column("mass", unit: "MeV", .number), Table.Column("σ", unit: "pb", .number),
      Table.Column("channel"),
    ])
    table.append(["10", "1.23e4", "e+ e-"])
    table.append(["100.5", "-0.5", "mu+ mu-, where the mediator is heavy enough"])
    table.append(["1", "7"])
    return table
  }()

  @Test("numbers stand on their decimal points, headers carry units, lines end without spaces")
  func wide() {
    #expect(
      table.rendered(on: channel()) == """
        mass [MeV]   σ [pb]  channel
              10     1.23e4  e+ e-
             100.5  -0.5     mu+ mu-, where the mediator is heavy enough
               1     7
        """)
  }

  @Test("long text is wrapped where a terminal is narrow")
  func narrow() {
    let lines = table.rendered(on: channel(columns: 40)).split(separator: "\n")
    #expect(lines.allSatisfy { $0.displayWidth <= 40 })
    #expect(lines.count == 6)
    #expect(lines[2].hasSuffix("mu+ mu-, where the"))
  }

  @Test("a word too wide for its column is cut with an ellipsis")
  func cut() {
    var table = Table([Table.Column("name"), Table.Column("path")])
    table.append(["a", "/a/path/without/any/space/in/it"])
    let text = table.rendered(on: channel(columns: 20))
    #expect(text == "name  path\na     /a/path/witho…")
  }

  @Test("wide characters count two columns")
  func unicode() {
    var table = Table([Table.Column("name"), Table.Column("n", .number)])
    table.append(["鉛", "1"])
    table.append(["e\u{301}", "22"])
    #expect(table.rendered(on: channel()) == "name   n\n鉛     1\ne\u{301}     22")
  }

  @Test("headers are emphasised only where colours are allowed")
  func colour() {
    var table = Table([Table.Column("name")])
    table.append(["lead"])
    #expect(table.rendered(on: channel(colourful: true)) == "\u{1B}[1mname\u{1B}[0m\nlead")
  }

  @Test("control characters in a cell cannot steer a terminal")
  func control() {
    var table = Table([Table.Column("name")])
    table.append(["\u{1B}[31mred\n"])
    #expect(table.rendered(on: channel()) == "name\n␛[31mred␊")
  }

  private func channel(columns: Int? = nil, colourful: Bool = false) -> Channel {
    Channel(sink: Listener(), columns: columns, isColourful: colourful)
  }
}
