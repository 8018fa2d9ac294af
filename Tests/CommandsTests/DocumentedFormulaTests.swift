// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@Suite("Formulas in doc comments")
struct DocumentedFormulaTests {
  private static let source = """
    /// A shape.
    ///
    ///     f = x^2
    /// - Source: Author1999, equation 3,
    ///   and its appendix
    struct Shape {
      /// Undocumented by a source.
      let x: Double

      /// The area of ``Shape``.
      ///
      /// - Parameters:
      ///   - x: the length.
      /// - Returns: the area.
      /// - Source: Author:2001ab, table 1
      @inlinable
      package static func area(of x: Double) -> Double { x }

      enum Kind {
        /// One.
        /// - Source: B2000
        case one
      }

      /// Two.
      /// - Source: C2000
      init() {}
    }

    // A remark.
    /// Three.
    /// - Source: D2000
    extension Shape.Kind {}
    """

  @Test("each is found with its name, its text and its sources")
  func found() {
    let formulas = DocumentedFormula.formulas(in: Self.source, file: "Sources/M/Shape.swift")
    #expect(
      formulas.map(\.name) == ["Shape", "Shape.area", "Shape.Kind.one", "Shape.init", "Shape.Kind"])
    #expect(formulas.map(\.module).allSatisfy { $0 == "M" })
    #expect(formulas[0].sources == ["Author1999, equation 3, and its appendix"])
    #expect(formulas[0].text == "A shape.\n\n    f = x^2")
    #expect(formulas[1].text == "The area of `Shape`.")
  }
}
