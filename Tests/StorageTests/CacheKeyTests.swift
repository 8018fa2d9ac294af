// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Storage
import Testing

@Suite("keys of the cache")
struct CacheKeyTests {
  private let key = CacheKey("table", ["name": "lead", "energy": .number(0.1), "n": .integer(7)])

  @Test("the same dependencies give the same bytes, readable ones")
  func readable() {
    #expect(
      String(decoding: key.bytes, as: UTF8.self) == """
        text 4 5
        kind: table
        text 4 4
        name: lead
        number 6 16
        energy: 3fb999999999999a
        integer 1 1
        n: 7

        """)
  }

  @Test("any change gives another key")
  func different() {
    let others = [
      CacheKey("tables", ["name": "lead", "energy": .number(0.1), "n": .integer(7)]),
      CacheKey("table", ["name": "Lead", "energy": .number(0.1), "n": .integer(7)]),
      CacheKey("table", ["name": "lead", "energy": .number(0.1.nextUp), "n": .integer(7)]),
      CacheKey("table", ["name": "lead", "energy": .number(0.1), "n": .number(7)]),
      CacheKey("table", ["name": "lead", "energy": .number(0.1), "m": .integer(7)]),
      CacheKey("table", ["energy": .number(0.1), "name": "lead", "n": .integer(7)]),
      CacheKey("table", ["name": "lead", "energy": .number(0.1)]),
      key.adding("code", "1"),
    ]
    #expect(Set(others + [key]).count == others.count + 1)
  }

  @Test("zero and minus zero differ, and so do the kinds of value")
  func bits() {
    func key(_ value: CacheKey.Dependency) -> CacheKey { CacheKey("k", ["v": value]) }
    let keys = [key(.number(0)), key(.number(-0.0)), key(.integer(0)), key("0"), key(.bytes([48]))]
    #expect(Set(keys).count == 5)
  }

  @Test("no content passes for another by the lines it holds")
  func unambiguous() {
    let one = CacheKey("k", ["a": "x\ntext 1 1\nb: y"])
    let two = CacheKey("k", ["a": "x", "b": "y"])
    #expect(one != two)
    #expect(CacheKey("k", ["a: b": "c"]) != CacheKey("k", ["a": "b: c"]))
  }

  @Test("dependencies are added one by one as they are listed")
  func adding() {
    #expect(CacheKey("k", ["a": "1", "b": "2"]) == CacheKey("k", ["a": "1"]).adding("b", "2"))
  }

  @Test("a kind is made fit for the name of a file")
  func kind() {
    #expect(CacheKey("../Track lengths", [:]).kind == "----rack-lengths")
  }
}
