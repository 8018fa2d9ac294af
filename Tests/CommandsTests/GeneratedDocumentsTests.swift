// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Commands
import Foundation
import Testing

/// Documents that are made from the code.
///
/// `make docs` writes them again.
@Suite("Documents made from the code", .serialized)
struct GeneratedDocumentsTests {
  private static let checkout = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  private static let isRecording = ProcessInfo.processInfo.environment["RECORD"] == "1"

  private func expect(_ current: String, in path: String) throws {
    let file = Self.checkout.appending(path: path)
    if Self.isRecording { try current.write(to: file, atomically: true, encoding: .utf8) }
    let written = try? String(contentsOf: file, encoding: .utf8)
    #expect(written == current, "\(path) is not current; 'make docs' writes it again")
  }

  @Test("docs/COMMANDS.md is what the commands declare")
  func commands() throws {
    try expect(
      CommandReference(of: Program.lacuna.declaration).markdown, in: "docs/COMMANDS.md")
  }

  @Test("docs/CARDS.md is what the keys of cards declare")
  func cards() throws {
    let reference = ReferencePage.markdown(for: Inventory.lacuna.cardKinds)
    try expect(cardsPreamble + reference, in: "docs/CARDS.md")
  }

  @Test("docs/FORMULAS.md and the table of formulas are what the doc comments say")
  func formulas() throws {
    let bibliography = try Bibliography(
      Checkout.text("Data/references.bib"), file: "Data/references.bib")
    let documents = FormulaDocuments(of: try Checkout.formulas(), bibliography)
    try expect(documents.page, in: "docs/FORMULAS.md")
    try expect(documents.table, in: "Data/tables/formulas.csv")
  }

  @Test("the drawing of a calorimeter is that of its card")
  func figure() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "lacuna-documents-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "figure.svg").path()
    let performance = Program.lacuna.performWithData(["show", "na64-ecal", "--figure", path])
    #expect(performance.status == .done, "\(performance.error)")
    let drawing = try String(contentsOfFile: path, encoding: .utf8)
    try expect(drawing, in: "docs/figures/na64-ecal.svg")
  }

  @Test("the README shows what its commands print")
  func readme() throws {
    let file = Self.checkout.appending(path: "README.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    try expect(replay(text), in: "README.md")
  }

  /// The text with the answer of every `$ lacuna ...` line of its console blocks made anew.
  private func replay(_ text: String) -> String {
    var lines: [String] = []
    var isInBlock = false
    var isAnswer = false
    for line in text.components(separatedBy: "\n") {
      if line.hasPrefix("```") {
        isInBlock = line == "```console"
        isAnswer = false
      }
      if isInBlock, line.hasPrefix("$ lacuna ") {
        isAnswer = true
        lines.append(line)
        lines.append(contentsOf: answer(to: line))
      } else if !isAnswer {
        lines.append(line)
      }
    }
    return lines.joined(separator: "\n")
  }

  private func answer(to line: String) -> [String] {
    let words = line.dropFirst("$ lacuna ".count).split(separator: " ").map(String.init)
    let performance = Program.lacuna.perform(
      words, environment: ["LACUNA_DATA": Self.checkout.appending(path: "Data").path()])
    var answer = (performance.output + performance.error).components(separatedBy: "\n")
    while answer.last == "" { answer.removeLast() }
    return answer
  }
}

private let cardsPreamble = """
  # Cards

  The language in which searches, models and materials are described: YAML 1.2, one card a file. This
  page is made from the declarations of the keys, which also check the cards and print them
  (`lacuna check`, `lacuna show`).

  - A number has its unit: `100 GeV`. Where a measured number is taken, it may say where it comes from:
    `{value: 100 GeV, error: 1 GeV, source: KEY, certainty: quoted|digitised|recalled|assumed}`.
    Reports list every number that is not `quoted`.
  - `extends: NAME` starts from another card, by name or by a path ending in `.yaml`. Maps merge key by
    key, lists of named elements by their `name` (`{name: ecal, layers: 100}` changes one element,
    `{name: srd, remove: true}` drops one); other lists are replaced.
  - An element of a detector may start from the card of one, too: `{name: ecal, extends: na64-ecal,
    at: 0 m}` has the keys of the `element` in the card `na64-ecal`, and its own over them. That is done
    first, so that for the two rules around this one the element is written out.
  - `--set path=value` uses the same paths: `--set detector.ecal.layers=100`.
  - What a value means follows from its key, never from how YAML would guess it: `no` in a text stays
    `no`, and switches take `on` and `off`.
  - Anchors, aliases and tags are refused; cards are at most 64 levels deep and 10 MB large.


  """
