// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Commands
import Foundation
import Testing

@Suite("Commands about cards")
struct CardCommandsTests {
  @Test("list, show and check answer as recorded", arguments: Transcript.exchanges(in: "cards"))
  func cards(_ exchange: Transcript) {
    #expect(exchange.actual(from: .library) == exchange.answer)
  }

  @Test("show and list answer for the data that ship", arguments: Transcript.exchanges(in: "shown"))
  func shown(_ exchange: Transcript) {
    #expect(exchange.actual(from: .lacuna, data: Checkout.data) == exchange.answer)
  }

  @Test("every card that ships is sound, found by its aliases, and shown with what follows")
  func shipped() throws {
    let kinds = try #require(try Program.lacuna.document(["list"])["kinds"] as? [[String: Any]])
    for kind in kinds where kind["kind"] as? String != "processes" {
      for entry in try #require(kind["entries"] as? [[String: Any]]) {
        let name = try #require(entry["name"] as? String)
        let checked = Program.lacuna.performWithData(["check", name])
        #expect(checked.output == "\(name): sound\n")
        for alias in try #require(entry["aliases"] as? [String]) {
          let shown = try Program.lacuna.document(["show", alias])
          #expect(shown["name"] as? String == name)
        }
        guard kind["kind"] as? String == "materials" else { continue }
        let derived = try Program.lacuna.document(["show", name])["derived"] as? [[String: Any]]
        #expect(derived?.isEmpty == false)
      }
    }
  }

  @Test("a card does not inherit the aliases of the one that it extends")
  func ownAliases() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString + ".yaml")
    defer { try? FileManager.default.removeItem(at: file) }
    try "schema: 1\nkind: material\nname: my-lead\nextends: Pb\n".write(
      to: file, atomically: true, encoding: .utf8)
    let shown = try Program.lacuna.document(["show", file.path()])
    #expect(shown["name"] as? String == "my-lead")
    #expect((shown["aliases"] as? [String])?.isEmpty == true)
    #expect(shown["derived"] != nil)
  }

  @Test("what follows from a material follows --set as well")
  func derived() throws {
    let words = ["show", "material", "lead", "--set", "density=5.675 g/cm3"]
    let document = try Program.lacuna.document(words)
    let derived = try #require(document["derived"] as? [[String: Any]])
    let lengths = derived.filter { $0["quantity"] as? String == "radiation length" }
    let length = try #require(lengths.first { $0["unit"] as? String == "mm" })
    #expect(abs((length["value"] as? Double ?? 0) - 2 * 5.612) < 1e-9)
    #expect(length["source"] as? String == "PDG:2024cfk")
    let text = Program.lacuna.performWithData(words).output
    let block = try #require(text.components(separatedBy: "\n\n").last)
    #expect(block.split(separator: "\n").allSatisfy { $0.hasPrefix("# ") })
  }

  @Test("what show prints is a card that reads back and is shown the same")
  func roundTrip() throws {
    let environment = ["LACUNA_DATA": Inventory.fixtureData]
    let shown = Program.library.perform(["show", "heavy-lead"], environment: environment).output
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString + ".yaml")
    try shown.write(to: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: file) }
    #expect(
      Program.library.perform(["show", file.path()], environment: environment).output == shown)
  }

  @Test("without any data folder a card of the user's is checked, a list fails")
  func noData() {
    let card = Inventory.fixtureData + "/materials/lead.yaml"
    #expect(Program.library.perform(["check", card]).status == .done)
    let list = Program.library.perform(["list"])
    #expect(list.status == .failed)
    #expect(
      list.error == """
        lacuna: error: no data folder (the executable is not known) give one with --data or \
        LACUNA_DATA

        """)
  }

  @Test("a data folder that the user names and that is none is a mistake of the command line")
  func wrongData() {
    for command in [["list"], ["show", "lead"], ["check", "lead"]] {
      let performance = Program.library.perform(command + ["--data", "/nowhere"])
      #expect(performance.status == .misused)
      #expect(performance.error.contains("'/nowhere', there is no such folder"))
    }
  }

  @Test("findings have colours on a terminal that permits them, and only there")
  func colours() {
    let environment = ["LACUNA_DATA": Inventory.fixtureData]
    let words = ["check", "broken"]
    let plain = Program.library.perform(words, environment: environment)
    #expect(!plain.output.contains("\u{1B}"))
    let colourful = Program.library.perform(
      words, columns: 80, isColourful: true, environment: environment)
    #expect(colourful.output.contains("\u{1B}[1;31merror:"))
  }
}
