// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// What help, completions and the reference say of a parameter.
package struct ParameterSpecification: Hashable, Sendable {
  /// How a parameter stands on the command line.
  package enum Role: Hashable, Sendable {
    /// By its place among the words.
    case argument
    /// After its name.
    case option
    /// A name alone.
    case flag
  }

  /// How it stands on the command line.
  package let role: Role
  /// Its names as typed, shortest first; the placeholder of an argument.
  package let names: [String]
  /// The word that stands for its value in usage lines; nil for a flag.
  package let placeholder: String?
  /// What it does, in one phrase.
  package let meaning: String
  /// What kind of value is wanted; nil for a flag.
  package let expectation: String?
  /// The permitted range in words; nil where every value is permitted.
  package let permitted: String?
  /// The value when it is left out, as typed or in words; nil where there is none.
  package let defaultText: String?
  /// The permitted words, where they are few.
  package let choices: [Choice]
  /// Whether the command cannot run without it.
  package let isRequired: Bool
  /// Whether it may be given several times.
  package let isRepeatable: Bool
  /// What shells offer for its value.
  package let completion: Completion

  /// The name it goes by in messages and under which its value is kept.
  package var name: String { names.last ?? "" }

  /// Its names and placeholder as the help page lists them: `-h, --help`, `--energy ENERGY`.
  package var label: String {
    let list = names.joined(separator: ", ")
    return role == .option ? "\(list) \(placeholder ?? "")" : list
  }

  /// Its place in a usage line: `NAME`, `[KIND]`, `[--set PATH=VALUE]...`.
  package var usage: String {
    let bare = role == .option ? "\(name) \(placeholder ?? "")" : name
    let bracketed = isRequired ? bare : "[\(bare)]"
    return isRepeatable ? bracketed + "..." : bracketed
  }

  /// The remarks in parentheses after its meaning: kind of value, range, default.
  package var remarks: [String] {
    var remarks: [String] = []
    if let expectation, choices.isEmpty { remarks.append(expectation) }
    if let permitted { remarks.append(permitted) }
    if !choices.isEmpty, !listsChoices {
      remarks.append("one of " + choices.map(\.name).joined(separator: ", "))
    }
    if let defaultText { remarks.append("default: \(defaultText)") }
    if isRequired, role == .option { remarks.append("required") }
    if isRepeatable { remarks.append("may be repeated") }
    return remarks
  }

  /// Whether its choices deserve a line each, because they have meanings.
  package var listsChoices: Bool { choices.contains { !$0.meaning.isEmpty } }
}

extension ParameterSpecification {
  /// The specification of a parameter whose value has a form.
  init<Value>(
    _ role: Role, names: [String], form: ValueForm<Value>, meaning: String,
    defaultText: String? = nil, isRequired: Bool = false, isRepeatable: Bool = false
  ) {
    self.init(
      role: role, names: names, placeholder: form.placeholder, meaning: meaning,
      expectation: form.expectation, permitted: form.permitted, defaultText: defaultText,
      choices: form.choices, isRequired: isRequired, isRepeatable: isRepeatable,
      completion: form.completion)
  }
}
