// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Numerics
import Testing

@Suite("Roots polished with a derivative")
struct PolishRootTests {
  @Test("reach 1e-15 in few steps")
  func accuracy() throws {
    var calls = 0
    let root = try polishRoot(near: 1) { x in
      calls += 1
      return (x * x - 2, 2 * x)
    }
    #expect(isNear(root.value, 2.0.squareRoot(), relative: 1e-15))
    #expect(calls <= 7)
  }

  @Test("a flat place, a cycle and NaN are refused in words")
  func refusals() {
    let flat = numericsError { _ = try polishRoot(near: 0) { ($0 * $0 + 1, 2 * $0) } }
    #expect(flat?.reason == "the derivative vanishes at 0.0")
    let cycle = numericsError {
      _ = try polishRoot(near: 0) { ($0 * $0 * $0 - 2 * $0 + 2, 3 * $0 * $0 - 2) }
    }
    #expect(cycle?.reason.hasPrefix("50 iterations did not suffice") == true)
    let nan = numericsError { _ = try polishRoot(near: -1) { (log($0), 1 / $0) } }
    #expect(nan?.cause == .notFinite(value: .notANumber, at: [-1]))
    #expect(throws: Interruption(place: 5)) {
      _ = try polishRoot(near: 0) { _ in throw Interruption(place: 5) }
    }
  }
}
