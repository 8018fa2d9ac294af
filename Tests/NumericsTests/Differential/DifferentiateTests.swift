// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Numerics
import Testing

@Suite("Derivatives by differences")
struct DifferentiateTests {
  @Test("are good to 1e-10 from both sides, 1e-7 from one, and the claimed error covers it")
  func accuracy() throws {
    for side in [DifferenceSide.both, .above, .below] {
      let slope = try differentiate(at: 1.3, step: 1e-2, side: side) { sin($0) }
      #expect(isNear(slope.value, cos(1.3), relative: side == .both ? 1e-10 : 1e-7))
      #expect((slope.value - cos(1.3)).magnitude <= slope.error)
    }
  }

  @Test("stay on the side they are told")
  func sides() throws {
    _ = try differentiate(at: 0, step: 0.1, side: .above) { x in
      #expect(x >= 0)
      return x
    }
    _ = try differentiate(at: 0, step: 0.1, side: .below) { x in
      #expect(x <= 0)
      return x
    }
  }

  @Test("a step that rounding swallows is refused; NaN and own errors come out")
  func failures() {
    let step = numericsError { _ = try differentiate(at: 1e20, step: 1) { $0 } }
    #expect(step?.problem == "no derivative at 1e+20")
    let nan = numericsError { _ = try differentiate(at: 0, step: 0.1) { log($0) } }
    guard case .notFinite = nan?.cause else {
      Issue.record("\(String(describing: nan))")
      return
    }
    #expect(throws: Interruption(place: 1)) {
      _ = try differentiate(at: 0, step: 0.1) { _ in throw Interruption(place: 1) }
    }
  }
}
