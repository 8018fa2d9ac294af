// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// A name that is there or not: `--json`.
package struct Flag: Parameter {
  package let specification: ParameterSpecification

  package func value(from words: [Word]) -> Bool { !words.isEmpty }

  /// A flag.
  ///
  /// - Parameters:
  ///   - name: Its name without the dashes.
  ///   - letter: Its short name, for the few flags that everyone types.
  ///   - meaning: What it does, in one phrase.
  package init(_ name: String, letter: Character? = nil, _ meaning: String) {
    specification = ParameterSpecification(
      role: .flag, names: (letter.map { ["-\($0)"] } ?? []) + ["--" + name], placeholder: nil,
      meaning: meaning, expectation: nil, permitted: nil, defaultText: nil, choices: [],
      isRequired: false, isRepeatable: false, completion: .nothing)
  }
}
