// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Commands
import Foundation
import Testing

@Suite("Limits")
struct LimitCommandTests {
  @Test("limit answers as recorded", arguments: Transcript.exchanges(in: "limits"))
  func transcript(_ exchange: Transcript) {
    #expect(exchange.actual(from: .lacuna, data: Checkout.data) == exchange.answer)
  }

  private static let references =
    (try? Checkout.rows("Data/validation/statistics_limits.csv")) ?? []
  private static let regions =
    (try? Checkout.rows("Data/validation/statistics_control_regions.csv")) ?? []

  @Test("there are reference limits and regions")
  func completeness() {
    #expect(Self.references.count >= 60)
    #expect(Self.regions.count >= 20)
  }

  @Test("every reference limit comes out of a command line", arguments: references)
  func reference(_ row: [String: String]) throws {
    var words = [
      "limit", "--method", row["method"] ?? "", "--cl", row["cl"] ?? "", "--observed",
      row["observed"] ?? "", "--background", row["background"] ?? "",
    ]
    if let shape = row["shape"], shape != "none" {
      words += ["--background-error", row["error"] ?? "", "--background-model", shape]
    }
    if let shape = row["efficiency_shape"], shape != "none" {
      words += [
        "--efficiency-error", row["efficiency_error"] ?? "", "--efficiency-model", shape,
      ]
    }
    let document = try Program.lacuna.document(words)
    #expect(document["method"] as? String == row["method"])
    #expect(document["cl"] as? Double == row["cl"].flatMap(Double.init))
    let found = try #require(document[row["edge"] ?? ""] as? Double)
    let expected = try #require(row["value"].flatMap(Double.init))
    let tolerance = try #require(row["tolerance"].flatMap(Double.init))
    #expect(abs(found - expected) <= tolerance)
  }

  @Test(
    "the p-values of published regions come out of a command line",
    arguments: regions.filter {
      ["known", "gauss", "gamma"].contains($0["prescription"])
    })
  func region(_ row: [String: String]) throws {
    let shape = row["prescription"] ?? ""
    let uncertainty =
      shape == "known"
      ? [] : ["--background-error", row["error"] ?? "", "--background-model", shape]
    let document = try Program.lacuna.document(
      ["limit", "--p-value", "--observed", row["observed"] ?? ""]
        + ["--background", row["expected"] ?? ""] + uncertainty)
    let found = try #require(document["p_\(row["test"] ?? "")"] as? Double)
    let expected = try #require(row["value"].flatMap(Double.init))
    let tolerance = try #require(row["tolerance"].flatMap(Double.init))
    #expect(abs(found - expected) <= tolerance)
  }

  @Test("the document of one method has the keys that scripts rely on")
  func shape() throws {
    let document = try Program.lacuna.document([
      "limit", "--observed", "1", "--background", "0.53", "--background-error", "0.17",
      "--expected", "--coverage",
    ])
    #expect(
      Set(document.keys) == [
        "method", "cl", "upper", "lower", "meaning", "summary", "notes", "warnings", "observed",
        "background", "background_error", "background_model", "expected", "coverage",
      ])
    let expected = try #require(document["expected"] as? [String: Any])
    let ordered = ["low_95", "low_68", "median", "high_68", "high_95"].compactMap {
      expected[$0] as? Double
    }
    #expect(ordered.count == 5)
    #expect(ordered == ordered.sorted())
    let coverage = try #require(document["coverage"] as? [[String: Double]])
    #expect(coverage.map { $0["signal"] } == (0...10).map(Double.init))
    #expect(coverage.allSatisfy { (0.9...1).contains($0["probability"] ?? 0) })
  }

  @Test("several methods stand in a list, one without an answer says why")
  func several() throws {
    let table = try Self.table("observed,background\n1,0.5\n0,0.2\n")
    defer { try? FileManager.default.removeItem(at: table) }
    let document = try Program.lacuna.document([
      "limit", "--bins", table.path(), "--method", "cls,feldman-cousins,bayes",
    ])
    let limits = try #require(document["limits"] as? [[String: Any]])
    #expect(limits.compactMap { $0["method"] as? String } == ["cls", "feldman-cousins", "bayes"])
    #expect(limits.map { $0["upper"] is Double } == [true, false, true])
    #expect((limits[1]["note"] as? String)?.hasPrefix("feldman-cousins cannot combine") == true)
    #expect(document["upper"] == nil)
  }

  @Test("all names every method once")
  func all() throws {
    let document = try Program.lacuna.document([
      "limit", "--observed", "0", "--background", "0.5", "--method", "cls,all", "--fc-edges", "raw",
    ])
    let names = try #require(document["limits"] as? [[String: Any]])
      .compactMap { $0["method"] as? String }
    #expect(names.first == "cls")
    #expect(names.count == 9)
    #expect(Set(names).count == 9)
    #expect(!names.contains("feldman-cousins"))
  }

  @Test("bins that share their efficiency are one bin that is larger")
  func bins() throws {
    let table = try Self.table(
      """
      # two halves of a run
      bin, observed, background, efficiency
      first, 1, 0.25, 0.5
      second, 0, 0.25, 0.5

      """)
    defer { try? FileManager.default.removeItem(at: table) }
    for method in ["poisson", "cls", "bayes"] {
      let words = ["limit", "--method", method]
      let halves = try Program.lacuna.document(words + ["--bins", table.path()])
      let whole = try Program.lacuna.document(words + ["--observed", "1", "--background", "0.5"])
      let upper = try #require(halves["upper"] as? Double)
      #expect(abs(upper / (try #require(whole["upper"] as? Double)) - 1) < 1e-7)
    }
  }

  @Test(
    "a bad table is refused with its line",
    arguments: [
      (
        "observed,background\n1,2\n-1,2\n", ":3: invalid observed=-1.0 (a count cannot be negative)"
      ),
      (
        "observed,background\n1.5,2\n",
        ":2: invalid observed=1.5 (a count is a whole number) an expected number of events belongs "
          + "to the background"
      ),
      (
        "observed,background,background_error\n1,0,2\n",
        ":2: background error=2.0 without background (an error of a number that is zero says "
          + "nothing about its density) give the mean background that the error belongs to"
      ),
      ("observed,background\n1,-2\n", ":2: 'background' is -2.0 (it cannot be below 0)"),
      ("observed,background\n1,1e300\n", ":2: 'background' is 1e+300 (it must be at most 1000000)"),
      (
        "observed,background\n1,\n",
        ":2: 'background': no number (the field is empty)"
      ),
      (
        "observed,background\n1\n",
        ":2: a row of 1 fields (there are 2 columns) leave a field empty between its commas, and "
          + "write no comma in it"
      ),
      (
        "observed,backgroud\n1,2\n",
        ":1: unknown columns 'observed,backgroud' (this table has others) the columns are: "
          + "bin,observed,background,background_error,efficiency,efficiency_error"
      ),
    ])
  func badTable(_ text: String, _ finding: String) throws {
    let table = try Self.table(text)
    defer { try? FileManager.default.removeItem(at: table) }
    let performance = Program.lacuna.perform(["limit", "--bins", table.path()])
    #expect(performance.status == .misused)
    #expect(performance.output.isEmpty)
    #expect(performance.error == "lacuna: error: \(table.path())\(finding)\n")
  }

  private static func table(_ text: String) throws -> URL {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).csv")
    try text.write(to: file, atomically: true, encoding: .utf8)
    return file
  }
}
