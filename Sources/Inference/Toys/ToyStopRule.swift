// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// When enough toys have been made; asked after whole blocks, so that the answer is reproducible.
package struct ToyStopRule: Hashable, Sendable {
  /// The relative error of the p-value that is good enough.
  package let relativeError: Double

  /// The number of toys after which to stop in any case.
  package let largestNumber: Int

  /// Checks and joins the two limits.
  package init(relativeError: Double, largestNumber: Int) throws(InferenceError) {
    guard relativeError > 0, relativeError.isFinite else {
      throw InferenceError(
        .invalidInput, "invalid relative error=\(relativeError)", because: "must be above zero")
    }
    guard largestNumber > 0 else {
      throw InferenceError(
        .invalidInput, "invalid number of toys=\(largestNumber)", because: "must be above zero")
    }
    self.relativeError = relativeError
    self.largestNumber = largestNumber
  }

  /// Whether a tally suffices.
  package func isSatisfied(by tally: ToyTally) -> Bool {
    tally.toys >= largestNumber
      || (tally.extreme > 0 && tally.error <= relativeError * tally.pValue)
  }

  /// Makes blocks of toys one after the other until they suffice.
  /// - Parameters:
  ///   - blockSize: the toys of a block.
  ///   - tallied: makes the toys of a range of numbers.
  /// - Returns: the merged tally.
  package func run(blockSize: Int = 1000, _ tallied: (Range<Int>) -> ToyTally) -> ToyTally {
    var total = ToyTally()
    while !isSatisfied(by: total) {
      let end = min(total.toys + max(1, blockSize), largestNumber)
      total.merge(tallied(total.toys..<end))
    }
    return total
  }
}
