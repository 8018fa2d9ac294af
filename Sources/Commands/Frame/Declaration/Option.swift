// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// A value given after its name: `--energy 100GeV` or `--energy=100GeV`.
///
/// The initialiser chooses the type that the command reads: the value itself where there is a
/// default or the option is required, an optional where it may be left out, an array where it may
/// be repeated.
package struct Option<Value: Sendable>: Parameter {
  package let specification: ParameterSpecification
  private let read: @Sendable ([Word]) throws(UsageErrors) -> Value

  package func value(from words: [Word]) throws(UsageErrors) -> Value { try read(words) }

  /// An option with a default.
  ///
  /// - Parameters:
  ///   - name: Its name without the dashes.
  ///   - form: How its value is written.
  ///   - value: The value when it is left out.
  ///   - meaning: What it does, in one phrase.
  package init(
    _ name: String, _ form: ValueForm<Value>, default value: Value, _ meaning: String
  ) {
    specification = ParameterSpecification(
      .option, names: ["--" + name], form: form, meaning: meaning,
      defaultText: form.write(value))
    read = { words throws(UsageErrors) in
      try words.last.map { word throws(UsageErrors) in try word.read(form) } ?? value
    }
  }

  /// An option without which the command cannot run.
  package init(required name: String, _ form: ValueForm<Value>, _ meaning: String) {
    let specification = ParameterSpecification(
      .option, names: ["--" + name], form: form, meaning: meaning, isRequired: true)
    self.specification = specification
    read = { words throws(UsageErrors) in
      guard let word = words.last else { throw .missing(specification) }
      return try word.read(form)
    }
  }

  /// An option that may be left out.
  ///
  /// - Parameters:
  ///   - name: Its name without the dashes.
  ///   - form: How its value is written.
  ///   - absence: What happens when it is left out, in words, for the help page.
  ///   - meaning: What it does, in one phrase.
  package init<Wrapped>(
    _ name: String, _ form: ValueForm<Wrapped>, absent absence: String? = nil, _ meaning: String
  ) where Value == Wrapped? {
    specification = ParameterSpecification(
      .option, names: ["--" + name], form: form, meaning: meaning, defaultText: absence)
    read = { words throws(UsageErrors) in
      try words.last.map { word throws(UsageErrors) in try word.read(form) }
    }
  }

  /// An option that may be given several times.
  package init<Element>(
    repeating name: String, _ form: ValueForm<Element>, _ meaning: String
  ) where Value == [Element] {
    specification = ParameterSpecification(
      .option, names: ["--" + name], form: form, meaning: meaning, isRepeatable: true)
    read = { words throws(UsageErrors) in try words.readAll(form) }
  }
}
