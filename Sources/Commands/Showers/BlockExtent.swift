// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// A length of a block, by itself or in radiation lengths of what the block is made of.
enum BlockExtent: Hashable, Sendable {
  /// Times the radiation length.
  case radiationLengths(Double)
  /// By itself.
  case length(Length)

  /// The length in a material of some radiation length.
  func length(radiationLength: Length) -> Length {
    switch self {
    case .radiationLengths(let number): .mm(number * radiationLength.mm)
    case .length(let length): length
    }
  }
}

extension ValueForm where Value == BlockExtent {
  /// `40X0` or `22.4cm`.
  static var extent: ValueForm {
    ValueForm(
      placeholder: "LENGTH",
      expectation: "a length such as '22.4 cm', or in radiation lengths, 40X0",
      permitted: "above 0",
      read: { word throws(UsageError) in
        do throws(QuantityError) {
          if word.hasSuffix("X0") {
            let number = try Number(parsing: word.dropLast(2))
            try PermittedRange<NumberDimension>.positive.check(number, writtenAs: word)
            return .radiationLengths(number.value)
          }
          let length = try Length(parsing: word)
          try PermittedRange<LengthDimension>.positive.check(length, writtenAs: word)
          return .length(length)
        } catch {
          throw Self.refusal(of: word, error)
        }
      },
      write: { value in
        switch value {
        case .radiationLengths(let number): "\(number.formatted(significant: 6))X0"
        case .length(let length): length.description
        }
      })
  }

  /// Whoever leaves the unit out may have meant either.
  private static func refusal(of word: String, _ error: QuantityError) -> UsageError {
    let refusal = UsageError(error)
    let isNumber = (try? Number(parsing: word)) != nil
    guard isNumber || word.hasSuffix("X0"), !error.suggestion.isEmpty else { return refusal }
    let example = isNumber ? word : "40"
    return UsageError(
      refusal.problem, because: refusal.reason,
      try: "write '\(example)X0' for radiation lengths, or a length such as '\(example) cm'",
      at: refusal.place)
  }
}
