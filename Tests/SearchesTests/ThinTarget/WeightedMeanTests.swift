// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Searches
import Testing

@Suite("Means over weighted events")
struct WeightedMeanTests {
  @Test("equal weights give the mean and its usual error")
  func equal() {
    var mean = WeightedMean()
    for x in [1.0, 2, 3, 6] { mean.add(x, weight: 2) }
    // The variance is 3.5, over four events.
    #expect(mean.estimate?.value == 3)
    #expect(abs((mean.estimate?.error ?? 0) - (3.5 / 4).squareRoot()) < 1e-15)
  }

  @Test("an event of weight 0 changes nothing, and nothing has no mean")
  func empty() {
    var mean = WeightedMean()
    mean.add(5, weight: 0)
    #expect(mean.estimate == nil)
    mean.add(7, weight: 3)
    #expect(mean.estimate?.value == 7)
    #expect(mean.estimate?.error == 0)
  }

  @Test("parts add up to the whole")
  func merging() {
    var (one, other, whole) = (WeightedMean(), WeightedMean(), WeightedMean())
    for index in 0..<10 {
      let (x, weight) = (Double(index * index), Double(1 + index % 3))
      whole.add(x, weight: weight)
      if index < 4 { one.add(x, weight: weight) } else { other.add(x, weight: weight) }
    }
    one.merge(other)
    #expect(one.estimate == whole.estimate)
  }
}
