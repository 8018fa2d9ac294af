// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Numerics
import Testing

@Suite("Adaptive integrals")
struct IntegrateTests {
  /// An integral with a closed form.
  struct Known: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let from: Double
    let to: Double
    var points: [Double] = []
    var methods: [QuadratureMethod] = [.extrapolating, .doublyAdaptive]
    let exact: Double
    let f: @Sendable (Double) -> Double
  }

  static let known: [Known] = [
    Known(testDescription: "x^5 on 0..2", from: 0, to: 2, exact: 64.0 / 6) { pow($0, 5) },
    Known(testDescription: "exp(-x) to infinity", from: 0, to: .infinity, exact: 1) { exp(-$0) },
    Known(testDescription: "exp(x) from minus infinity", from: -.infinity, to: 0, exact: 1) {
      exp($0)
    },
    Known(
      testDescription: "Gauss over the axis", from: -.infinity, to: .infinity,
      exact: Double.pi.squareRoot()
    ) { exp(-$0 * $0) },
    Known(testDescription: "ln x on 0..1", from: 0, to: 1, exact: -1) { log($0) },
    Known(
      testDescription: "1/sqrt(abs(x - 0.3)) on 0..1, hinted", from: 0, to: 1, points: [0.3],
      // Halving alone cannot get closer to 0.3 than the spacing of doubles, worth 1e-8 here.
      methods: [.extrapolating],
      exact: 2 * (0.3.squareRoot() + 0.7.squareRoot())
    ) { 1 / abs($0 - 0.3).squareRoot() },
    Known(
      testDescription: "ln abs(x - 1/3) on 0..1, hinted", from: 0, to: 1, points: [1.0 / 3],
      exact: (1.0 / 3) * log(1.0 / 3) + (2.0 / 3) * log(2.0 / 3) - 1
    ) { log(abs($0 - 1.0 / 3)) },
    Known(
      testDescription: "step at 0.7, hinted", from: 0, to: 1, points: [0.7], exact: 0.7 + 0.3 * 5
    ) { $0 < 0.7 ? 1 : 5 },
    Known(
      testDescription: "Breit-Wigner of width 1e-6, hinted", from: 0, to: 1, points: [0.4],
      exact: (atan(0.6 / 0.5e-6) + atan(0.4 / 0.5e-6))
    ) { 0.5e-6 / (($0 - 0.4) * ($0 - 0.4) + 0.25e-12) },
    Known(
      testDescription: "Breit-Wigner on the whole axis, hinted", from: -.infinity, to: .infinity,
      points: [91.0], exact: .pi
    ) { 1.25 / (($0 - 91) * ($0 - 91) + 1.5625) },
    Known(
      testDescription: "sin(50x) on 0..2pi/3", from: 0, to: 2 * .pi / 3,
      exact: (1 - cos(100 * .pi / 3)) / 50
    ) { sin(50 * $0) },
    Known(testDescription: "1/x on 1..1e6", from: 1, to: 1e6, exact: 6 * log(10)) { 1 / $0 },
    Known(testDescription: "1/x^2 from 2 to infinity", from: 2, to: .infinity, exact: 0.5) {
      1 / ($0 * $0)
    },
    Known(
      testDescription: "K_0 over 0..infinity", from: 0, to: .infinity, exact: .pi / 2
    ) { (try? Bessel.k(0, at: $0).value) ?? 0 },
  ]

  @Test(
    "agree with closed forms to 1e-8, and the claimed error covers the true one", arguments: known)
  func closedForms(_ known: Known) throws {
    for method in known.methods {
      let result = try integrate(
        from: known.from, to: known.to, points: known.points, method: method, known.f)
      #expect(isNear(result.value, known.exact, relative: 1e-8), "\(method): \(result)")
      let trueError = (result.value - known.exact).magnitude
      #expect(trueError <= result.error + 1e-14 * known.exact.magnitude, "\(method): \(result)")
    }
  }

  @Test("smooth integrands reach 1e-13")
  func accuracy() throws {
    let result = try integrate(from: 0, to: .pi, relativeError: 1e-12) { sin($0) }
    #expect(isNear(result.value, 2, relative: 1e-13))
  }

  @Test("change their sign with the order of the ends, and vanish on an empty range")
  func orientation() throws {
    let forward = try integrate(from: 1, to: 3) { $0 * $0 }
    let backward = try integrate(from: 3, to: 1) { $0 * $0 }
    #expect(backward.value == -forward.value)
    #expect(backward.error == forward.error)
    var calls = 0
    let empty = try integrate(from: 2, to: 2) { x in
      calls += 1
      return x
    }
    #expect(empty == Estimate(value: 0, error: 0))
    #expect(calls == 0)
  }

  @Test("a kink is found without a hint by the doubly adaptive rule to 1e-10")
  func kink() throws {
    let result = try integrate(
      from: 0, to: 1, relativeError: 1e-10, method: .doublyAdaptive
    ) { abs($0 - 0.123456789) }
    let exact = (0.123456789 * 0.123456789 + 0.876543211 * 0.876543211) / 2
    #expect(isNear(result.value, exact, relative: 1e-10))
  }

  @Test("points outside the range do nothing")
  func pointsOutside() throws {
    let plain = try integrate(from: 0, to: 1) { exp($0) }
    let hinted = try integrate(from: 0, to: 1, points: [-3, 0, 1, 7]) { exp($0) }
    #expect(plain.value == hinted.value)
  }

  @Test("one inside another gives the volume of the unit ball to 1e-7")
  func nested() throws {
    let volume = try integrate(from: -1, to: 1, relativeError: 1e-8) { x in
      let edge = (1 - x * x).squareRoot()
      return try integrate(from: -edge, to: edge, relativeError: 1e-9) { y in
        2 * max(0, 1 - x * x - y * y).squareRoot()
      }.value
    }
    #expect(isNear(volume.value, 4 * .pi / 3, relative: 1e-7))
  }

  @Test("the closure's own error comes out unchanged, from every method and from within another")
  func ownError() {
    for method in [QuadratureMethod.extrapolating, .doublyAdaptive] {
      for end in [1.0, .infinity] {
        #expect(throws: Interruption(place: 7)) {
          _ = try integrate(from: 0, to: end, method: method) { _ in throw Interruption(place: 7) }
        }
      }
    }
    #expect(throws: Interruption(place: 8)) {
      _ = try integrate(from: 0, to: 1) { x in
        try integrate(from: 0, to: x) { _ in throw Interruption(place: 8) }.value
      }
    }
  }

  @Test("the closure is not called again once it has thrown")
  func stopsAtOnce() {
    var calls = 0
    _ = try? integrate(from: 0, to: 1) { x in
      calls += 1
      if calls == 5 { throw Interruption(place: x) }
      return x
    }
    #expect(calls == 5)
  }

  @Test("NaN from the integrand is an error that says where", arguments: [0.0, -1.0])
  func notANumber(_ lower: Double) {
    for method in [QuadratureMethod.extrapolating, .doublyAdaptive] {
      let error = numericsError {
        _ = try integrate(from: lower, to: 1, method: method) { $0 > 0.5 ? .nan : 1 }
      }
      guard case .notFinite(.notANumber, let point) = error?.cause else {
        Issue.record("\(String(describing: error))")
        continue
      }
      #expect(point.count == 1 && point[0] > 0.5)
    }
  }

  @Test("an infinity inside the range is an error that reads as a sentence")
  func infinity() {
    let error = numericsError { _ = try integrate(from: -1, to: 1) { 1 / $0.magnitude } }
    #expect(
      error?.description
        == "no integral from -1.0 to 1.0 (the function is inf at 0.0) check the function there, "
        + "or keep the range away from the point")
  }

  @Test("a divergent integral is refused by every method")
  func divergence() {
    for method in [QuadratureMethod.extrapolating, .doublyAdaptive] {
      #expect(throws: NumericsError.self) {
        _ = try integrate(from: 0, to: 1, method: method) { 1 / $0 }
      }
      #expect(throws: NumericsError.self) {
        _ = try integrate(from: 1, to: .infinity, method: method) { 1 / $0 }
      }
    }
  }

  @Test("an error names routine, status and the best value, and suggests what to do")
  func errorText() throws {
    let error = try #require(
      numericsError { _ = try integrate(from: 0, to: 1) { x in 1 / x } })
    guard case .status(let status, "gsl_integration_qagp") = error.cause else {
      Issue.record("\(error)")
      return
    }
    #expect([GSLStatus.divergent, .maximumIterations, .singular].contains(status))
    #expect(error.description.hasPrefix("no integral from 0.0 to 1.0 (gsl_integration_qagp: GSL_E"))
    #expect(error.description.contains("; best so far "))
    #expect(error.description.hasSuffix("name its singular places and peaks in points"))
  }

  @Test("a tolerance beyond double precision is refused with a suggestion")
  func badTolerance() {
    let error = numericsError { _ = try integrate(from: 0, to: 1, relativeError: 1e-17) { $0 } }
    #expect(error?.cause == .status(.badTolerance, routine: "gsl_integration_qagp"))
    #expect(error?.suggestion.isEmpty == false)
  }

  @Test("NaN among the ends is refused before the integrand is called")
  func badEnds() {
    var calls = 0
    let error = numericsError {
      _ = try integrate(from: 0, to: .nan) { x in
        calls += 1
        return x
      }
    }
    #expect(error?.description.hasPrefix("no integral from 0.0 to nan (nan among") == true)
    #expect(calls == 0)
  }

  @Test("run concurrently, nested and failing ones among them, each gives its own answer")
  func concurrency() async throws {
    try await withThrowingTaskGroup(of: (Int, Double?).self) { group in
      for index in 0..<64 {
        group.addTask {
          if index % 8 == 7 {
            let error = numericsError { _ = try integrate(from: 0, to: 1) { 1 / $0 } }
            return (index, error == nil ? 0 : nil)
          }
          let power = Double(index)
          let inner = try integrate(from: 0, to: 1) { x in
            try integrate(from: 0, to: 1) { y in pow(x, power) * y }.value
          }
          return (index, inner.value)
        }
      }
      for try await (index, value) in group {
        if index % 8 == 7 {
          #expect(value == nil)
        } else {
          #expect(isNear(value ?? 0, 0.5 / (Double(index) + 1), relative: 1e-8))
        }
      }
    }
  }
}
