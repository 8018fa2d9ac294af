// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// All that was found in a card, however much it is.
///
/// A hostile card can be wrong in a million places. The first ``mostKept`` findings are kept, the
/// others are counted.
package struct Findings: Sendable {
  /// So many findings are kept.
  package static let mostKept = 200

  /// What was kept, in the order in which it was found.
  package private(set) var kept: [Finding] = []

  /// How many more there were.
  package private(set) var omitted = 0

  /// True if one of all findings is an error.
  package private(set) var hasErrors = false

  /// Makes an empty collection.
  package init() {}

  /// Makes a collection of some findings.
  package init(_ findings: [Finding]) { append(contentsOf: findings) }

  /// True if nothing was found.
  package var isEmpty: Bool { kept.isEmpty }

  /// How many findings there were, kept or not.
  package var count: Int { kept.count + omitted }

  /// True if more findings would only be counted, so that costly advice can be left out.
  package var isFull: Bool { kept.count >= Self.mostKept }

  /// Adds a finding.
  package mutating func append(_ finding: Finding) {
    hasErrors = hasErrors || finding.severity == .error
    if isFull { omitted += 1 } else { kept.append(finding) }
  }

  /// Adds some findings.
  package mutating func append(contentsOf findings: some Sequence<Finding>) {
    for finding in findings { append(finding) }
  }

  /// Adds all findings of another collection.
  package mutating func append(contentsOf other: Findings) {
    append(contentsOf: other.kept)
    omitted += other.omitted
    hasErrors = hasErrors || other.hasErrors
  }

  /// The findings by place: sources in the order in which they first appear, then from top to
  /// bottom; those of one place in the order in which they were found.
  package var byPlace: [Finding] {
    var ranks: [ObjectIdentifier: Int] = [:]
    for finding in kept where ranks[ObjectIdentifier(finding.place.source)] == nil {
      ranks[ObjectIdentifier(finding.place.source)] = ranks.count
    }
    func order(_ item: (offset: Int, element: Finding)) -> (Int, Int, Int) {
      let place = item.element.place
      let rank = ranks[ObjectIdentifier(place.source)] ?? 0
      return (rank, place.bytes.lowerBound, item.offset)
    }
    return kept.enumerated().sorted { order($0) < order($1) }.map(\.element)
  }
}
