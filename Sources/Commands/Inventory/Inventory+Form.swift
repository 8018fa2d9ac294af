// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

extension Inventory {
  /// The form of an argument that names one of the kinds, in the plural or the singular.
  var kindForm: ValueForm<Kind> {
    let kinds = kinds
    let names = kinds.map(\.name)
    return ValueForm(
      placeholder: "KIND", expectation: "a kind", choices: names.map { Choice($0) },
      completion: .words(names),
      read: { word throws(UsageError) in
        guard let kind = kinds.first(where: { $0.name == word || $0.singular == word }) else {
          throw UsageError(
            "unknown kind \(quoted(word))",
            because: "the kinds are \(names.joined(separator: ", "))",
            try: didYouMean(word, among: names))
        }
        return kind
      },
      write: \.name)
  }
}
