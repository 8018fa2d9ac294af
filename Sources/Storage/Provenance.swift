// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// The record of a run: what made a result, on what, from what, so that it can be made again.
///
/// Written as `run.json` beside the results.
package struct Provenance: Hashable, Sendable {
  /// A file that a run has read.
  package struct Input: Hashable, Sendable {
    /// Where it was read.
    package let path: String
    /// The SHA-256 of what was in it, as 64 hexadecimal digits.
    package let sha256: String

    /// Notes a file and what was read from it.
    package init(path: String, content: [UInt8]) {
      self.path = path
      sha256 = SHA256.digest(of: content)
    }
  }

  /// The command with its arguments, as the program got them.
  package var commandLine: [String]
  /// The card of the run with every default filled in, as text; only its digest is recorded.
  package var card: String?
  /// The files read, in the order in which they were.
  package var inputs: [Input]
  /// The seed of all random streams.
  package var seed: UInt64
  /// The number of threads; the results do not depend on it.
  package var threads: Int
  /// When the run began.
  package var started: UTCTime
  /// When it ended.
  package var finished: UTCTime

  /// Makes the record of a run.
  package init(
    commandLine: [String], card: String?, inputs: [Input], seed: UInt64, threads: Int,
    started: UTCTime, finished: UTCTime
  ) {
    self.commandLine = commandLine
    self.card = card
    self.inputs = inputs
    self.seed = seed
    self.threads = threads
    self.started = started
    self.finished = finished
  }

  /// The record as a JSON object, with what the program knows of itself and its machine.
  package var json: JSONValue {
    [
      "program": "lacuna",
      "version": .string(ProgramVersion.current),
      "build_id": .string(ProgramVersion.build),
      "processor_class": .string(Processor.level),
      "processor_model": .string(Processor.model),
      "compiled_for": .string(Processor.compiledLevel),
      "operating_system": .string(OperatingSystem.current.name),
      "command_line": .array(commandLine.map(JSONValue.string)),
      "card_sha256": card.map { .string(SHA256.digest(of: $0)) } ?? .null,
      "inputs": .array(
        inputs.map { ["path": .string($0.path), "sha256": .string($0.sha256)] }),
      "seed": Int(exactly: seed).map(JSONValue.integer) ?? .string("\(seed)"),
      "threads": .integer(threads),
      "started": .string(started.description),
      "finished": .string(finished.description),
    ]
  }
}
