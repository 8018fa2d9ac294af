// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Storage
import Testing

@Suite("JSON as a value")
struct JSONValueTests {
  @Test("literals make every kind of value")
  func literals() {
    let value: JSONValue = [
      "name": "lead", "z": 82, "density": 11.35, "metal": true, "lines": [1, 2.5, nil],
    ]
    #expect(
      value
        == .object([
          "name": .string("lead"), "z": .integer(82), "density": .number(11.35),
          "metal": .bool(true), "lines": .array([.integer(1), .number(2.5), .null]),
        ]))
    #expect(["a": 1, "a": 2] as JSONValue == .object(["a": .integer(2)]))
  }

  @Test("a number that is not finite is null, with the reason beside it")
  func notes() {
    var point: [String: JSONValue] = [:]
    point.set("width_gev", 0.5, note: "unused")
    point.set("ctau_mm", .infinity, note: "stable")
    #expect(
      JSONValue.object(point).text() == #"{"ctau_mm":null,"note":"stable","width_gev":0.5}"# + "\n")
    point.set("ratio", .nan, note: "no data")
    point.set("other", -.infinity, note: "no data; stable")
    #expect(point["note"] == .string("stable; no data; no data; stable"))
  }

  @Test("the same reason is not given twice")
  func sameNote() {
    var point: [String: JSONValue] = [:]
    point.set("a", .nan, note: "stable")
    point.set("b", .nan, note: "stable")
    #expect(point == ["a": nil, "b": nil, "note": "stable"])
  }
}

@Suite("JSON as text")
struct JSONWriterTests {
  @Test("compact and indented, keys sorted by their bytes")
  func layouts() {
    let value: JSONValue = ["b": [1, [], [:]], "a": ["x": nil, "B": false], "é": "", "z": 0]
    #expect(
      value.text() == #"{"a":{"B":false,"x":null},"b":[1,[],{}],"z":0,"é":""}"# + "\n")
    #expect(
      value.text(.indented) == """
        {
          "a": {
            "B": false,
            "x": null
          },
          "b": [
            1,
            [],
            {}
          ],
          "z": 0,
          "é": ""
        }

        """)
  }

  @Test(
    "characters that JSON or JavaScript forbid in a string are escaped, others are not",
    arguments: [
      ("quote \" and \\", #""quote \" and \\""#), ("a/b", #""a/b""#), ("\n\r\t", #""\n\r\t""#),
      ("\r\n", #""\r\n""#), ("\0\u{8}\u{1F}", #""\u0000\u0008\u001f""#),
      ("\u{7F}\u{9B}", #""\u007f\u009b""#), ("\u{2028}\u{2029}", #""\u2028\u2029""#),
      ("e\u{301} μ 𝛄 🪨", "\"e\u{301} μ 𝛄 🪨\""),
    ])
  func escapes(string: String, expected: String) {
    #expect(JSONValue.string(string).text() == expected + "\n")
    #expect(JSONValue.object([string: 1]).text() == "{\(expected):1}\n")
  }

  @Test("every control character reads back as itself")
  func readBack() throws {
    let all = String(String.UnicodeScalarView((0..<0x2030).compactMap(Unicode.Scalar.init)))
    let text = JSONValue.array([.string(all)]).text()
    #expect(try JSONDecoder().decode([String].self, from: Data(text.utf8)) == [all])
  }

  @Test(
    "numbers have the fewest digits that read back to the same bits",
    arguments: [
      (0.1, "0.1"), (1, "1.0"), (-0.0, "-0.0"), (1e23, "1e+23"), (.leastNonzeroMagnitude, "5e-324"),
      (0.1 + 0.2, "0.30000000000000004"), (-1.5e-7, "-1.5e-07"),
      (.greatestFiniteMagnitude, "1.7976931348623157e+308"),
    ])
  func numbers(number: Double, expected: String) throws {
    let text = JSONValue.array([.number(number)]).text()
    #expect(text == "[\(expected)]\n")
    let back = try JSONDecoder().decode([Double].self, from: Data(text.utf8))
    #expect(back[0].bitPattern == number.bitPattern)
  }

  @Test("infinite and undefined numbers are null")
  func notFinite() {
    let value: JSONValue = [.number(.nan), .number(.infinity), .number(-.infinity)]
    #expect(value.text() == "[null,null,null]\n")
  }

  @Test("whole numbers have no point, up to the largest")
  func integers() {
    #expect(([0, -7, .integer(.max)] as JSONValue).text() == "[0,-7,9223372036854775807]\n")
  }

  @Test("the order of insertion leaves no trace")
  func order() {
    let keys = (0..<100).map { "key\($0)" }
    func text(_ keys: [String]) -> String {
      var object: [String: JSONValue] = [:]
      for key in keys { object[key] = .string(key) }
      return JSONValue.object(object).text()
    }
    #expect(text(keys) == text(keys.reversed()))
  }
}
