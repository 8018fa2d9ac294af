// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

extension Notation where Value == String {
  /// Any text.
  ///
  /// What YAML might take for something else stays as it is: `no`, `1e3`, `08`, `~`.
  package static func text(example: String = "") -> Notation {
    Notation(
      shape: .value(type: "text", permitted: "", units: [], example: example),
      read: { node, decoding in
        decoding.scalar(of: node, expecting: "a text", example: example)?.text
      },
      write: { .text($0) })
  }

  /// A name that paths can be built of: letters, digits, `-`, `_`, `+`, `'`.
  package static func name(example: String = "") -> Notation {
    Notation(
      shape: .value(
        type: "name", permitted: "letters, digits, - _ + '", units: [], example: example),
      read: { node, decoding in
        guard let text = decoding.scalar(of: node, expecting: "a name", example: example)?.text
        else { return nil }
        let fault = text.enumerated().first { !isNameCharacter($0.element) }
        guard fault != nil || text.isEmpty else { return text }
        let what = fault.map { "has \(quoted(String($0.element)))" } ?? "is empty"
        let offset = fault?.offset ?? 0
        decoding.error(
          "the name \(quoted(text)) \(what) (paths such as 'detector.ecal' are made of names)",
          at: node.place(ofCharacters: offset..<(offset + 1)),
          suggestion: "use letters, digits, '-', '_', '+' and apostrophes")
        return nil
      },
      write: { .text($0) })
  }

  /// One of some names.
  package static func choice(_ names: [String]) -> Notation {
    Notation(
      shape: .choice(names),
      read: { node, decoding in
        let expected = alternatives(names)
        guard
          let scalar = decoding.scalar(
            of: node, expecting: "one of \(expected)", example: names.first ?? "")
        else { return nil }
        guard !names.contains(scalar.text) else { return scalar.text }
        decoding.error(
          "\(quoted(scalar.text)) is not a choice here (\(expected))", at: node.place,
          suggestion: nearestName(to: scalar.text, among: names).map { "did you mean '\($0)'?" }
            ?? "")
        return nil
      },
      write: { .value($0) })
  }
}

extension Notation where Value == Bool {
  /// A switch: `on`, `true`, `yes` or `off`, `false`, `no`, in any case.
  package static var boolean: Notation {
    Notation(
      shape: .value(type: "on or off", permitted: "", units: [], example: "on"),
      read: { node, decoding in
        guard let scalar = decoding.scalar(of: node, expecting: "on or off", example: "on") else {
          return nil
        }
        switch scalar.text.prefix(6).lowercased() {
        case "on", "true", "yes": return true
        case "off", "false", "no": return false
        default:
          decoding.error(
            "\(quoted(scalar.text)) is neither on nor off (this key is a switch)", at: node.place,
            suggestion: "write 'on' or 'off'")
          return nil
        }
      },
      write: { .value($0 ? "on" : "off") })
  }
}

extension Notation
where
  Value: RawRepresentable & CaseIterable & Sendable, Value.RawValue == String
{
  /// One of the cases of an enumeration, by their raw values.
  package static func choice(of type: Value.Type) -> Notation {
    let names: Notation<String> = .choice(Value.allCases.map(\.rawValue))
    return Notation(
      shape: names.shape,
      read: { node, decoding in names.read(node, &decoding).flatMap(Value.init(rawValue:)) },
      write: { .value($0.rawValue) })
  }
}

private func isNameCharacter(_ character: Character) -> Bool {
  character.isLetter || character.isNumber || "-_+'".contains(character)
}
