// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Numerics
import Testing

@Suite("The native Gauss-Kronrod integrator")
struct AdaptiveGaussKronrodTests {
  let integrator = AdaptiveGaussKronrod(relativeError: 1e-10)

  @Test("one piece is exact to 1e-15 for even powers up to degree 30", arguments: 0...15)
  func exactness(_ half: Int) throws {
    let result = try integrator.integrate(from: -1, to: 1) { pow($0, Double(2 * half)) }
    #expect(isNear(result.value, 2 / Double(2 * half + 1), relative: 1e-15))
  }

  @Test("agrees with GSL to 1e-9 on peaks, oscillations and tails")
  func oracle() throws {
    let cases: [(Double, Double, @Sendable (Double) -> Double)] = [
      (0, 1, { 1 / (1e-4 + ($0 - 0.37) * ($0 - 0.37)) }),
      (0, 10, { sin(20 * $0) * exp(-$0) + 0.1 }),
      (0, .infinity, { $0 * $0 * exp(-$0) }),
      (-.infinity, 2, { exp(-$0 * $0) }),
      (-.infinity, .infinity, { 1 / (1 + $0 * $0 * $0 * $0) }),
      (0.1, 5, { log($0) * $0.squareRoot() + 3 }),
    ]
    for (lower, upper, f) in cases {
      let own = try integrator.integrate(from: lower, to: upper, f)
      let gsl = try integrate(from: lower, to: upper, relativeError: 1e-10, f)
      #expect(isNear(own.value, gsl.value, relative: 1e-9), "\(own) \(gsl)")
    }
  }

  @Test("a resonance of width 1e-9 costs one piece along its own axis, to 1e-13")
  func resonance() throws {
    let axis = ResonanceAxis(centre: 0, halfWidth: 1e-9)
    var calls = 0
    let result = try integrator.integrate(from: -0.5, to: 0.5, along: axis) { x in
      calls += 1
      return 1e-9 / (x * x + 1e-18)
    }
    #expect(isNear(result.value, 2 * atan(0.5e9), relative: 1e-13))
    #expect(calls == 21)
  }

  @Test("a power law is flat along a logarithmic axis: one piece over twelve decades, to 1e-14")
  func logarithmic() throws {
    var calls = 0
    let result = try integrator.integrate(from: 1e-6, to: 1e6, along: LogarithmicAxis()) { x in
      calls += 1
      return 1 / x
    }
    #expect(isNear(result.value, 12 * log(10), relative: 1e-14))
    #expect(calls == 21)
  }

  @Test("changes sign with the order of the ends, infinite ones too")
  func orientation() throws {
    #expect(try isNear(integrator.integrate(from: 1, to: 0) { $0 }.value, -0.5, relative: 1e-15))
    let tail = try integrator.integrate(from: .infinity, to: 0) { exp(-$0) }
    #expect(isNear(tail.value, -1, relative: 1e-10))
    let low = try integrator.integrate(from: 0, to: -.infinity) { exp($0) }
    #expect(isNear(low.value, -1, relative: 1e-10))
    #expect(try integrator.integrate(from: 2, to: 2) { 1 / $0 }.value == 0)
  }

  @Test("the closure's own error comes out unchanged")
  func ownError() {
    #expect(throws: Interruption(place: 0.5)) {
      _ = try integrator.integrate(from: 0, to: 1) { throw Interruption(place: $0) }
    }
  }

  @Test("NaN is an error that gives the place in x, whatever the axis")
  func notANumber() {
    let error = numericsError {
      _ = try integrator.integrate(from: 1, to: 100, along: LogarithmicAxis()) {
        $0 > 50 ? .nan : 1
      }
    }
    guard case .notFinite(.notANumber, let point) = error?.cause else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(point[0] > 50 && point[0] < 100)
  }

  @Test("an integral that cancels to zero asks for an absolute error, and gets by with one")
  func cancellation() throws {
    let error = numericsError { _ = try integrator.integrate(from: -1, to: 1) { sin($0) + $0 } }
    #expect(error?.cause == nil || error?.suggestion == "give an absoluteError, or ask for less")
    let loose = AdaptiveGaussKronrod(relativeError: 1e-10, absoluteError: 1e-10)
    #expect(try loose.integrate(from: -1, to: 1) { sin(3 * $0) }.value.magnitude < 1e-12)
  }

  @Test("a divergent integral and too few pieces are refused with the best value so far")
  func refusals() throws {
    let divergent = numericsError { _ = try integrator.integrate(from: 0, to: 1) { 1 / $0 } }
    #expect(divergent?.partial != nil)
    let short = AdaptiveGaussKronrod(relativeError: 1e-12, maximumPieces: 3)
    let error = numericsError {
      _ = try short.integrate(from: 0, to: 1) { 1 / (1e-8 + ($0 - 0.3) * ($0 - 0.3)) }
    }
    #expect(
      error?.description.contains("3 pieces did not suffice; best so far ") == true)
  }

  @Test("a tolerance of zero is refused before the integrand is called")
  func badTolerance() {
    let error = numericsError {
      _ = try AdaptiveGaussKronrod(relativeError: 0).integrate(from: 0, to: 1) { _ in
        throw Interruption(place: 0)
      }
    }
    #expect(
      error?.description
        == "no integral from 0.0 to 1.0 (relativeError=0.0 is below 1e-14) "
        + "ask for relativeError of at least 1e-14, or for an absoluteError above 0")
  }
}
