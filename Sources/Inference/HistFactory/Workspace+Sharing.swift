// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

extension Workspace {
  /// Checks that modifiers of one name can share their parameters.
  func checkSharing(_ flaws: inout [WorkspaceFlaw]) {
    var first: [String: Use] = [:]
    for (index, channel) in channels.enumerated() {
      for (place, sample) in channel.samples.enumerated() {
        for (number, modifier) in sample.modifiers.enumerated() {
          let use = Use(
            kind: modifier.effect.kind, channel: channel.name, sample: sample.name,
            bins: channel.binCount)
          guard let earlier = first[modifier.name] else {
            first[modifier.name] = use
            continue
          }
          guard let reason = earlier.conflict(with: use) else { continue }
          let key = earlier.kind.canShare(with: use.kind) ? "name" : "type"
          flaws.append(
            WorkspaceFlaw(
              at: .modifier(number, of: place, of: index) + key,
              "\(use.kind.rawValue) '\(modifier.name)' cannot share its parameters",
              because: reason, suggestion: "use different names"))
        }
      }
    }
    checkStatisticalErrors(&flaws)
  }

  /// Where a parameter was first used.
  private struct Use {
    let kind: Modifier.Kind
    let channel: String
    let sample: String
    let bins: Int

    /// Why a later use cannot share the parameter; nil if it can.
    func conflict(with later: Use) -> String? {
      guard kind.canShare(with: later.kind) else {
        return "the name belongs to a \(kind.rawValue) in channel '\(channel)'"
      }
      switch kind {
      case .shapesys:
        return "sample '\(sample)' of channel '\(channel)' has it, and each shapesys stands alone"
      case .shapefactor where bins != later.bins:
        return "channel '\(channel)' has \(bins) bins and '\(later.channel)' \(later.bins)"
      default: return nil
      }
    }
  }

  /// A statistical error over several channels must have the same samples in each of them.
  private func checkStatisticalErrors(_ flaws: inout [WorkspaceFlaw]) {
    var carriers: [String: (channel: String, samples: Set<String>)] = [:]
    for (index, channel) in channels.enumerated() {
      var own: [String: Set<String>] = [:]
      var names: [String] = []
      for sample in channel.samples {
        for modifier in sample.modifiers where modifier.effect.kind == .staterror {
          if own[modifier.name] == nil { names.append(modifier.name) }
          own[modifier.name, default: []].insert(sample.name)
        }
      }
      for name in names {
        let samples = own[name] ?? []
        if let earlier = carriers[name], earlier.samples != samples {
          flaws.append(
            WorkspaceFlaw(
              at: .channel(index) + "samples",
              "staterror '\(name)' has other samples than in channel '\(earlier.channel)'",
              because: "bins of one name belong to one set of samples",
              suggestion: "use one name for each channel"))
        }
        carriers[name] = carriers[name] ?? (channel.name, samples)
      }
    }
  }
}
