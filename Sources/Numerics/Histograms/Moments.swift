// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// Weighted sums of a filled variable and its square, from which mean and rms follow.
///
/// The sums are taken about a fixed reference, so that a narrow distribution far from zero loses
/// no digits, and histograms of one axis add up term by term.
struct Moments: Hashable, Sendable {
  let reference: Double
  private(set) var first = CompensatedSum()
  private(set) var second = CompensatedSum()

  /// Takes the middle of an axis as reference; for a logarithmic axis 0, which is near all bins in
  /// units of their own width.
  init(of axis: HistogramAxis) {
    reference = axis.spacing == .logarithmic ? 0 : 0.5 * axis.low + 0.5 * axis.high
  }

  @inline(__always)
  mutating func add(_ x: Double, _ weight: Double) {
    let distance = x - reference
    first.add(weight * distance)
    second.add(weight * distance * distance)
  }

  mutating func add(_ other: Moments) {
    first.add(other.first)
    second.add(other.second)
  }

  mutating func scale(by factor: Double) {
    first.scale(by: factor)
    second.scale(by: factor)
  }

  /// The weighted mean, nil for a sum of weights of zero.
  func mean(weights: Double) -> Double? {
    weights == 0 ? nil : reference + first.value / weights
  }

  /// The weighted standard deviation about the mean, nil where its square is negative.
  func rms(weights: Double) -> Double? {
    guard weights != 0 else { return nil }
    let shift = first.value / weights
    let variance = second.value / weights - shift * shift
    // A single value leaves a variance of rounding errors of either sign.
    if abs(variance) <= 0x1p-50 * shift * shift { return 0 }
    return variance >= 0 ? variance.squareRoot() : nil
  }
}
