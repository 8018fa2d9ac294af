// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector
import Storage
import Testing

@Suite("Tables of data files")
struct DataTableTests {
  @Test("comments and blank lines are passed over, fields are trimmed, lines are counted")
  func reading() throws {
    let table = try DataTable(
      text: "# a\n\nname, x_gev\n  # b\none , 1.5\ntwo,2e-3\n", name: "t.csv")
    #expect(table.rows.map(\.line) == [5, 6])
    #expect(try table.rows[0].text("name") == "one")
    #expect(try table.rows[1].number("x_gev") == 2e-3)
  }

  @Test("faults name file, line and cause")
  func faults() throws {
    let table = try DataTable(text: "name,x\none,1 GeV\n", name: "t.csv")
    #expect(
      text { _ = try table.rows[0].text("y") } == "t.csv:2: no column 'y' (the header lacks it)")
    let fault = text { _ = try table.rows[0].number("x") }
    #expect(fault?.hasPrefix("t.csv:2: no number in column 'x' (") == true)
    #expect(
      text { _ = try DataTable(text: "a,b\n1\n", name: "t.csv") }
        == "t.csv:2: 1 fields (the header has 2)")
    #expect(
      text { _ = try DataTable(text: "# nothing\na,b\n", name: "t.csv") }
        == "t.csv: an empty table (it needs a header and rows)")
  }

  @Test("a missing file is named")
  func missing() throws {
    let data = try Laboratory.data()
    let fault = text { _ = try DataTable("no_such.csv", of: .tables, in: data) }
    #expect(fault?.hasPrefix("no_such.csv: cannot read the table (") == true)
  }

  private func text(_ body: () throws -> Void) -> String? {
    do {
      try body()
      return nil
    } catch {
      return "\(error)"
    }
  }
}
