// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Matter
import Quantities

/// How deep a block is: in radiation lengths of its material, `40X0`, or in a unit of length.
enum BlockDepth: Hashable, Sendable {
  /// A number of radiation lengths.
  case radiationLengths(Double)
  /// A length.
  case length(Length)

  /// The length in a material; zero radiation lengths are zero in the vacuum, too.
  func length(in material: Material) -> Length {
    switch self {
    case .length(let length): length
    case .radiationLengths(let number):
      .mm(number * (material.radiationLength?.value.mm ?? 1))
    }
  }
}

extension ValueForm where Value == BlockDepth {
  /// `40X0` or `20cm`.
  static var depth: ValueForm {
    let lengths = ValueForm<Length>.quantity(.positive)
    return ValueForm(
      placeholder: "DEPTH", expectation: "a depth, for example 40X0 or 20 cm",
      permitted: "above 0",
      read: { word throws(UsageError) in
        guard word.hasSuffix("X0") else {
          guard (try? PlainNumber.parse(word)) == nil else {
            throw UsageError(
              "'\(word)' has no unit", because: "a depth needs one",
              try: "write for example '40X0' or '20cm'")
          }
          return .length(try lengths.read(word))
        }
        let number: Double
        do throws(QuantityError) {
          number = try PlainNumber.parse(String(word.dropLast(2)))
        } catch {
          throw UsageError(error)
        }
        guard number > 0 else {
          throw UsageError("'\(word)' is out of range", because: "must be above 0")
        }
        return .radiationLengths(number)
      },
      write: { depth in
        switch depth {
        case .radiationLengths(let number): number.formatted(significant: 17) + "X0"
        case .length(let length): length.description
        }
      })
  }
}
