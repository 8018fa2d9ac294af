// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// Reads the words of one command by its declaration and collects every mistake.
package struct CommandLineParser: Sendable {
  /// What the words ask for.
  package enum Request: Sendable {
    /// To run the command.
    case run(Arguments)
    /// To show its page.
    case help
  }

  private let program: String
  private let command: CommandDeclaration
  private let options: [ParameterSpecification]

  /// A parser for a command of a program.
  package init(for command: CommandDeclaration, of program: String) {
    self.program = program
    self.command = command
    options = command.options
  }

  /// Reads words.
  ///
  /// - Parameter words: What follows the name of the command, with their places.
  /// - Returns: What the words ask for.
  /// - Throws: All mistakes, from left to right, then what is missing.
  package func parse(_ words: [Word]) throws(UsageErrors) -> Request {
    var sorted = sort(words)
    if sorted.named[StandardOption.help.specification.name] != nil { return .help }
    distribute(&sorted)

    var arguments = Arguments(of: command.name)
    for parameter in command.parameters {
      let name = parameter.specification.name
      guard !sorted.failed.contains(name) else { continue }
      do throws(UsageErrors) {
        try arguments.keep(parameter, from: sorted.named[name] ?? [])
      } catch {
        let isOption = parameter.specification.role == .option
        sorted.errors += error.all.map { isOption && $0.place != nil ? $0.about(name) : $0 }
      }
    }
    guard sorted.errors.isEmpty else {
      throw UsageErrors(sorted.errors.inOrderOfPlaces())
    }
    return .run(arguments)
  }

  /// Words under the parameters to which they belong.
  private struct Sorted {
    var named: [String: [Word]] = [:]
    var unnamed: [Word] = []
    /// Parameters whose words are wrong already, so that they are not called missing too.
    var failed: Set<String> = []
    /// Whether a word may be the value of an option that is not known.
    var hasUnknownOption = false
    var errors: [UsageError] = []
  }

  private func sort(_ words: [Word]) -> Sorted {
    var sorted = Sorted()
    var rest = words[...]
    while let word = rest.popFirst() {
      if word.text == "--" {
        sorted.unnamed += rest
        break
      }
      guard word.looksLikeOption else {
        sorted.unnamed.append(word)
        continue
      }
      let (name, attached) = word.splitAtEquals()
      guard let option = options.first(where: { $0.names.contains(name) }) else {
        sorted.hasUnknownOption = true
        sorted.errors.append(unknownOption(name, at: word.place))
        if attached == nil { skipValue(of: name, in: &rest) }
        continue
      }
      do throws(UsageError) {
        let value = try self.value(of: option, word: word, attached: attached, rest: &rest)
        if !option.isRepeatable, sorted.named[option.name] != nil {
          throw UsageError(
            "\(option.name) is given twice", because: "it takes one value",
            try: "keep one of them", at: word.place)
        }
        sorted.named[option.name, default: []].append(value)
      } catch {
        sorted.failed.insert(option.name)
        sorted.errors.append(error)
      }
    }
    return sorted
  }

  /// The word that is an option's value; a flag is its own.
  private func value(
    of option: ParameterSpecification, word: Word, attached: Word?, rest: inout ArraySlice<Word>
  ) throws(UsageError) -> Word {
    if option.role == .flag {
      guard let attached else { return word }
      throw UsageError(
        "\(option.name) takes no value", because: "it is there or not", try: "write \(option.name)",
        at: attached.place)
    }
    if let attached { return attached }
    // A negative number is a value and meets the range check; a declared name is no value.
    guard let next = rest.first, !next.text.hasPrefix("--"), !isName(next.text) else {
      throw UsageError(
        "\(option.name) needs a value", because: option.expectation ?? "",
        try: "write \(option.name) \(option.placeholder ?? "")", at: word.place)
    }
    rest.removeFirst()
    return next
  }

  /// Drops the value of a misspelt option, which would else be taken for an argument.
  private func skipValue(of name: String, in rest: inout ArraySlice<Word>) {
    let meant = nearest(name, among: options.flatMap(\.names)).flatMap { near in
      options.first { $0.names.contains(near) }
    }
    if meant?.role == .option, let next = rest.first, !next.looksLikeOption { rest.removeFirst() }
  }

  private func isName(_ text: String) -> Bool {
    options.contains { $0.names.contains(text) }
  }

  /// Gives the unnamed words to the arguments in order; optional ones take what is left over.
  private func distribute(_ sorted: inout Sorted) {
    let arguments = command.arguments
    var words = sorted.unnamed[...]
    var spare = words.count - arguments.count(where: \.isRequired)
    for argument in arguments {
      if !argument.isRequired {
        guard spare > 0 else { continue }
        spare -= argument.isRepeatable ? spare : 1
      }
      let count = argument.isRepeatable ? words.count : min(1, words.count)
      guard count > 0 else { continue }
      sorted.named[argument.name] = Array(words.prefix(count))
      words.removeFirst(count)
    }
    guard !sorted.hasUnknownOption else { return }
    for word in words {
      sorted.errors.append(
        UsageError(
          "unexpected argument \(quoted(word.text))",
          because: "\(program) \(command.name) takes \(count(of: arguments))", at: word.place))
    }
  }

  private func count(of arguments: [ParameterSpecification]) -> String {
    guard !arguments.isEmpty else { return "none" }
    return arguments.map(\.usage).joined(separator: " ")
  }

  private func unknownOption(_ name: String, at place: Word.Place) -> UsageError {
    UsageError(
      "unknown option \(quoted(name))",
      because: "\(program) \(command.name) has no such option",
      try: didYouMean(name, among: options.flatMap(\.names)), at: place)
  }
}

extension Word {
  /// Whether it is an option rather than a value: a dash and then no number.
  fileprivate var looksLikeOption: Bool {
    guard text.hasPrefix("-"), let second = text.dropFirst().first else { return false }
    return !second.isNumber && second != "."
  }

  /// The two sides of `--name=value`.
  fileprivate func splitAtEquals() -> (name: String, value: Word?) {
    guard let sign = text.firstIndex(of: "=") else { return (text, nil) }
    let after = text.index(after: sign)
    let offset = text.distance(from: text.startIndex, to: after)
    let value = Word(String(text[after...]), at: Place(index: place.index, offset: offset))
    return (String(text[..<sign]), value)
  }
}

extension [UsageError] {
  /// Mistakes with a place from left to right, then those about what is missing.
  fileprivate func inOrderOfPlaces() -> [UsageError] {
    let order = { (error: UsageError) in error.place?.index ?? Int.max }
    return enumerated().sorted { (order($0.element), $0.offset) < (order($1.element), $1.offset) }
      .map(\.element)
  }
}
