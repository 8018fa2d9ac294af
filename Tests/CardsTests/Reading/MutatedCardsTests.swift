// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Foundation
import Testing

@Suite("Mutated cards")
struct MutatedCardsTests {
  /// Bytes and words that mean something to YAML or to cards.
  static let words = [
    "{", "}", "[", "]", ": ", ":", ", ", "- ", "\n", "\n  ", "\t", "#", "&a ", "*a", "!!x ", "|",
    ">",
    "'", "\"", "\\", "%", "@", "---", "...", "? ", "\0", "\u{FEFF}", "\u{85}", "\u{2028}", "é", "日",
    "extends: parent\n", "remove: true", "name: ecal", "kind: counter", "value: 1", "1e999", "-",
    " GeV", "..", ":60", "and", "<", "null", "~", "\r",
  ]

  static let seeds: [[UInt8]] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Corpus")
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.sorted().compactMap { try? Array(Data(contentsOf: folder.appending(path: $0))) }
  }()

  static func mutated(_ seed: [UInt8], _ dice: inout Dice) -> [UInt8] {
    var bytes = seed
    for _ in 0..<Int.random(in: 1...2, using: &dice) {
      let start = Int.random(in: 0...bytes.count, using: &dice)
      let end = min(bytes.count, start + Int.random(in: 0...6, using: &dice))
      switch Int.random(in: 0..<5, using: &dice) {
      case 0: bytes.removeSubrange(start..<end)
      case 1: bytes.insert(UInt8.random(in: 0x20...0x80, using: &dice), at: start)
      case 2:
        bytes.replaceSubrange(start..<end, with: words.randomElement(using: &dice)?.utf8 ?? "".utf8)
      case 3:
        bytes.insert(contentsOf: words.randomElement(using: &dice)?.utf8 ?? "".utf8, at: start)
      default: bytes.insert(contentsOf: bytes[start..<end], at: start)
      }
    }
    return bytes
  }

  @Test("start from five sound cards and three that are not")
  func seedsAreSound() {
    let readings = Self.seeds.map {
      Fixture.read(bytes: $0, shelf: ["parent": LineageTests.parent])
    }
    #expect(readings.filter { $0.card != nil }.count == 5)
    #expect(readings.count == 8)
  }

  @Test("never crash, give a card or a reason, and places inside their text")
  func survive() throws {
    #expect(Self.seeds.count >= 5)
    var dice = Dice(seed: 2016)
    var cards = 0
    for round in 0..<(5000 * Effort.factor) {
      let seed = Self.seeds[round % Self.seeds.count]
      let bytes = Self.mutated(seed, &dice)
      let option = Self.words.randomElement(using: &dice) ?? ""
      let overrides = round % 4 == 0 ? ["detector.ecal.layers=\(option)"] : []
      let reading = Fixture.read(
        bytes: bytes, set: overrides, shelf: ["parent": LineageTests.parent])
      #expect((reading.card == nil) == reading.findings.hasErrors)
      for finding in reading.findings.kept {
        let range = finding.place.bytes
        #expect(range.upperBound <= finding.place.source.bytes.count)
        #expect(!finding.message.isEmpty)
        #expect(finding.place.start.line <= finding.place.end.line)
      }
      let text = FindingPrinter(isColored: round % 2 == 0).text(for: reading.findings)
      #expect(text.isEmpty == reading.findings.isEmpty)
      guard let card = reading.card else { continue }
      cards += 1
      let printed = YAMLPrinter().text(for: card.written)
      let again = Fixture.read(printed)
      #expect(again.card?.written == card.written, "\(printed)")
    }
    // Mutations that leave every card or no card sound would test little.
    #expect((100..<4000).contains(cards))
  }
}
