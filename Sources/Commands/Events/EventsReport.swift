// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Exchange
import Quantities
import Searches

/// A run of events: what was asked, what was made of it and what was counted.
struct EventsReport: Sendable {
  /// What was asked.
  let request: EventsRequest
  /// Where the events come from.
  let events: ThinTargetEvents
  /// What was counted.
  let tally: EventTally

  /// Whether the run was interrupted before its last event.
  var isPartial: Bool { tally.count < request.count }

  /// The file; nil where none was written.
  var file: (path: String, format: EventFormat)? { tally.count > 0 ? request.file : nil }

  /// What holds for all of it, each in one sentence.
  var remarks: [String] {
    var remarks: [String] = []
    if file?.format == .lhe, events.fate.menu != nil {
      remarks.append("LHE has no vertices: of the place where X decays it keeps c tau alone")
    }
    if request.isScan {
      remarks.append(
        "an event has one weight for each mass, which follows energy and angle of X; the rest of "
          + "it belongs to the first mass that can make this X; the summary is that of the first")
    }
    if events.fate.volume != nil {
      remarks.append(
        "the weight of an event is the probability that X decays in the volume; an X that never "
          + "meets it is left, with the weight 0")
    }
    if request.isExchange {
      remarks.append(
        "annihilation: the cross section is that into the pair \(request.exchangePair), through an X "
          + "of the mass of positron and electron")
    }
    if request.production.structure == .axial, !request.isExchange {
      remarks.append(
        "axial: grows as m_l^2 / m^2 for light X, whose current is not conserved; a complete "
          + "theory of its mass cuts it off")
    }
    return remarks
  }
}
