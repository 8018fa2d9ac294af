// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Commands
import Foundation
import Quantities

extension Inventory {
  private static let material = CardKind(
    Form(
      "material", meaning: "a material",
      keys: [
        Key<[String]>(
          "aliases", .list(of: .name(example: "Pb")), default: [], meaning: "other names"),
        Key<Density>(
          "density", .quantity(.positive), meaning: "mass per volume", example: "1 g/cm3"),
        Key<Int>("atoms", .integer(1...9), default: 1, meaning: "atoms in a molecule"),
        Key<Bool>("is-liquid", .boolean, default: false, meaning: "whether it flows"),
      ]))
  private static let search = CardKind(
    Form(
      "search", meaning: "a search",
      keys: [
        Key<CardReference>(
          "target", .reference(to: "material", example: "lead"), meaning: "what the beam meets")
      ]))

  /// Two kinds of cards in Tests/CommandsTests/Data, one of parts of the program, one empty.
  static let fixture = Inventory(
    kinds: [
      Kind("searches", singular: "search", .cards(in: .searches)),
      Kind("materials", singular: "material", .cards(in: .materials)),
      Kind(
        "processes", singular: "process",
        .built([Entry("bremsstrahlung", title: "radiation off a nucleus")])),
      Kind("models", singular: "model", .cards(in: .models)),
    ],
    cardKinds: [material, search])

  /// Where the cards of the fixture are.
  static let fixtureData = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Data").path()
}

extension Program {
  /// The commands about cards, with the fixture's cards.
  static let library = Program(
    name: "lacuna", abstract: "A library in a test", version: "1.2.3",
    commands: [
      ListCommand(of: .fixture), ShowCommand(of: .fixture), CheckCommand(of: .fixture),
    ])
}
