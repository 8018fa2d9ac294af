// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Inference

/// One bin with a background and its error.
func counting(
  _ observed: Double, _ background: Double, error: Double = 0, shape: UncertaintyShape = .gauss
) throws -> CountingModel {
  try CountingModel(
    observed: observed, background: UncertainValue(background, error: error, shape: shape))
}

/// The upper end that a method gives at 90%.
func upper(_ method: some LimitMethod, _ model: CountingModel) throws -> Double {
  try method.interval(for: model, at: .ninety).upper
}

/// P(N <= n) by plain summation.
func poissonSum(upTo n: Int, mean: Double) -> Double {
  var term = 1.0
  var sum = 1.0
  for k in stride(from: 1, through: n, by: 1) {
    term *= mean / Double(k)
    sum += term
  }
  return sum * exp(-mean)
}
