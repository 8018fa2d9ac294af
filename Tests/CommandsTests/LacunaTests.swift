// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Commands
import Foundation
import Quantities
import Testing

@Suite("The program lacuna")
struct LacunaTests {
  private static let commands = Program.lacuna.declaration.commands
  private static let checkout = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  private static let examples = commands.flatMap(\.examples).filter { !$0.isLong }

  @Test("every example runs, but for those that take minutes", arguments: examples)
  func example(_ example: Example) {
    let performance = Program.lacuna.perform(
      example.words, environment: ["LACUNA_DATA": Self.checkout.appending(path: "Data").path()])
    #expect(performance.status == .done, "\(performance.error)")
    #expect(!performance.output.isEmpty)
  }

  @Test("every command has an abstract without a full stop and an example", arguments: commands)
  func shape(_ command: CommandDeclaration) {
    #expect(!command.examples.isEmpty)
    #expect(command.examples.allSatisfy { $0.words.first == command.name })
    #expect(command.abstract.first?.isUppercase == true)
    #expect(!command.abstract.hasSuffix("."))
  }

  @Test("names of parameters are lower case with dashes and never given twice", arguments: commands)
  func names(_ command: CommandDeclaration) {
    let names = command.parameters.flatMap(\.specification.names)
    #expect(Set(names).count == names.count)
    for option in command.options {
      #expect(option.name.wholeMatch(of: /--[a-z]+(-[a-z]+)*/) != nil)
      #expect(!option.meaning.isEmpty)
    }
  }

  @Test("required arguments are never behind a repeatable one", arguments: commands)
  func order(_ command: CommandDeclaration) {
    #expect(command.arguments.dropLast().allSatisfy { !$0.isRepeatable })
  }

  @Test("help pages are no wider than 80 columns", arguments: commands)
  func width(_ command: CommandDeclaration) {
    let page = Program.lacuna.perform(["help", command.name])
    #expect(page.status == .done)
    #expect(page.output.split(separator: "\n").allSatisfy { $0.displayWidth <= 80 })
  }
}

extension CommandDeclaration: CustomTestStringConvertible {
  /// Its name.
  public var testDescription: String { name }
}

extension Example: CustomTestStringConvertible {
  /// Its line.
  public var testDescription: String { line(for: "lacuna") }
}
