// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// Finds the known name that a user most likely meant.
///
/// Nearness is the Damerau-Levenshtein distance in its restricted form (insertions, deletions,
/// substitutions and swaps of neighbours each cost one; changing only the case costs nothing), at
/// most a third of the name's length and at least one. The first of equally near names wins.
///
/// - Parameters:
///   - text: what was written.
///   - names: the names that would have been right.
/// - Returns: the nearest name, or `nil` if none is near enough to be worth a suggestion.
public func nearestName(to text: String, among names: some Sequence<String>) -> String? {
  let written = Array(text.lowercased().prefix(longestName))
  var best: (name: String, distance: Int)?
  for name in names {
    let candidate = Array(name.lowercased().prefix(longestName))
    let tolerance = max(1, max(candidate.count, written.count) / 3)
    let distance = editDistance(written, candidate)
    if distance <= tolerance, distance < best?.distance ?? .max {
      best = (name, distance)
    }
  }
  return best?.name
}

/// Names longer than this are compared by their beginnings, so that a hostile card stays cheap.
private let longestName = 64

private func editDistance(_ first: [Character], _ second: [Character]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...second.count)
  for (row, left) in first.enumerated() {
    var current = [row + 1]
    for (column, right) in second.enumerated() {
      var cost = min(
        last[column] + (left == right ? 0 : 1), last[column + 1] + 1, current[column] + 1)
      if row > 0, column > 0, left == second[column - 1], right == first[row - 1] {
        cost = min(cost, beforeLast[column - 1] + 1)
      }
      current.append(cost)
    }
    beforeLast = last
    last = current
  }
  return last[second.count]
}
