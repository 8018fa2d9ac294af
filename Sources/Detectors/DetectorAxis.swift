// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Quantities

/// The elements of a detector along the beam axis, as a card lists them.
package struct DetectorAxis: Sendable {
  /// One element with its extent.
  package struct Station: Sendable {
    /// The element as the card describes it.
    package let element: Element
    /// Its kind.
    package let kind: ElementKind

    /// Where it begins.
    package var front: Length { element[ElementKind.front] }
    /// How far it extends along the beam.
    package var length: Length { kind.length(element.section) }
    /// Where it ends.
    package var back: Length { front + length }
    /// Where the card says its position.
    package var place: Place { element.section.place(of: ElementKind.front) }
  }

  /// The elements from upstream to downstream.
  package let stations: [Station]

  /// Orders the elements of a card.
  package init(_ elements: [Element]) {
    stations = elements.compactMap { element in
      ElementKind.named(element.kind).map { Station(element: element, kind: $0) }
    }.sorted { $0.front < $1.front }
  }

  /// Elements that stand inside one another, each with the place of its position.
  package var overlaps: [Finding] {
    // Positions and lengths come from decimal texts; a millionth of a millimetre is no overlap.
    let tolerance = Length.mm(1e-6)
    guard var upstream = stations.first else { return [] }
    var findings: [Finding] = []
    for downstream in stations.dropFirst() {
      if downstream.front + tolerance < upstream.back {
        findings.append(overlap(of: downstream, with: upstream))
      }
      // A long element can hold several others.
      if downstream.back > upstream.back { upstream = downstream }
    }
    return findings
  }

  private func overlap(of downstream: Station, with upstream: Station) -> Finding {
    let end = upstream.back.formatted(significant: 6)
    return .error(
      "'\(downstream.element.name)' begins inside '\(upstream.element.name)' (which ends at \(end))",
      at: downstream.place, suggestion: "move it to \(end) or beyond",
      notes: [.init("'\(upstream.element.name)' begins here", at: upstream.place)])
  }

  /// What is wrong with the observables and values of a condition.
  package func check(_ condition: Condition) -> [Finding] {
    condition.comparisons.compactMap(check)
  }

  /// The value that a comparison names, in base units; nil where a check finds something.
  func value(of comparison: Condition.Comparison) -> Double? {
    let path = comparison.observable
    let station = stations.first { $0.element.name == path.first }
    return station?.kind.observables.first { $0.name == path.last }?.value(of: comparison)
  }

  private func check(_ comparison: Condition.Comparison) -> Finding? {
    let path = comparison.observable
    let written = path.joined(separator: ".")
    guard let station = stations.first(where: { $0.element.name == path[0] }) else {
      let names = stations.map(\.element.name)
      return .error(
        "unknown observable \(quoted(written)) (no element is named \(quoted(path[0])))",
        at: comparison.observablePlace,
        suggestion: nearestName(to: path[0], among: names).map { "did you mean '\($0)'?" }
          ?? (names.isEmpty ? "" : "elements: \(names.joined(separator: ", "))"))
    }
    let observables = station.kind.observables
    guard path.count == 2, let observable = observables.first(where: { $0.name == path[1] }) else {
      let names = observables.map(\.name)
      let near = path.count == 2 ? nearestName(to: path[1], among: names) : nil
      return .error(
        "unknown observable \(quoted(written)) (not measured by a \(station.element.kind))",
        at: comparison.observablePlace,
        suggestion: near.map { "did you mean '\(path[0]).\($0)'?" }
          ?? (names.isEmpty
            ? "it measures nothing"
            : "it measures \(names.map { "\(path[0]).\($0)" }.joined(separator: ", "))"))
    }
    return observable.check(comparison)
  }
}
