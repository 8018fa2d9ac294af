// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Numerics
import Testing

@Suite("Integrals in several dimensions")
struct SeveralDimensionsTests {
  static func cube(_ dimensions: Int) throws -> IntegrationBox {
    try IntegrationBox([(from: Double, to: Double)](repeating: (0, 1), count: dimensions))
  }

  @Test("the product rule is exact for products of polynomials, to 1e-14")
  func product() throws {
    let box = try IntegrationBox([(from: 0, to: 2), (from: -1, to: 1), (from: 1, to: 4)])
    let value = try ProductRule(points: [3, 2, 4]).integrate(over: box) { p in
      p[0] * p[0] * (1 + p[1] * p[1]) * p[2]
    }
    #expect(isNear(value, 8.0 / 3 * 8.0 / 3 * 7.5, relative: 1e-14))
  }

  @Test("the product rule visits every combination of nodes once")
  func visits() throws {
    var calls = 0
    let volume = try ProductRule(points: [3, 1, 4, 2]).integrate(over: Self.cube(4)) { _ in
      calls += 1
      return 1
    }
    #expect(calls == 24)
    #expect(isNear(volume, 1, relative: 1e-15))
  }

  @Test("the nested integral agrees with closed forms to 1e-6 and covers its error")
  func nested() throws {
    let box = try IntegrationBox([(from: 0, to: 1), (from: 0, to: 2), (from: -1, to: 1)])
    let result = try NestedQuadrature().integrate(over: box) { p in
      exp(p[0] - p[1]) / (1 + p[2] * p[2])
    }
    let exact: Double = (M_E - 1) * (1 - 1 / (M_E * M_E)) * .pi / 2
    #expect(isNear(result.value, exact, relative: 1e-9))
    #expect((result.value - exact).magnitude <= result.error)
    #expect(result.error <= 1e-5 * exact)
  }

  @Test("VEGAS agrees with a closed form within five of its standard deviations")
  func vegas() throws {
    let vegas = MonteCarloIntegrator(seed: 20)
    let result = try vegas.integrate(over: Self.cube(4)) { p in
      var square = 0.0
      for index in 0..<4 { square += (p[index] - 0.5) * (p[index] - 0.5) }
      return exp(-square / 0.02)
    }
    let exact = pow((0.02 * .pi).squareRoot() * erf(0.5 / 0.02.squareRoot()), 4)
    #expect((result.estimate.value - exact).magnitude < 5 * result.estimate.error)
    #expect(result.estimate.error < 0.01 * exact)
    #expect(result.chiSquarePerDegree < 5)
  }

  @Test("VEGAS gives the same bits for the same seed, others for another, also concurrently")
  func determinism() async throws {
    let f: @Sendable (Span<Double>) -> Double = { $0[0] * $0[1] + 1 }
    let first = try MonteCarloIntegrator(calls: 2000, seed: 1).integrate(over: Self.cube(2), f)
    let other = try MonteCarloIntegrator(calls: 2000, seed: 2).integrate(over: Self.cube(2), f)
    #expect(first.estimate.value != other.estimate.value)
    try await withThrowingTaskGroup(of: MonteCarloIntegrator.Result.self) { group in
      for _ in 0..<8 {
        group.addTask {
          try MonteCarloIntegrator(calls: 2000, seed: 1).integrate(over: Self.cube(2), f)
        }
      }
      for try await result in group { #expect(result == first) }
    }
  }

  @Test("NaN says where in all dimensions, and own errors come out unchanged")
  func failures() throws {
    let box = try Self.cube(2)
    let vegas = MonteCarloIntegrator(calls: 1000, seed: 1)
    let bad: (Span<Double>) -> Double = { $0[0] > 0.9 ? .nan : 1 }
    let errors = [
      numericsError { _ = try vegas.integrate(over: box, bad) },
      numericsError { _ = try NestedQuadrature().integrate(over: box, bad) },
    ]
    for error in errors {
      guard case .notFinite(.notANumber, let point) = error?.cause else {
        Issue.record("\(String(describing: error))")
        continue
      }
      #expect(point.count == 2 && point[0] > 0.9)
    }
    #expect(throws: Interruption(place: 1)) {
      _ = try vegas.integrate(over: box) { _ in throw Interruption(place: 1) }
    }
    #expect(throws: Interruption(place: 2)) {
      _ = try NestedQuadrature().integrate(over: box) { _ in throw Interruption(place: 2) }
    }
    #expect(throws: Interruption(place: 3)) {
      _ = try ProductRule(points: [2, 2]).integrate(over: box) { _ in throw Interruption(place: 3) }
    }
  }

  @Test("boxes and settings that make no sense are refused in words")
  func refusals() throws {
    let box = numericsError { _ = try IntegrationBox([(from: 1, to: 0)]) }
    #expect(
      box?.description == "invalid box [1.0, 0.0] (every side must be finite and ascending, and "
        + "there must be one) map infinite sides to finite parameters")
    let calls = numericsError {
      _ = try MonteCarloIntegrator(calls: 5, seed: 1).integrate(over: Self.cube(2)) { _ in 1 }
    }
    #expect(
      calls?.description == "no integral over [0.0, 1.0] x [0.0, 1.0] (calls=5 must be 100 or more)"
    )
    let sizes = numericsError {
      _ = try ProductRule(points: [2]).integrate(over: Self.cube(2)) { _ in 1 }
    }
    #expect(sizes?.reason == "the rule has 1 dimensions, the box 2")
  }
}
