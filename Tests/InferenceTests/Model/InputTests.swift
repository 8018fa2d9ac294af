// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Inference
import Testing

@Suite("Bad input")
struct InputTests {
  /// A wrong input and the whole sentence that answers it.
  struct Case: Sendable, CustomTestStringConvertible {
    let expected: String
    let make: @Sendable () throws -> Void

    init(_ expected: String, _ make: @escaping @Sendable () throws -> Void) {
      self.expected = expected
      self.make = make
    }

    var testDescription: String { expected }
  }

  static let cases = [
    Case("invalid observed=-1.0 (a count cannot be negative)") { _ = try counting(-1, 0.5) },
    Case(
      "invalid observed=1.5 (a count is a whole number) an expected number of events belongs to "
        + "the background"
    ) { _ = try counting(1.5, 0.5) },
    Case("invalid observed=nan (a count is a number)") { _ = try counting(.nan, 0.5) },
    Case(
      "invalid observed=inf (counts up to 1000000 are treated) divide a sample this large into bins"
    ) { _ = try counting(.infinity, 0.5) },
    Case("invalid background=-0.5 (must be finite, zero or above)") {
      _ = try UncertainValue(-0.5, name: "background")
    },
    Case("invalid background=nan (must be finite, zero or above)") {
      _ = try UncertainValue(.nan, name: "background")
    },
    Case("invalid background error=-0.1 (must be finite, zero or above)") {
      _ = try UncertainValue(1, error: -0.1, name: "background")
    },
    Case(
      "background error=0.1 without background (an error of a number that is zero says nothing "
        + "about its density) give the mean background that the error belongs to"
    ) { _ = try UncertainValue(0, error: 0.1, name: "background") },
    Case(
      "invalid background error=6.0 (a gamma error above 5 times the value says nothing about it) "
        + "describe it by gauss, or give a value that the error belongs to"
    ) { _ = try UncertainValue(1, error: 6, shape: .gamma, name: "background") },
    Case("invalid cl=0.0 (must lie between 0 and 1)") { _ = try ConfidenceLevel(0) },
    Case("invalid cl=nan (must lie between 0 and 1)") { _ = try ConfidenceLevel(.nan) },
    Case("invalid cl=90.0 (must lie between 0 and 1) write 0.9 for 90.0%") {
      _ = try ConfidenceLevel(90)
    },
    Case("no bins (a limit needs at least one)") { _ = try CountingModel(bins: []) },
    Case("no bin has an efficiency (none of them can see a signal)") {
      _ = try CountingModel(
        observed: 0, background: UncertainValue(1), efficiency: UncertainValue(0))
    },
    Case(
      "invalid common background=2.0 (a common factor is about one) put the value into the bins "
        + "and give the relative error here"
    ) {
      _ = try CountingModel(
        bins: [CountingBin(observed: 0, background: UncertainValue(1))],
        commonBackground: UncertainValue(2, error: 0.1))
    },
    Case(
      "feldman-cousins cannot combine 2 bins (its ordering is defined for one count) use cls or "
        + "bayes, or add the bins up"
    ) {
      let bin = try CountingBin(observed: 0, background: UncertainValue(1))
      _ = try upper(FeldmanCousins(), CountingModel(bins: [bin, bin]))
    },
    Case("invalid p=1.5 (a probability lies between 0 and 1)") { _ = try PValue(1.5, test: "") },
    Case("invalid trials=0.5 (must be finite, one or above)") {
      _ = try LookElsewhere.global(local: PValue(0.1, test: ""), trials: 0.5)
    },
    Case(
      "no Z_Bi for a background without error (the auxiliary count would be infinite) use P(N >= n)"
    ) { _ = try BinomialTest.pValue(observed: 1, background: UncertainValue(1)) },
    Case("invalid signal=-1.0 (must be finite, zero or above)") {
      _ = try ProfileToys(counting(0, 1), signal: -1, seed: 1)
    },
    Case("invalid relative error=0.0 (must be above zero)") {
      _ = try ToyStopRule(relativeError: 0, largestNumber: 10)
    },
  ]

  @Test("is answered by problem, reason and suggestion", arguments: cases)
  func answer(_ wrong: Case) throws {
    let error = #expect(throws: InferenceError.self) { try wrong.make() }
    #expect(error?.description == wrong.expected)
  }
}
