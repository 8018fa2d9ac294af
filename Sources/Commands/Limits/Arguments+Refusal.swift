// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

extension Arguments {
  /// Refuses options that would be ignored, each where it stands.
  func refuse(
    _ options: [any Parameter], _ circumstance: String, because reason: String,
    try suggestion: String
  ) throws(UsageErrors) {
    let errors = options.compactMap { option in
      places(of: option).first.map { place in
        UsageError(
          "\(option.specification.name) \(circumstance)", because: reason, try: suggestion,
          at: place)
      }
    }
    guard errors.isEmpty else { throw UsageErrors(errors) }
  }
}
