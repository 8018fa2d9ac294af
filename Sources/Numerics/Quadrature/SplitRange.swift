// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// A range of integration with the points that split it, in ascending order.
struct SplitRange {
  /// The ends and the points strictly between them; fewer than two for an empty range.
  let ends: [Double]

  /// What to say when there is no integral over the range.
  var problem: String {
    "no integral from \(ends.first ?? 0) to \(ends.last ?? 0)"
  }

  init(from lower: Double, to upper: Double, points: [Double]) throws(NumericsError) {
    let given = [lower, upper] + points
    if given.contains(where: \.isNaN) {
      throw NumericsError(
        "no integral from \(lower) to \(upper)",
        .invalidArgument("nan among the ends and points \(given)"),
        suggestion: "check how the range was computed")
    }
    if lower == upper {
      ends = []
      return
    }
    let (start, end) = (min(lower, upper), max(lower, upper))
    var ends = [start]
    for point in points.sorted() where point > start && point < end && point != ends.last {
      ends.append(point)
    }
    self.ends = ends + [end]
  }
}
