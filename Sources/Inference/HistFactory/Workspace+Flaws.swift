// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

extension Workspace {
  /// All that keeps the workspace from being a likelihood; empty if nothing does.
  ///
  /// Channels first: measurements are looked at only if the channels are sound.
  package func flaws() -> [WorkspaceFlaw] {
    var flaws: [WorkspaceFlaw] = []
    checkNames(of: channels.map(\.name), "channel", at: [.key("channels")], &flaws)
    for (index, channel) in channels.enumerated() { check(channel, index, &flaws) }
    checkObservations(&flaws)
    checkSharing(&flaws)
    guard flaws.isEmpty else { return flaws }
    checkMeasurements(&flaws)
    return flaws
  }

  /// Demands at least one element, and names of their own.
  func checkNames(
    of names: [String], _ word: String, at path: [WorkspaceFlaw.Step],
    _ flaws: inout [WorkspaceFlaw]
  ) {
    if names.isEmpty {
      flaws.append(WorkspaceFlaw(at: path, "no \(word)s", because: "at least one is needed"))
    }
    var seen: Set<String> = []
    for (index, name) in names.enumerated() where !seen.insert(name).inserted {
      flaws.append(
        WorkspaceFlaw(
          at: path + [.item(index), .key("name")], "a second \(word) '\(name)'",
          because: "each \(word) has a name of its own"))
    }
  }

  private func check(_ channel: Channel, _ index: Int, _ flaws: inout [WorkspaceFlaw]) {
    checkNames(
      of: channel.samples.map(\.name), "sample", at: .channel(index) + "samples", &flaws)
    for (place, sample) in channel.samples.enumerated() {
      let path = [WorkspaceFlaw.Step].sample(place, of: index)
      let bins = channel.binCount
      if sample.rates.isEmpty {
        flaws.append(WorkspaceFlaw(at: path + "data", "no bins", because: "one is needed"))
      } else if sample.rates.count != bins {
        flaws.append(
          WorkspaceFlaw(
            at: path + "data", "\(sample.rates.count) bins in sample '\(sample.name)'",
            because: "sample '\(channel.samples[0].name)' of channel '\(channel.name)' has \(bins)")
        )
      }
      if !sample.rates.allSatisfy(\.isFinite) {
        flaws.append(
          WorkspaceFlaw(at: path + "data", "a rate is not finite", because: "rates are counts"))
      }
      var seen: Set<Modifier.Sign> = []
      for (number, modifier) in sample.modifiers.enumerated() {
        let path = [WorkspaceFlaw.Step].modifier(number, of: place, of: index)
        if !seen.insert(modifier.sign).inserted {
          flaws.append(
            WorkspaceFlaw(
              at: path + "name",
              "a second \(modifier.effect.kind.rawValue) '\(modifier.name)' in one sample",
              because: "it would count twice"))
        }
        check(modifier, of: sample, at: path, &flaws)
      }
    }
  }

  private func check(
    _ modifier: Modifier, of sample: Sample, at path: [WorkspaceFlaw.Step],
    _ flaws: inout [WorkspaceFlaw]
  ) {
    func checkBins(_ numbers: [Double], at path: [WorkspaceFlaw.Step], areErrors: Bool) {
      if numbers.count != sample.rates.count {
        flaws.append(
          WorkspaceFlaw(
            at: path, "\(numbers.count) bins in modifier '\(modifier.name)'",
            because: "sample '\(sample.name)' has \(sample.rates.count)"))
      }
      for (bin, number) in numbers.enumerated() where !number.isFinite || (areErrors && number < 0)
      {
        flaws.append(
          WorkspaceFlaw(
            at: path + [.item(bin)], "invalid \(areErrors ? "error" : "rate")=\(number)",
            because: areErrors ? "must be zero or above" : "must be finite"))
      }
    }
    switch modifier.effect {
    case .normFactor, .shapeFactor: break
    case .luminosity:
      if modifier.name != "lumi" {
        flaws.append(
          WorkspaceFlaw(
            at: path + "name", "a luminosity named '\(modifier.name)'",
            because: "a modifier of type lumi has that name", suggestion: "name it 'lumi'"))
      }
    case .shapeSystematic(let errors), .statisticalError(let errors):
      checkBins(errors, at: path + "data", areErrors: true)
    case .histogramSystematic(let low, let high):
      checkBins(low, at: path + "data" + "lo_data", areErrors: false)
      checkBins(high, at: path + "data" + "hi_data", areErrors: false)
    case .normSystematic(let low, let high):
      for (key, value) in [("lo", low), ("hi", high)] where !(value > 0 && value.isFinite) {
        flaws.append(
          WorkspaceFlaw(
            at: path + "data" + key, "invalid \(key)=\(value)",
            because: "factors are interpolated by powers and must be above zero"))
      }
    }
  }

  private func checkObservations(_ flaws: inout [WorkspaceFlaw]) {
    checkNames(of: observations.map(\.channel), "observation", at: [.key("observations")], &flaws)
    let names = channels.map(\.name)
    for (index, observation) in observations.enumerated() {
      let path = [WorkspaceFlaw.Step].observation(index)
      guard let channel = channels.first(where: { $0.name == observation.channel }) else {
        let near = nearestName(to: observation.channel, among: names)
        flaws.append(
          WorkspaceFlaw(
            at: path + "name", "no channel '\(observation.channel)'",
            because: "observations belong to channels",
            suggestion: near.map { "did you mean '\($0)'?" } ?? ""))
        continue
      }
      if observation.counts.count != channel.binCount {
        flaws.append(
          WorkspaceFlaw(
            at: path + "data", "\(observation.counts.count) observed bins",
            because: "channel '\(channel.name)' has \(channel.binCount)"))
      }
      for (bin, count) in observation.counts.enumerated() where !(count >= 0 && count.isFinite) {
        flaws.append(
          WorkspaceFlaw(
            at: path + "data" + [.item(bin)], "invalid observed count \(count)",
            because: "a count cannot be negative"))
      }
    }
    for (index, channel) in channels.enumerated()
    where !observations.contains(where: { $0.channel == channel.name }) {
      flaws.append(
        WorkspaceFlaw(
          at: .channel(index) + "name", "channel '\(channel.name)' has no observation",
          because: "every channel needs its counts"))
    }
  }
}

extension Modifier {
  /// What tells the modifiers of a sample apart.
  struct Sign: Hashable {
    let name: String
    let kind: Kind
  }

  /// What tells this modifier apart from others of its sample.
  var sign: Sign { Sign(name: name, kind: effect.kind) }
}
