// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Quantities

/// The keys of one cut of the trigger or the selection.
package enum CutKeys {
  /// The condition that events must meet.
  package static let cut = Key<Condition>(
    "cut", .condition(), meaning: "the condition that an event must meet")

  /// Where it comes from.
  package static let source = Key<String?>(
    "source", optional: .text(example: "NA64:2017vtt"),
    meaning: "key of the publication it is from")

  /// How far its threshold can be trusted.
  package static let certainty = Key<Certainty?>(
    "certainty", optional: .choice(of: Certainty.self),
    meaning: "how far it can be trusted to be what the source says; without a source it is assumed",
    example: "quoted")

  /// A remark.
  package static let note = Key<String?>("note", optional: .text(), meaning: "a remark")

  static let form = Form(
    "cut", meaning: "one cut; cuts are applied in their order",
    keys: [cut, source, certainty, note])
}

/// The keys of one background.
package enum BackgroundKeys {
  /// How the number came about.
  package enum Status: String, CaseIterable, Sendable {
    /// Taken from a publication.
    case sourced
    /// Computed by this program.
    case computed
    /// Assumed.
    case assumed
  }

  /// The expected number of events.
  package static let events = Key<Number>(
    "events", .quantity(.nonNegative), meaning: "expected events over all run periods",
    example: "0.43")

  /// Its uncertainty.
  package static let error = Key<Number>(
    "error", .quantity(.nonNegative), default: .zero, meaning: "its standard deviation, in events",
    example: "0.16")

  /// How the number came about.
  package static let status = Key<Status>(
    "status", .choice(of: Status.self), meaning: "how the number came about")

  /// Where it comes from.
  package static let source = Key<String?>(
    "source", optional: .text(example: "Banerjee:2019pds"),
    meaning: "key of the publication it is from")

  /// A remark.
  package static let note = Key<String?>("note", optional: .text(), meaning: "a remark")

  static let form = Form(
    "background", meaning: "one source of background events",
    keys: [events, error, status, source, note],
    checks: [
      Form.Check(reading: events, error) { section in
        guard section[error] > section[events] else { return [] }
        return [
          .error(
            "a background error of more than 100% (\(section[error]) of \(section[events]) events)",
            at: section.place(of: error),
            suggestion: "the error is in events, not in percent")
        ]
      },
      Form.Check(reading: status, source) { section in
        guard section[status] == .sourced, section[source] == nil else { return [] }
        return [
          .error(
            "a sourced background without its source (the key 'source' is missing)",
            at: section.place(of: status),
            suggestion: "add 'source: KEY', or call it 'assumed'")
        ]
      },
      Form.Check(reading: events, status, source) { section in
        // A card that changes the number of another card must not keep that card's source for it.
        let number = section.place(of: events)
        guard section[status] == .sourced, section[source] != nil,
          number.source !== section.place(of: source).source
        else { return [] }
        return [
          .error(
            "a changed background with the source of the old one (the card it extends gave it)",
            at: number, suggestion: "give the new number its 'source', or 'status: assumed'")
        ]
      },
    ])
}
