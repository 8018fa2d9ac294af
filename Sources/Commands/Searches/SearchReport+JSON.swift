// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Searches
import Storage

extension SearchReport {
  /// The result for programs.
  var json: JSONValue {
    [
      "search": .string(search.card.name), "exposure": .number(search.exposure),
      "effective_exposure": .number(search.effectiveExposure),
      "method": .string(result.limit.method), "cl": .number(result.limit.level.value),
      "missing_energy_gev": .number(search.missingEnergy),
      "limit": .array(result.points.map(point)),
      "cut_flow": .array(shownMasses.map { cutFlow(result.points[$0]) }),
      "background": background, "periods": .array(search.periods.map(period)),
      "efficiencies": .array(search.factors.map(factor)),
      "uncertainties": .array(
        result.breakdown.map {
          [
            "name": .string($0.name), "relative_error": .number($0.error),
            "limit_events": .number($0.events),
          ]
        }),
      "simulated_beam_particles": .array(result.showers.map { .integer($0) }),
      "notes": .array(result.limit.notes.map { .string($0) }),
      "warnings": .array(warnings.map { .string($0) }),
      "inputs_not_quoted": .array(search.uncertainInputs.map(\.json)),
    ]
  }

  private func point(_ point: SearchPoint) -> JSONValue {
    let reason = point.refusal ?? "beyond the range of numbers"
    var members: [String: JSONValue] = [
      "mass_gev": .number(point.mass), "yield_per_electron": .number(point.yield.value),
      "yield_error": .number(point.yield.error), "efficiency": .number(point.efficiency.value),
      "efficiency_error": .number(point.efficiency.error),
      "expected_events_at_epsilon_1": .number(point.events),
      "effective_sample": .number(point.effectiveCount),
      "signal_error": point.signalError.isFinite ? .number(point.signalError) : .null,
      "limit_events": .number(point.limit.observed),
    ]
    members.set("epsilon", point.epsilon, note: reason)
    var expected: [String: JSONValue] = [:]
    let limit = point.limit
    for (name, events) in [
      ("median", limit.median), ("low_68", limit.band68.lowerBound),
      ("high_68", limit.band68.upperBound), ("low_95", limit.band95.lowerBound),
      ("high_95", limit.band95.upperBound),
    ] {
      expected.set(name, point.epsilon(at: events), note: reason)
    }
    members["epsilon_expected"] = .object(expected)
    return .object(members)
  }

  private func cutFlow(_ point: SearchPoint) -> JSONValue {
    [
      "mass_gev": .number(point.mass),
      "stages": .array(
        zip(stageNames, point.stages).map {
          [
            "name": .string($0), "yield_per_electron": .number($1.value),
            "error": .number($1.error),
          ]
        }),
    ]
  }

  private var background: JSONValue {
    let sources = search.backgrounds
    return [
      "events": .number(sources.reduce(0) { $0 + $1.events }),
      "error": .number(sources.reduce(0) { $0 + $1.error * $1.error }.squareRoot()),
      "observed": .integer(search.periods.reduce(0) { $0 + $1.observed }),
      "sources": .array(
        sources.map {
          [
            "name": .string($0.name), "events": .number($0.events), "error": .number($0.error),
            "status": .string($0.status.rawValue),
            "source": $0.source.map { .string($0) } ?? .null,
          ]
        }),
    ]
  }

  private func period(_ period: RunPeriod) -> JSONValue {
    [
      "name": .string(period.name), "exposure": .number(period.exposure.value.value),
      "efficiency": .number(search.efficiency(in: period)),
      "observed": .integer(period.observed),
    ]
  }

  private func factor(_ factor: SignalFactor) -> JSONValue {
    [
      "name": .string(factor.name), "value": .number(factor.value.value.share),
      "covers": .string(factor.cover.rawValue), "is_applied": .bool(factor.isApplied),
    ]
  }
}
