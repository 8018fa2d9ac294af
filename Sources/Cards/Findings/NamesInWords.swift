// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// So many names are listed in a sentence.
private let mostListed = 12

/// Names after a colon: `a, b, c`; long lists are cut.
func listed(_ names: [String]) -> String {
  guard names.count > mostListed else { return names.joined(separator: ", ") }
  return names.prefix(mostListed).joined(separator: ", ") + ", … (\(names.count) in all)"
}

/// Names in a sentence: `a`, `a or b`, `a, b or c`; long lists are cut.
func alternatives(_ names: [String]) -> String {
  guard names.count <= mostListed else { return listed(names) }
  guard let last = names.last, names.count > 1 else { return names.first ?? "" }
  return names.dropLast().joined(separator: ", ") + " or " + last
}
