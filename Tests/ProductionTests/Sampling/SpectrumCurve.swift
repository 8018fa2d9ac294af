// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Numerics

/// A spectrum as the probability below a value, integrated by Gauss and Legendre in a coordinate that
/// is logarithmic towards both ends of its range.
struct SpectrumCurve {
  private let range: ClosedRange<Double>
  private let low: Double
  private let high: Double
  private let start: Double
  private let step: Double
  private let cumulative: [Double]

  /// The integral of the spectrum.
  var integral: Double { cumulative[cumulative.count - 1] }

  /// Integrates a density over a range, with the scales of its ends as parts of its length.
  init(
    _ range: ClosedRange<Double>, low: Double, high: Double, cells: Int = 240,
    _ density: (Double) throws -> Double
  ) throws {
    let length = range.upperBound - range.lowerBound
    self.range = range
    self.low = low * length
    self.high = high * length
    start = log(self.low / (length + self.high))
    step = (log((length + self.low) / self.high) - start) / Double(cells)
    let rule = try GaussLegendreRule(points: 4)
    var sum = 0.0
    var cumulative = [0.0]
    for cell in 0..<cells {
      for (node, weight) in zip(rule.nodes, rule.weights) {
        let power = exp(start + step * (Double(cell) + 0.5 * (1 + node)))
        let above = (power * (length + self.high) - self.low) / (1 + power)
        let slope =
          (above + self.low) * (length - above + self.high) / (length + self.low + self.high)
        sum += 0.5 * weight * step * slope * (try density(range.lowerBound + above))
      }
      cumulative.append(sum)
    }
    self.cumulative = cumulative
  }

  /// The probability below a value.
  func callAsFunction(_ value: Double) -> Double {
    let above = min(max(value, range.lowerBound), range.upperBound) - range.lowerBound
    let rest = range.upperBound - range.lowerBound - above
    let place = (log((above + low) / (rest + high)) - start) / step
    let cell = min(max(Int(place), 0), cumulative.count - 2)
    let share = min(max(place - Double(cell), 0), 1)
    return (cumulative[cell] + share * (cumulative[cell + 1] - cumulative[cell])) / integral
  }
}
