// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

extension Workspace {
  /// The workspace with the names of its channels and of some parameters marked by a label.
  ///
  /// Two searches whose names clash can be combined after one of them, or both, are labelled.
  /// - Parameters:
  ///   - label: what is put before the names, such as `run2`.
  ///   - shared: the parameters that keep their names, since other searches have the same; the
  ///     signal strengths and the luminosity keep theirs in any case.
  /// - Returns: the labelled workspace.
  package func labelled(_ label: String, sharing shared: Set<String> = []) -> Workspace {
    let kept = shared.union(measurements.map(\.signalStrength)).union(["lumi"])
    func parameter(_ name: String) -> String { kept.contains(name) ? name : "\(label)_\(name)" }
    var result = self
    for channel in result.channels.indices {
      result.channels[channel].name = "\(label)_\(channels[channel].name)"
      for sample in result.channels[channel].samples.indices {
        for modifier in result.channels[channel].samples[sample].modifiers.indices {
          let name = channels[channel].samples[sample].modifiers[modifier].name
          result.channels[channel].samples[sample].modifiers[modifier].name = parameter(name)
        }
      }
    }
    for index in result.observations.indices {
      result.observations[index].channel = "\(label)_\(observations[index].channel)"
    }
    for index in result.measurements.indices {
      for setting in result.measurements[index].settings.indices {
        let name = measurements[index].settings[setting].name
        result.measurements[index].settings[setting].name = parameter(name)
      }
    }
    return result
  }

  /// Joins searches to one likelihood, the product of theirs, with one signal strength.
  ///
  /// Parameters of one name are one parameter, with one auxiliary measurement: an uncertainty that
  /// searches share is counted once. Only the first measurement of each search is used.
  /// - Parameters:
  ///   - searches: the workspaces, with channels of different names.
  ///   - name: the name of the joined measurement.
  /// - Returns: the joined workspace.
  /// - Throws: ``InferenceError`` if channels clash, signal strengths have different names, or
  ///   settings of a shared parameter differ.
  package static func combining(
    _ searches: [Workspace], name: String = "combination"
  ) throws(InferenceError) -> Workspace {
    guard let first = searches.first?.measurements.first else {
      throw InferenceError(
        .invalidInput, "no searches", because: "a combination needs at least one")
    }
    var joined = Workspace(
      channels: [], observations: [],
      measurements: [Measurement(name, signalStrength: first.signalStrength)])
    for search in searches {
      try joined.append(search)
    }
    return joined
  }

  private mutating func append(_ search: Workspace) throws(InferenceError) {
    guard let measurement = search.measurements.first else {
      throw InferenceError(
        .invalidInput, "a search without measurement", because: "its signal strength is unknown")
    }
    for channel in search.channels where channels.contains(where: { $0.name == channel.name }) {
      throw InferenceError(
        .invalidInput, "channel '\(channel.name)' is in two searches",
        because: "the same data would count twice",
        suggestion: "label the searches if the channels are different")
    }
    let signal = measurements[0].signalStrength
    guard measurement.signalStrength == signal else {
      throw InferenceError(
        .invalidInput,
        "signal strengths '\(signal)' and '\(measurement.signalStrength)' in one combination",
        because: "searches are combined for one signal strength", suggestion: "give them one name")
    }
    channels += search.channels
    observations += search.observations
    for setting in measurement.settings {
      guard let earlier = measurements[0].settings.first(where: { $0.name == setting.name }) else {
        measurements[0].settings.append(setting)
        continue
      }
      guard earlier == setting else {
        throw InferenceError(
          .invalidInput, "two settings of '\(setting.name)'",
          because: "a shared parameter has one",
          suggestion: "make them equal, or label the searches")
      }
    }
  }
}
