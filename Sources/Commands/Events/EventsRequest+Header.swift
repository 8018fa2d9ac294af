// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Kinematics
import Quantities
import Searches
import Storage

extension EventsRequest {
  /// The header of a file of the events.
  func header(of events: ThinTargetEvents) -> RunHeader {
    events.header(
      version: ProgramVersion.current, process: production.channel.rawValue, weights: weightNames,
      relativeError: production.accuracy, remarks: remarks(on: events))
  }

  /// What the header says beyond what all headers say.
  private func remarks(on events: ThinTargetEvents) -> [RunRemark] {
    var remarks = [
      RunRemark(name: "mediator", text: production.structure.rawValue),
      RunRemark(name: "coupling", text: production.couplingText),
      RunRemark(name: "material", text: production.target.name),
      RunRemark(
        name: "production_cross_section_pb",
        text: events.target.crossSections.map { "\($0)" }.joined(separator: " ")),
      RunRemark(name: "ctau_mm", text: properLength.map { "\($0.mm)" } ?? "stable"),
    ]
    guard let menu = events.fate.menu else {
      return remarks + [RunRemark(name: "decay", text: "none")]
    }
    remarks += [
      RunRemark(name: "decay", text: menu.channels.joined(separator: ", ")),
      RunRemark(name: "branching_ratio", text: "\(events.fate.share)"),
      RunRemark(
        name: "decay_angles", text: Set(menu.modes.map(\.angles)).sorted().joined(separator: "; ")),
    ]
    if let planes = events.fate.volume?.planes {
      remarks.append(
        RunRemark(
          name: "decay_volume_mm", text: "\(planes.lowerBound) \(planes.upperBound)"))
    }
    return remarks
  }
}
