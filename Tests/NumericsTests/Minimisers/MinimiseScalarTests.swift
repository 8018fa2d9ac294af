// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Numerics
import Testing

@Suite("Minima of one variable")
struct MinimiseScalarTests {
  @Test("are found to 1e-7, narrow and lopsided ones too")
  func accuracy() throws {
    let parabola = try minimise(from: -3, to: 10) { ($0 - 2) * ($0 - 2) + 5 }
    #expect(isNear(parabola.place.value, 2, relative: 1e-7))
    #expect(isNear(parabola.value, 5, relative: 1e-14))
    let cosine = try minimise(from: 2, to: 5) { cos($0) }
    #expect(isNear(cosine.place.value, .pi, relative: 1e-7))
    let lopsided = try minimise(from: 0.001, to: 100) { $0 - log($0) }
    #expect(isNear(lopsided.place.value, 1, relative: 1e-7))
    let zero = try minimise(from: -1, to: 2, absoluteError: 1e-8) { $0 * $0 }
    #expect(zero.place.value.magnitude < 1e-8)
  }

  @Test("a function that falls to an end has no minimum inside")
  func edge() {
    let error = numericsError { _ = try minimise(from: 0, to: 1) { -$0 } }
    #expect(
      error?.description
        == "no minimum between 0.0 and 1.0 (no point of a scan is lower than both its neighbours) "
        + "the minimum may sit at an end of the range; widen it, or compare the ends")
  }

  @Test("NaN says where, own errors come out unchanged")
  func failures() {
    let error = numericsError { _ = try minimise(from: -1, to: 1) { $0.squareRoot() } }
    #expect(error?.cause == .notFinite(value: .notANumber, at: [-1]))
    #expect(throws: Interruption(place: 1)) {
      _ = try minimise(from: 0, to: 1) { _ in throw Interruption(place: 1) }
    }
  }
}
