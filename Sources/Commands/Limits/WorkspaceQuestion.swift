// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Exchange
import Inference
import Quantities
import Storage

/// A measurement of a workspace, read, checked and fitted, as a command line asks for it.
struct WorkspaceQuestion: Sendable {
  /// The file as the user named it.
  let path: String
  /// The name of the measurement.
  let measurement: String
  /// The parameter that is the signal strength.
  let signal: String
  /// The number of channels.
  let channels: Int
  /// The fits with and without signal.
  let tester: AsymptoticTester

  /// Reads, checks and fits; nil if the command line names no workspace.
  ///
  /// - Parameter arguments: The command line, which declares ``WorkspaceOption/all``.
  /// - Throws: What is wrong with the options or the file, or why there is no fit.
  init?(from arguments: Arguments) throws {
    guard let path = arguments[WorkspaceOption.workspace] else {
      try arguments.refuse(
        [WorkspaceOption.measurement], "without --workspace",
        because: "measurements belong to workspaces", try: "name the workspace")
      return nil
    }
    try Self.refuseWhatItIgnores(arguments)
    let workspace = try Self.read(path, arguments)
    do throws(InferenceError) {
      let model = try HistFactoryModel(
        workspace, measurement: arguments[WorkspaceOption.measurement])
      tester = try AsymptoticTester(model)
    } catch {
      let isNamed = arguments[WorkspaceOption.measurement] != nil && error.cause == .invalidInput
      let option: any Parameter =
        isNamed ? WorkspaceOption.measurement : WorkspaceOption.workspace
      throw error.asMistake(at: arguments.places(of: option).first)
    }
    self.path = path
    let asked = arguments[WorkspaceOption.measurement]
    let measurement = workspace.measurements.first { asked == nil || $0.name == asked }
    self.measurement = measurement?.name ?? ""
    signal = measurement?.signalStrength ?? ""
    channels = workspace.channels.count
  }

  private static func read(_ path: String, _ arguments: Arguments) throws -> Workspace {
    let bytes: [UInt8]
    do throws(StorageError) {
      bytes = try FileReader.read(path, atMost: Source.mostBytes)
    } catch {
      throw UsageErrors(
        UsageError(
          "no workspace \(quoted(path))", because: error.cause.reason,
          at: arguments.places(of: WorkspaceOption.workspace).first))
    }
    var findings = Findings()
    guard let workspace = WorkspaceReader.read(Source(name: path, bytes: bytes), into: &findings)
    else { throw RefusedWorkspace(findings: findings) }
    return workspace
  }

  /// Options of counted experiments say nothing to a workspace: what would be ignored is refused.
  private static func refuseWhatItIgnores(_ arguments: Arguments) throws(UsageErrors) {
    let method = AsymptoticCLsLimit().name
    if let place = arguments.places(of: MethodOption.method).first,
      arguments[MethodOption.method] != [method]
    {
      throw UsageErrors(
        UsageError(
          "--method of a workspace",
          because: "its limit is set with \(method), which profiles all its parameters",
          try: "write --method \(method), or leave it out", at: place))
    }
    try arguments.refuse(
      ExperimentOption.all + [MethodOption.edges, StandardOption.seed], "beside --workspace",
      because: "a workspace says what was seen and expected", try: "keep one of them")
  }
}
