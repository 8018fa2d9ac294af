// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

extension ValueForm where Value == String {
  /// Any text but the empty one.
  package static func text(_ placeholder: String, _ expectation: String) -> ValueForm {
    ValueForm(
      placeholder: placeholder, expectation: expectation, read: nonEmpty(expectation),
      write: { $0 })
  }

  /// A file to read or to write; with extensions, its name must end in one of them.
  package static func file(
    _ placeholder: String = "FILE", extensions: [String] = []
  ) -> ValueForm {
    let dotted = extensions.map { "." + $0 }
    let expectation =
      extensions.isEmpty ? "a file" : "a file that ends in \(dotted.joined(separator: ", "))"
    let present = nonEmpty(expectation)
    return ValueForm(
      placeholder: placeholder, expectation: expectation,
      completion: .files(extensions: extensions),
      read: { word throws(UsageError) in
        let path = try present(word)
        guard dotted.isEmpty || dotted.contains(where: path.hasSuffix) else {
          throw UsageError(
            "\(quoted(path)) has no known ending", because: "the ending chooses the format",
            try: "end it in \(dotted.joined(separator: ", "))")
        }
        return path
      },
      write: { $0 })
  }

  /// A folder.
  package static func folder(_ placeholder: String = "DIR") -> ValueForm {
    ValueForm(
      placeholder: placeholder, expectation: "a folder", completion: .folders,
      read: nonEmpty("a folder"), write: { $0 })
  }

  private static func nonEmpty(
    _ expectation: String
  ) -> @Sendable (String) throws(UsageError) -> String {
    { word throws(UsageError) in
      guard !word.isEmpty else {
        throw UsageError("empty value", because: "\(expectation) is wanted")
      }
      return word
    }
  }
}

extension ValueForm {
  /// One of a few words, each of which stands for a value, in the order of the help page.
  package static func choice(
    _ placeholder: String, _ values: [(value: Value, choice: Choice)]
  ) -> ValueForm where Value: Equatable {
    let names = values.map(\.choice.name)
    return ValueForm(
      placeholder: placeholder, expectation: "one of \(names.joined(separator: ", "))",
      choices: values.map(\.choice), completion: .words(names),
      read: { word throws(UsageError) in
        guard let match = values.first(where: { $0.choice.name == word }) else {
          throw UsageError(
            "unknown \(placeholder.lowercased()) \(quoted(word))",
            because: "the choices are \(names.joined(separator: ", "))",
            try: didYouMean(word, among: names))
        }
        return match.value
      },
      write: { value in values.first { $0.value == value }?.choice.name ?? "" })
  }

  /// One of a few words.
  package static func choice(_ placeholder: String, _ choices: [Choice]) -> ValueForm
  where Value == String {
    choice(placeholder, choices.map { ($0.name, $0) })
  }

  /// One case of an enumeration whose raw values are the words.
  package static func choice(
    _ placeholder: String, meaning: (Value) -> String = { _ in "" }
  ) -> ValueForm where Value: CaseIterable & RawRepresentable<String> & Equatable {
    choice(placeholder, Value.allCases.map { ($0, Choice($0.rawValue, meaning($0))) })
  }
}
