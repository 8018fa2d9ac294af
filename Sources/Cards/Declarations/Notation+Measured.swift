// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

extension Notation {
  /// A quantity, alone or with error, source and certainty.
  package static func measured<D: Dimension>(
    _ range: PermittedRange<D> = .any
  ) -> Notation where Value == Measured<D> {
    let keys = MeasuredKeys<D>(range)
    let alone: Notation<Quantity<D>> = keys.value.notation
    return Notation(
      shape: .measured(alone.shape, keys.form),
      read: { node, decoding in
        guard let entries = node.entries else {
          guard let value = alone.read(node, &decoding) else { return nil }
          return Measured(value, place: node.place).stated(by: node)
        }
        let section = keys.form.read(entries, at: node.place, &decoding)
        return section.map { keys.measured($0).stated(by: node) }
      },
      write: { keys.write($0) })
  }
}

/// The keys of a measured number that is written as a map.
private struct MeasuredKeys<D: Dimension>: Sendable {
  let value: Key<Quantity<D>>
  let error = Key<Quantity<D>?>(
    "error", optional: .quantity(.nonNegative), meaning: "its error, one standard deviation")
  let source = Key<String?>(
    "source", optional: .text(example: "NA64:2017vtt"), meaning: "key of the publication it is from"
  )
  let certainty = Key<Certainty?>(
    "certainty", optional: .choice(of: Certainty.self),
    meaning: "how far it can be trusted to be what the source says", example: "quoted")
  let note = Key<String?>("note", optional: .text(), meaning: "a remark")

  init(_ range: PermittedRange<D>) {
    value = Key("value", .quantity(range), meaning: "the number")
  }

  var form: Form {
    Form(
      "measured", meaning: "a number with its source",
      keys: [value, error, source, certainty, note])
  }

  func measured(_ section: Section) -> Measured<D> {
    Measured(
      section[value], error: section[error], source: section[source],
      certainty: section[certainty], note: section[note], place: section.place)
  }

  func write(_ number: Measured<D>) -> Written? {
    let hasMore =
      number.error != nil || number.source != nil || number.certainty != nil || number.note != nil
    guard hasMore else { return value.notation.write(number.value) }
    let fields = [
      (value.name, value.notation.write(number.value)),
      (error.name, error.notation.write(number.error)),
      (source.name, source.notation.write(number.source)),
      (certainty.name, certainty.notation.write(number.certainty)),
      (note.name, note.notation.write(number.note)),
    ]
    return .map(fields.compactMap { name, written in written.map { .init(name, $0) } })
  }
}

extension Measured {
  /// The number with the certainty that the place of its writing leaves it.
  ///
  /// If one part was set on the command line and the certainty was not set with it, the number is
  /// `assumed`; and if the value was, the card's source does not speak for it.
  fileprivate func stated(by node: Node) -> Measured {
    func isOverridden(_ key: String) -> Bool {
      node.value(of: key)?.place.source.origin == .commandLine
    }
    let isWhole = node.place.source.origin == .commandLine
    let isMap = node.entries != nil
    let valueIsSet = isMap ? isOverridden("value") : isWhole
    let isTouched = valueIsSet || isOverridden("error") || isOverridden("source")
    guard isTouched, !isOverridden("certainty") else { return self }
    let keepsSource = !valueIsSet || isOverridden("source")
    return Measured(
      value, error: valueIsSet && !isOverridden("error") ? nil : error,
      source: keepsSource ? source : nil, certainty: .assumed,
      note: isOverridden("note") ? note : Self.commandLineNote, place: place)
  }
}
