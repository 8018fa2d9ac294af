// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Quantities

/// One kind of detector element: what its card says, how long it is, what it measures.
///
/// A new kind is one file in `Elements` and one line in ``ElementKind/all``.
package struct ElementKind: Sendable {
  /// The keys of the element in a list along the beam; the form's name is the kind's.
  package let form: Form

  /// The same without those that place it, for a card of its own.
  let unplaced: Form

  /// What the element measures of an event.
  package let observables: [Observable]

  /// The extent along the beam, from the element's own keys.
  let length: @Sendable (Section) -> Length

  /// Declares a kind; every kind has the position of its front face.
  ///
  /// - Parameters:
  ///   - name: the kind as a card names it.
  ///   - meaning: one sentence that says what it is.
  ///   - keys: its keys beside `name`, `kind` and `at`.
  ///   - checks: what involves several of them.
  ///   - observables: what it measures.
  ///   - length: its extent along the beam.
  init(
    _ name: String, meaning: String, keys: [any DeclaredKey], checks: [Form.Check] = [],
    observables: [Observable] = [], length: @escaping @Sendable (Section) -> Length
  ) {
    form = Form(name, meaning: meaning, keys: [Self.front] + keys, checks: checks)
    unplaced = Form(name, meaning: meaning, keys: keys, checks: checks)
    self.observables = observables
    self.length = length
  }

  /// The extent along the beam of an element of this kind.
  package func extent(of section: Section) -> Length { length(section) }

  /// Where the element begins.
  package static let front = Key<Length>(
    "at", .quantity(), meaning: "position of the front face along the beam axis",
    example: "0.5 m")

  /// Every kind, in the order in which a beam usually meets them.
  package static let all: [ElementKind] = [
    .tracker, .dipole, .synchrotronTag, .block, .samplingCalorimeter, .counter, .decayVolume,
  ]

  /// The kind of a name.
  package static func named(_ name: String) -> ElementKind? {
    all.first { $0.form.name == name }
  }

  /// The notation of a list of elements in a card; each may start from the card of a detector.
  package static var notation: Notation<[Element]> {
    .elements(
      kinds: all.map(\.form),
      from: Stock(kind: DetectorKeys.kindName, key: DetectorKeys.elementName))
  }

  /// The notation of one element by itself.
  static var unplacedNotation: Notation<Element> { .element(kinds: all.map(\.unplaced)) }
}
