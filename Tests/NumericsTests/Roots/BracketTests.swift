// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Numerics
import Testing

@Suite("Brackets of roots")
struct BracketTests {
  @Test("are found from a guess far away on either side", arguments: [-1e4, -3, 0.5, 40, 2e6])
  func widening(_ root: Double) throws {
    let bracket = try findBracket(around: 1, 2) { $0 - root }
    #expect(bracket.lower <= root && root <= bracket.upper)
  }

  @Test("never leave the limits, where the function may be undefined")
  func limits() throws {
    let bracket = try findBracket(around: 5, 6, limits: (1e-3, 100)) { x in
      #expect(x >= 1e-3 && x <= 100)
      return log(x)
    }
    #expect(bracket.lower <= 1 && 1 <= bracket.upper)
  }

  @Test("of a function without a root end in an error that shows the last values")
  func none() {
    let error = numericsError {
      _ = try findBracket(around: 1, 2, limits: (0, 10)) { $0 * $0 + 1 }
    }
    #expect(
      error?.description
        == "no bracket of a root around 1.0 to 2.0 (1.0 at 0.0 and 101.0 at 10.0 have one sign) "
        + "start elsewhere, or scan with findBrackets; a root of even order has no bracket")
  }

  @Test("a scan finds all roots of sin on 1..20, zeros on its points included, each once")
  func scan() throws {
    let brackets = try findBrackets(from: 1, to: 20, steps: 57) { sin($0) }
    #expect(brackets.count == 6)
    for (index, bracket) in brackets.enumerated() {
      let root = Double(index + 1) * .pi
      #expect(bracket.lower <= root && root <= bracket.upper)
    }
    let onPoints = try findBrackets(from: 0, to: 4, steps: 4) { ($0 - 0) * ($0 - 2) * ($0 - 4) }
    #expect(onPoints.map(\.upper) == [1, 2, 4])
    #expect(try findBrackets(from: 0, to: 1, steps: 10) { $0 + 1 }.isEmpty)
  }

  @Test("infinities count by their sign, NaN is an error, own errors come out unchanged")
  func failures() throws {
    let bracket = try findBracket(around: 0, 1) { $0 < 0.5 ? -.infinity : .infinity }
    #expect(bracket.lower == 0 && bracket.upper == 1)
    let error = numericsError { _ = try findBracket(around: 0, 1) { _ in .nan } }
    #expect(error?.cause == .notFinite(value: .notANumber, at: [0]))
    #expect(throws: Interruption(place: 0)) {
      _ = try findBrackets(from: 0, to: 1, steps: 3) { throw Interruption(place: $0) }
    }
  }
}
