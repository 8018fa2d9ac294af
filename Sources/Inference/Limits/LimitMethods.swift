// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// All methods that set limits.
package enum LimitMethods {
  /// The methods in the order of a table.
  package static let all: [any LimitMethod] = [
    PoissonLimit(), ClassicalLimit(), CLsLimit(), BayesianLimit(prior: .flat),
    BayesianLimit(prior: .jeffreys), FeldmanCousins(edges: .published), FeldmanCousins(edges: .raw),
    ProfileLikelihoodInterval(), LikelihoodCLsLimit(), AsymptoticCLsLimit(),
  ]

  /// The method of a name.
  package static func named(_ name: String) -> (any LimitMethod)? {
    all.first { $0.name == name }
  }
}
