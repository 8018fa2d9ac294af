// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Numerics

/// What the large-sample formulas say about one signal strength.
///
/// - Source: Cowan:2010js, equations 62 to 66; Read:2002hq, equation 5 (CLs)
package struct SignalTest: Hashable, Sendable {
  /// The numbers of standard deviations of the expected bands, from the lowest limit to the highest.
  package static let bands = [-2.0, -1, 0, 1, 2]

  /// The signal strength.
  package let strength: Double

  /// q~ of the data.
  package let statistic: Double

  /// q~ of the expected data of background alone.
  package let expectedStatistic: Double

  /// The probability of data at least as far from signal plus background.
  package var both: Double { NormalDistribution().upperTail(at: distance + root) }

  /// The probability of data at least as far from background alone.
  package var background: Double { NormalDistribution().upperTail(at: distance) }

  /// CLs, the ratio of the two.
  package var ratio: Double {
    AsymptoticCLsLimit.ratio(statistic: statistic, asimov: expectedStatistic)
  }

  /// CLs of data of background alone that are so many deviations away from its median.
  ///
  /// Deviations are positive for data that look like signal.
  package func expectedRatio(_ deviations: Double) -> Double {
    Self.ratio(root: root, deviations: deviations)
  }

  /// CLs for the root of q~ of the expected data.
  static func ratio(root: Double, deviations: Double) -> Double {
    let normal = NormalDistribution()
    return normal.upperTail(at: root - deviations) / normal.upperTail(at: -deviations)
  }

  private var root: Double { expectedStatistic.squareRoot() }

  /// How far the data are from the median of background, towards less signal.
  private var distance: Double {
    guard statistic > expectedStatistic else { return statistic.squareRoot() - root }
    guard root > 0 else { return 0 }
    return (statistic - expectedStatistic) / (2 * root)
  }
}
