// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// A condition on observables, such as `ecal.energy < 50 GeV` or `a > 1 GeV and b < 2 GeV`.
///
/// Which observables there are, and what they measure, is for the owner of the key to say; each
/// part knows its place, so that its findings point at it.
package struct Condition: Sendable {
  /// How an observable is compared with a value.
  package enum Relation: String, CaseIterable, Sendable {
    /// Below.
    case below = "<"
    /// Below or equal.
    case atMost = "<="
    /// Above.
    case above = ">"
    /// Above or equal.
    case atLeast = ">="
    /// Equal.
    case equal = "=="
    /// Not equal.
    case notEqual = "!="
  }

  /// One comparison.
  package struct Comparison: Sendable {
    /// The names that lead to the observable, such as `ecal`, `energy`.
    package let observable: [String]
    /// Where the observable is named.
    package let observablePlace: Place
    /// The comparison.
    package let relation: Relation
    /// The value as it is written, with its unit.
    package let value: String
    /// Where the value is written.
    package let valuePlace: Place

    /// The value as a quantity, or the finding that says why it is none.
    package func quantity<D: Dimension>(
      of dimension: D.Type = D.self, in range: PermittedRange<D> = .any
    ) -> Result<Quantity<D>, FoundFault> {
      do throws(QuantityError) {
        let quantity = try Quantity<D>(parsing: value)
        try range.check(quantity, writtenAs: value)
        return .success(quantity)
      } catch {
        return .failure(
          FoundFault(
            .error(
              "\(error.problem) (\(error.reason))", at: valuePlace, suggestion: error.suggestion)))
      }
    }
  }

  /// The comparisons; all must hold.
  package let comparisons: [Comparison]

  /// The condition in normal form: one space around each word and sign.
  package var text: String {
    comparisons.map {
      "\($0.observable.joined(separator: ".")) \($0.relation.rawValue) \($0.value)"
    }.joined(separator: " and ")
  }
}

/// A finding as the failure of a result.
package struct FoundFault: Error {
  /// The finding.
  package let finding: Finding

  /// Makes a failure of a finding.
  package init(_ finding: Finding) { self.finding = finding }
}

extension Notation {
  /// A condition on observables, such as `ecal.energy < 50 GeV`.
  package static func condition(
    example: String = "ecal.energy < 50 GeV"
  ) -> Notation where Value == Condition {
    Notation(
      shape: .value(type: "condition", permitted: "", units: [], example: example),
      read: { node, decoding in
        guard
          let scalar = decoding.scalar(of: node, expecting: "a condition", example: example)
        else { return nil }
        guard scalar.text.utf8.count <= 10_000 else {
          decoding.error("a condition of \(scalar.text.utf8.count) bytes", at: node.place)
          return nil
        }
        switch ConditionParser(node: node, text: scalar.text, example: example).parse() {
        case .success(let condition): return condition
        case .failure(let fault):
          decoding.report(fault.finding)
          return nil
        }
      },
      write: { .value($0.text) })
  }
}
