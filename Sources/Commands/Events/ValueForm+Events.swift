// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Flight
import Quantities

extension ValueForm where Value == ClosedRange<Length> {
  /// Two lengths, the first below the second: `1m..10m`.
  static var lengthRange: ValueForm {
    ValueForm(
      placeholder: "FROM..TO", expectation: "two lengths, for example 1m..10m",
      permitted: "the first below the second",
      read: { word throws(UsageError) in
        guard let dots = word.firstRange(of: "..") else {
          throw UsageError(
            "\(quoted(word)) is no range", because: "two lengths with '..' between them are wanted",
            try: "write for example 1m..10m")
        }
        let first = try length(word[..<dots.lowerBound], of: word)
        let last = try length(word[dots.upperBound...], of: word)
        guard first < last else {
          throw UsageError(
            "\(quoted(word)) holds nothing", because: "the second plane must lie behind the first",
            try: "give the plane upstream first")
        }
        return first...last
      },
      write: { "\($0.lowerBound)..\($0.upperBound)" })
  }
}

extension ValueForm where Value == Aperture {
  /// A plane and what is open in it: `10m:5cm`, `10m:1cm-5cm` or `10m:20cmx10cm`.
  static var aperture: ValueForm {
    ValueForm(
      placeholder: "Z:SHAPE",
      expectation: "a plane with a radius, two radii of a ring, or width and height, for example "
        + "10m:5cm, 10m:1cm-5cm, 10m:20cmx10cm",
      read: { word throws(UsageError) in
        guard let colon = word.firstIndex(of: ":") else {
          throw UsageError(
            "\(quoted(word)) has no shape", because: "a plane and a shape are wanted",
            try: "write for example 10m:5cm for a disc of that radius")
        }
        let z = try length(word[..<colon], of: word).mm
        let shape = try shape(word[word.index(after: colon)...], of: word)
        do throws(FlightError) {
          return try Aperture(word, z: z, shape)
        } catch {
          throw UsageError(
            "\(quoted(word)) has no opening", because: error.reason,
            try: "give positive sizes, of a ring the inner radius first")
        }
      },
      write: \.name)
  }

  private static func shape(
    _ text: Substring, of word: String
  ) throws(UsageError) -> ApertureShape {
    if let cross = text.firstIndex(of: "x") {
      let width = try length(text[..<cross], of: word).mm
      let height = try length(text[text.index(after: cross)...], of: word).mm
      return .rectangle(halfSides: SIMD2(0.5 * width, 0.5 * height))
    }
    if let dash = text.dropFirst().firstIndex(of: "-") {
      let inner = try length(text[..<dash], of: word).mm
      let outer = try length(text[text.index(after: dash)...], of: word).mm
      return .ring(inner: inner, outer: outer)
    }
    return .disc(radius: try length(text, of: word).mm)
  }
}

/// A length that is a part of a word, with the place of a mistake in the word.
private func length(_ part: Substring, of word: String) throws(UsageError) -> Length {
  do throws(QuantityError) {
    return try Length(parsing: part)
  } catch {
    let offset = word.distance(from: word.startIndex, to: part.startIndex)
    throw UsageError(error).at(Word.Place(index: 0, offset: offset, length: part.count))
  }
}
