// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// Cards of another kind that the elements of a list may start from.
///
/// In a list with a stock, `{name: ecal, extends: na64-ecal, at: 0 m}` has the keys of the element
/// in the card `na64-ecal`, and its own over them.
package struct Stock: Hashable, Sendable {
  /// The kind of the cards, such as `detector`.
  package let kind: String
  /// The key of such a card that holds the element.
  package let key: String

  /// Declares a stock.
  package init(kind: String, key: String) {
    self.kind = kind
    self.key = key
  }

  /// What the reference says of it.
  var inWords: String {
    "With `extends: NAME` an element starts from the `\(key)` of the \(kind) of that name (or "
      + "path): what it writes itself merges over that."
  }
}

extension Form {
  /// The stocks of the lists of this form, by the name of the list.
  var stocks: [String: Stock] {
    var stocks: [String: Stock] = [:]
    for key in keys {
      if case .elements(_, _, let stock?) = key.shape { stocks[key.name] = stock }
    }
    return stocks
  }
}
