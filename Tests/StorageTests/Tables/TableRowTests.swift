// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Storage
import Testing

@Suite("Rows of tables")
struct TableRowTests {
  func row(_ field: String) throws -> TableRow {
    let table = try DataTable("a,x\n-,\(field)\n", file: "t.csv", columns: ["a", "x"])
    return try #require(table.rows.first)
  }

  @Test(
    "a field that is no number is refused with its line and column",
    arguments: [
      ("", "t.csv:2: 'x': no number (the field is empty)"),
      (
        "nan",
        "t.csv:2: 'x': 'nan' is not a number (only finite numbers are taken) write for example '2.84e11'"
      ),
      ("-1", "t.csv:2: 'x' is -1.0 (it must be above 0)"),
      ("0", "t.csv:2: 'x' is 0.0 (it must be above 0)"),
    ])
  func damage(_ field: String, _ expected: String) throws {
    let row = try row(field)
    let error = #expect(throws: TableError.self) { try row.positive("x") }
    #expect(error?.description == expected)
  }

  @Test("an empty field is no number where one may be left out")
  func empty() throws {
    #expect(try row("").optionalNumber("x") == nil)
    #expect(try row("3").optionalNumber("x") == 3)
    #expect(try row("0").nonNegative("x") == 0)
    #expect(try row("two  words").words("x") == ["two", "words"])
  }
}
