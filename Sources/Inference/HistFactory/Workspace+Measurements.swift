// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

extension Workspace {
  /// Checks every measurement against the parameters of the channels.
  func checkMeasurements(_ flaws: inout [WorkspaceFlaw]) {
    checkNames(of: measurements.map(\.name), "measurement", at: [.key("measurements")], &flaws)
    let sets = parameterSets()
    if sets.isEmpty {
      flaws.append(
        WorkspaceFlaw(
          at: [.key("channels")], "no modifiers", because: "there is nothing to measure",
          suggestion: "give the signal a normfactor"))
    }
    for (index, measurement) in measurements.enumerated() {
      checkSignal(of: measurement, index, sets, &flaws)
      checkNames(ofSettings: measurement, index, &flaws)
      for (place, setting) in measurement.settings.enumerated() {
        // Published workspaces set parameters that a pruned model no longer has; they are ignored.
        guard let set = sets.first(where: { $0.name == setting.name }) else { continue }
        check(setting, of: set, at: .setting(place, of: index), &flaws)
      }
      if sets.contains(where: { $0.kind == .lumi }) {
        checkLuminosity(of: measurement, index, &flaws)
      }
    }
  }

  private func checkSignal(
    of measurement: Measurement, _ index: Int, _ sets: [ParameterSet],
    _ flaws: inout [WorkspaceFlaw]
  ) {
    let signal = measurement.signalStrength
    guard !signal.isEmpty else { return }
    let path = .measurement(index) + "config" + "poi"
    guard let set = sets.first(where: { $0.name == signal }) else {
      let near = nearestName(to: signal, among: sets.map(\.name))
      flaws.append(
        WorkspaceFlaw(
          at: path, "no parameter '\(signal)'", because: "the signal strength is one of them",
          suggestion: near.map { "did you mean '\($0)'?" } ?? ""))
      return
    }
    if set.count != 1 {
      flaws.append(
        WorkspaceFlaw(
          at: path, "'\(signal)' has \(set.count) components",
          because: "a signal strength is one number"))
    }
  }

  private func checkNames(
    ofSettings measurement: Measurement, _ index: Int, _ flaws: inout [WorkspaceFlaw]
  ) {
    guard !measurement.settings.isEmpty else { return }
    checkNames(
      of: measurement.settings.map(\.name), "parameter setting",
      at: .measurement(index) + "config" + "parameters", &flaws)
  }

  private func check(
    _ setting: ParameterSetting, of set: ParameterSet, at path: [WorkspaceFlaw.Step],
    _ flaws: inout [WorkspaceFlaw]
  ) {
    for attribute in Modifier.ParameterAttribute.allCases {
      guard let count = setting.valueCount(of: attribute) else { continue }
      let path = path + attribute.rawValue
      if !set.kind.accepts(attribute) {
        flaws.append(
          WorkspaceFlaw(
            at: path, "\(set.kind.rawValue) '\(set.name)' takes no \(attribute.rawValue)",
            because: "its constraint is not set by them"))
      } else if attribute != .fixed, count != set.count {
        flaws.append(
          WorkspaceFlaw(
            at: path, "\(count) values of \(attribute.rawValue)",
            because: "'\(set.name)' has \(set.count)"))
      }
    }
    for (key, values) in [("sigmas", setting.sigmas), ("factors", setting.factors)] {
      for (place, value) in (values ?? []).enumerated() where !(value > 0 && value.isFinite) {
        flaws.append(
          WorkspaceFlaw(
            at: path + key + [.item(place)], "invalid value \(value)", because: "must be above zero"
          ))
      }
    }
    if set.kind == .shapesys {
      for (place, value) in (setting.auxiliary ?? []).enumerated() where !(value >= 0) {
        flaws.append(
          WorkspaceFlaw(
            at: path + "auxdata" + [.item(place)], "invalid value \(value)",
            because: "the auxiliary measurement of a shapesys is a count"))
      }
    }
    for (place, pair) in (setting.bounds ?? []).enumerated()
    where pair.count != 2 || !(pair[0] <= pair[1]) {
      flaws.append(
        WorkspaceFlaw(
          at: path + "bounds" + [.item(place)], "invalid bounds \(pair)",
          because: "a lower and an upper bound are needed, in ascending order"))
    }
  }

  private func checkLuminosity(
    of measurement: Measurement, _ index: Int, _ flaws: inout [WorkspaceFlaw]
  ) {
    let setting = measurement.settings.first { $0.name == "lumi" }
    let needed: [Modifier.ParameterAttribute] = [.inits, .bounds, .auxdata, .sigmas]
    let missing = needed.filter { setting?.valueCount(of: $0) == nil }
    guard !missing.isEmpty else { return }
    flaws.append(
      WorkspaceFlaw(
        at: .measurement(index) + "config" + "parameters",
        "'lumi' lacks " + missing.map(\.rawValue).joined(separator: ", "),
        because: "a luminosity has no defaults",
        suggestion: "set them, such as inits [1], bounds [[0.9, 1.1]], auxdata [1], sigmas [0.02]"))
  }
}

extension Workspace.ParameterSetting {
  /// How many values replace an attribute; nil if it keeps its default.
  func valueCount(of attribute: Modifier.ParameterAttribute) -> Int? {
    switch attribute {
    case .inits: initial?.count
    case .bounds: bounds?.count
    case .auxdata: auxiliary?.count
    case .factors: factors?.count
    case .sigmas: sigmas?.count
    case .fixed: isFixed.map { _ in 1 }
    }
  }
}
