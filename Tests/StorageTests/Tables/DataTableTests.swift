// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Storage
import Testing

@Suite("Tables of numbers")
struct DataTableTests {
  @Test("comments, blank lines and spaces do not matter; rows remember their lines")
  func layout() throws {
    let text = "# a comment\n\n name , x\n  # another\r\n a , 1 \n\n b,-2.5e3\n"
    let table = try DataTable(text, file: "t.csv", columns: ["name", "x"])
    #expect(table.rows.map(\.line) == [5, 7])
    #expect(try table.rows.map { try $0.number("x") } == [1, -2500])
    #expect(table.rows.map { $0.text("name") } == ["a", "b"])
  }

  @Test(
    "a damaged table is refused with file, line and reason",
    arguments: [
      ("", "t.csv: the table is empty (it has no line of column names) the columns are: name,x"),
      (
        "name,x\n", "t.csv: the table is empty (no row follows the columns) the columns are: name,x"
      ),
      (
        "name,y\na,1\n",
        "t.csv:1: unknown columns 'name,y' (this table has others) the columns are: name,x"
      ),
      (
        "name,x\na,1,2\n",
        "t.csv:2: a row of 3 fields (there are 2 columns) leave a field empty between its commas,"
          + " and write no comma in it"
      ),
    ])
  func damage(_ text: String, _ expected: String) {
    let error = #expect(throws: TableError.self) {
      try DataTable(text, file: "t.csv", columns: ["name", "x"])
    }
    #expect(error?.description == expected)
  }

  @Test("a missing file is an error that names it")
  func missing() {
    let error = #expect(throws: TableError.self) {
      try DataTable(readingFrom: "/nowhere/t.csv", columns: ["x"])
    }
    #expect(
      error?.description
        == "/nowhere/t.csv: cannot read the table (there is no such file or folder)")
  }
}
