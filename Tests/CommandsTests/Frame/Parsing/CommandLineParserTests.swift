// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Commands
import Testing

@Suite("Reading a command line")
struct CommandLineParserTests {
  private let words = [
    "", "-", "--", "---", "--energy", "--energy=", "=", "-1", "-x", "--method", "exact,", ",",
    "é=ü",
    "--set", "a=b", "--help=1", "lead", "left", "5GeV", "\u{0}", "\u{1F9EA}", "--events", "1e99",
    "--json", "-h",
  ]

  @Test("no mixture of words is left without an answer: a request, or a sentence for each mistake")
  func mixtures() {
    var state: UInt64 = 1
    func draw(below bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let parser = CommandLineParser(for: ShootCommand().declaration, of: "beamline")
    for _ in 0..<3000 {
      let line = (0..<draw(below: 8)).map { index in
        Word(words[draw(below: words.count)], at: Word.Place(index: index))
      }
      do throws(UsageErrors) {
        _ = try parser.parse(line)
      } catch {
        #expect(!error.all.isEmpty)
        #expect(error.all.allSatisfy { !$0.problem.isEmpty && !$0.reason.isEmpty })
        #expect(error.all.compactMap(\.place?.index).allSatisfy(line.indices.contains))
      }
    }
  }

  @Test("mistakes come from left to right, what is missing comes last")
  func order() {
    let line = ["--events", "0", "--method", "x", "--energy", "1"].enumerated().map { index, text in
      Word(text, at: Word.Place(index: index))
    }
    let parser = CommandLineParser(for: ShootCommand().declaration, of: "beamline")
    let errors = #expect(throws: UsageErrors.self) { try parser.parse(line) }
    #expect(errors?.all.map { $0.place?.index } == [1, 3, 5, nil])
  }
}
