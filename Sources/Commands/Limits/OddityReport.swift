// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Inference
import Quantities
import Storage

/// How odd the counts of an experiment are for background alone.
struct OddityReport: Sendable {
  /// The experiment.
  let experiment: CountedExperiment
  /// So many events or more.
  let excess: PValue
  /// Counts no more probable than those seen; a failure where they are too many to sum.
  let likelihood: Result<PValue, InferenceError>

  /// Computes both p-values.
  init(of experiment: CountedExperiment) throws(InferenceError) {
    self.experiment = experiment
    excess = try ExcessTest.pValue(of: experiment.model)
    likelihood = Result { () throws(InferenceError) in
      try LikelihoodTest.pValue(of: experiment.model)
    }
  }

  /// The report for people.
  func text(on channel: Channel) -> String {
    var table = Table([
      Table.Column("test"), Table.Column("p", .number),
      Table.Column("one-sided", unit: "sigma", .number),
      Table.Column("two-sided", unit: "sigma", .number),
    ])
    for value in [excess] + tested {
      table.append([
        value.test, value.value.formatted(significant: 5), Self.deviations(value.oneSided),
        Self.deviations(value.twoSided),
      ])
    }
    let sentences =
      [
        "P(N >= \(experiment.model.observed)): background alone gives as many events or more in "
          + "\((100 * excess.value).formatted(significant: 4))% of experiments",
        "P(L <= L_obs): it gives counts no more probable than those seen",
      ] + notes
    return [
      channel.styled(experiment.title, .strong), table.rendered(on: channel),
      sentences.map { Paragraph($0, width: channel.columns ?? 100).hanging(by: 2) }
        .joined(separator: "\n"),
    ].joined(separator: "\n\n")
  }

  /// The report for programs; the bare significances are those of the excess.
  var json: JSONValue {
    var members = experiment.members
    members["p_excess"] = .number(excess.value)
    members["significance_of"] = "p_excess"
    let certain = "a p-value of 0 or 1 has no finite significance"
    members.set("significance_one_sided", excess.oneSided, note: certain)
    members.set("significance_two_sided", excess.twoSided, note: certain)
    switch likelihood {
    case .success(let value):
      members["p_likelihood"] = .number(value.value)
      members.set("likelihood_significance_one_sided", value.oneSided, note: certain)
      members.set("likelihood_significance_two_sided", value.twoSided, note: certain)
    case .failure(let error):
      members.set("p_likelihood", .nan, note: error.description)
    }
    members["notes"] = .array(notes.map { .string($0) })
    return .object(members)
  }

  private var tested: [PValue] { (try? likelihood.get()).map { [$0] } ?? [] }

  /// Conventions, each once, and why a test has no answer.
  private var notes: [String] {
    var notes = excess.notes
    switch likelihood {
    case .success(let value): notes += value.notes.filter { !notes.contains($0) }
    case .failure(let error): notes.append("P(L <= L_obs): \(error)")
    }
    return notes
  }

  /// A number of standard deviations for people.
  static func deviations(_ number: Double) -> String {
    guard number.isFinite else { return number < 0 ? "below all" : "above all" }
    return number.formatted(significant: 4)
  }
}
