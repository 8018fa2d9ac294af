// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// What pyhf says about a workspace; Scripts/pyhf writes it.
struct PyhfAnswers: Decodable {
  struct Point: Decodable {
    let values: [String: Double]
    let twiceNegativeLogLikelihood: Double
  }

  struct Test: Decodable {
    let strength: Double
    let cls: Double
    let clsb: Double
    let clb: Double
    let expected: [Double]
  }

  let level: Double
  let points: [Point]
  let tests: [Test]
  let observedLimit: Double
  let expectedLimits: [Double]
  let discoveryP: Double
}

/// A folder of workspaces with pyhf's answers beside them.
///
/// Those of the repository, or others that `LACUNA_PYHF` names.
enum PyhfTable {
  static let folder =
    ProcessInfo.processInfo.environment["LACUNA_PYHF"] ?? repositoryFolder

  private static let repositoryFolder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Tables").path()

  /// A workspace of the repository, whatever the folder.
  static func repositoryText(_ name: String) throws -> String {
    try String(contentsOfFile: repositoryFolder + "/" + name + ".json", encoding: .utf8)
  }

  /// The names of all workspaces that pyhf has an answer to.
  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return files.filter { $0.hasSuffix(".answers.json") }
      .map { String($0.dropLast(".answers.json".count)) }.sorted()
  }()

  static func text(_ name: String) throws -> String {
    try String(contentsOfFile: folder + "/" + name + ".json", encoding: .utf8)
  }

  static func answers(_ name: String) throws -> PyhfAnswers {
    try JSONDecoder().decode(
      PyhfAnswers.self, from: Data(contentsOf: URL(filePath: "\(folder)/\(name).answers.json")))
  }
}
