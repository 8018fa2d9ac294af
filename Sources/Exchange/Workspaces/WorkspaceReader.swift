// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Inference
import Quantities

/// Reads workspaces in the JSON of pyhf, version 1.0.0.
///
/// All findings are collected, with their places: first those of the form, and if there are none
/// those that keep the workspace from being a likelihood, such as mismatched bins.
///
/// - Source: Heinrich2021pyhf (schema 1.0.0)
package struct WorkspaceReader {
  /// The version of the format.
  package static let version = "1.0.0"

  private var findings = Findings()

  /// Reads a workspace.
  /// - Parameters:
  ///   - source: the text.
  ///   - findings: what is wrong with it is added here.
  /// - Returns: the workspace; nil if an error was found.
  package static func read(_ source: Source, into findings: inout Findings) -> Workspace? {
    var reader = WorkspaceReader()
    let root = TreeReader.read(source, into: &reader.findings)
    defer { findings.append(contentsOf: reader.findings) }
    guard let root, !reader.findings.hasErrors else { return nil }
    guard let workspace = reader.workspace(root), !reader.findings.hasErrors else { return nil }
    for flaw in workspace.flaws() {
      reader.findings.append(
        .error(
          "\(flaw.problem) (\(flaw.reason))", at: root.place(along: flaw.path),
          suggestion: flaw.suggestion))
    }
    return reader.findings.hasErrors ? nil : workspace
  }

  private mutating func workspace(_ node: Node) -> Workspace? {
    guard
      let members = JSONMembers(
        node, "a workspace", required: ["channels", "measurements", "observations", "version"],
        into: &findings)
    else { return nil }
    if let text = members.text("version", into: &findings), text != Self.version,
      let place = members["version"]?.place
    {
      findings.append(
        .error("version \(quoted(text)) (this program reads \(Self.version))", at: place))
    }
    let channels = members.items("channels", into: &findings)?.compactMap { channel($0) }
    let observations = members.items("observations", into: &findings)?.compactMap {
      observation($0)
    }
    let measurements = members.items("measurements", into: &findings)?.compactMap {
      measurement($0)
    }
    guard let channels, let observations, let measurements else { return nil }
    return Workspace(channels: channels, observations: observations, measurements: measurements)
  }

  private mutating func channel(_ node: Node) -> Workspace.Channel? {
    let members = JSONMembers(node, "a channel", required: ["name", "samples"], into: &findings)
    guard let members else { return nil }
    let name = members.text("name", into: &findings)
    let samples = members.items("samples", into: &findings)?.compactMap { sample($0) }
    guard let name, let samples else { return nil }
    return Workspace.Channel(name, samples: samples)
  }

  private mutating func sample(_ node: Node) -> Workspace.Sample? {
    let members = JSONMembers(
      node, "a sample", required: ["name", "data", "modifiers"], into: &findings)
    guard let members else { return nil }
    let name = members.text("name", into: &findings)
    let rates = members.numbers("data", into: &findings)
    let modifiers = members.items("modifiers", into: &findings)?.compactMap {
      ModifierReader.read($0, into: &findings)
    }
    guard let name, let rates, let modifiers else { return nil }
    return Workspace.Sample(name, rates: rates, modifiers: modifiers)
  }

  private mutating func observation(_ node: Node) -> Workspace.Observation? {
    let members = JSONMembers(
      node, "an observation", required: ["name", "data"], into: &findings)
    guard let members else { return nil }
    let name = members.text("name", into: &findings)
    let counts = members.numbers("data", into: &findings)
    guard let name, let counts else { return nil }
    return Workspace.Observation(name, counts: counts)
  }

  private mutating func measurement(_ node: Node) -> Workspace.Measurement? {
    let members = JSONMembers(
      node, "a measurement", required: ["name", "config"], into: &findings)
    guard let members, let config = members["config"] else { return nil }
    let name = members.text("name", into: &findings)
    let inner = JSONMembers(
      config, "a config", required: ["poi", "parameters"], into: &findings)
    guard let name, let inner else { return nil }
    let signal = inner.text("poi", into: &findings)
    let settings = inner.items("parameters", into: &findings)?.compactMap { setting($0) }
    guard let signal, let settings else { return nil }
    return Workspace.Measurement(name, signalStrength: signal, settings: settings)
  }

  private mutating func setting(_ node: Node) -> Workspace.ParameterSetting? {
    let members = JSONMembers(
      node, "a parameter", required: ["name"],
      optional: Modifier.ParameterAttribute.allCases.map(\.rawValue), into: &findings)
    guard let members, let name = members.text("name", into: &findings) else { return nil }
    return Workspace.ParameterSetting(
      name, initial: members.numbers("inits", into: &findings),
      bounds: members.items("bounds", into: &findings)?.compactMap {
        $0.jsonNumbers(of: "bounds", into: &findings)
      },
      auxiliary: members.numbers("auxdata", into: &findings),
      factors: members.numbers("factors", into: &findings),
      sigmas: members.numbers("sigmas", into: &findings),
      isFixed: members.truth("fixed", into: &findings))
  }
}

extension Node {
  /// The place of a part, or of the nearest whole around it.
  fileprivate func place(along path: [WorkspaceFlaw.Step]) -> Place {
    var node = self
    for step in path {
      switch step {
      case .key(let key):
        guard let next = node.value(of: key) else { return node.place }
        node = next
      case .item(let index):
        guard let items = node.items, items.indices.contains(index) else { return node.place }
        node = items[index]
      }
    }
    return node.place
  }
}
