// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Exchange
import FoundationEssentials
import Inference

extension Allowances {
  /// The observed and expected limits of a workspace of 2 channels, 10 bins and 20 nuisance
  /// parameters; a hundredth of what pyhf with NumPy and SciPy takes.
  static func workspace(in root: String) throws {
    let path = root + "/Tests/ExchangeTests/Tables/speed.json"
    var findings = Findings()
    let source = Source(name: "speed", text: try String(contentsOfFile: path, encoding: .utf8))
    guard let workspace = WorkspaceReader.read(source, into: &findings) else {
      print("\(path) is not a workspace\n")
      return
    }
    let model = try HistFactoryModel(workspace)
    try Allowance(
      name: "limit, HistFactory, 2 channels, 10 bins, 20 nuisance parameters, with expected ones",
      limit: .milliseconds(70)
    ) { _ = try AsymptoticTester(model).upperLimit() }.run()
    print()
  }
}
