// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// A value that is known by its place: `lacuna show lead`.
///
/// Optional arguments take, from the left, what the required ones leave over: with
/// `[KIND] NAME`, one word is a name and two are a kind and a name.
package struct Argument<Value: Sendable>: Parameter {
  package let specification: ParameterSpecification
  private let read: @Sendable ([Word]) throws(UsageErrors) -> Value

  package func value(from words: [Word]) throws(UsageErrors) -> Value { try read(words) }

  /// An argument without which the command cannot run.
  package init(_ form: ValueForm<Value>, _ meaning: String) {
    let specification = ParameterSpecification(
      .argument, names: [form.placeholder], form: form, meaning: meaning, isRequired: true)
    self.specification = specification
    read = { words throws(UsageErrors) in
      guard let word = words.last else { throw .missing(specification) }
      return try word.read(form)
    }
  }

  /// An argument that may be left out.
  package init<Wrapped>(
    optional form: ValueForm<Wrapped>, absent absence: String? = nil, _ meaning: String
  ) where Value == Wrapped? {
    specification = ParameterSpecification(
      .argument, names: [form.placeholder], form: form, meaning: meaning, defaultText: absence)
    read = { words throws(UsageErrors) in
      try words.last.map { word throws(UsageErrors) in try word.read(form) }
    }
  }

  /// All words that are left, at least one of them.
  package init<Element>(
    repeating form: ValueForm<Element>, _ meaning: String
  ) where Value == [Element] {
    let specification = ParameterSpecification(
      .argument, names: [form.placeholder], form: form, meaning: meaning, isRequired: true,
      isRepeatable: true)
    self.specification = specification
    read = { words throws(UsageErrors) in
      guard !words.isEmpty else { throw .missing(specification) }
      return try words.readAll(form)
    }
  }

  /// All words that are left, possibly none.
  package init<Element>(
    optionalRepeating form: ValueForm<Element>, absent absence: String, _ meaning: String
  ) where Value == [Element] {
    specification = ParameterSpecification(
      .argument, names: [form.placeholder], form: form, meaning: meaning, defaultText: absence,
      isRepeatable: true)
    read = { words throws(UsageErrors) in try words.readAll(form) }
  }
}
