// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// The 256 layers of equal area over f(x) = exp(-x^2/2), x > 0, for ``RandomStream/normal()``.
///
/// Layer 0 is the strip below f(r) with the tail beyond r; layer i > 0 reaches from x = 0 to x_i
/// and from f(x_i) to f(x_i+1), where x_1 = r and x_i decreases to x_256 = 0. Each has the area
///
///     v = r f(r) + integral of f from r to infinity
///
/// The table is made on first use with this module's own ``exp(_:)-(SIMD4<Double>)`` and
/// ``log(_:)-(SIMD4<Double>)``, so that it has the same bits on every processor.
/// r and v solve these equations to all digits of a Double; the paper prints v to twelve.
/// - Source: Marsaglia2000ziggurat, section 2 (r and v for 256 layers)
struct NormalZiggurat: Sendable {
  /// Where the tail begins: the r for which 256 layers of area v end at f(0) = 1.
  static let tail = 3.6541528853610088

  /// The area v of a layer.
  static let area = 0.004928673233974655

  /// The layers, made once.
  static let table = NormalZiggurat()

  /// 2^-53 times the width of each layer; for layer 0 the width of a rectangle of its area.
  private(set) var widths: InlineArray<256, Double>

  /// The x of each layer below which its rectangle lies under the density.
  private(set) var edges: InlineArray<256, Double>

  /// The lower height f(x_i) of each layer, and 1 as the upper height of the last.
  private(set) var heights: InlineArray<257, Double>

  private init() {
    widths = InlineArray(repeating: 0)
    edges = InlineArray(repeating: 0)
    heights = InlineArray(repeating: 1)
    var x = Self.tail
    var height = Self.density(x)
    widths[0] = Self.area / height * 0x1p-53
    edges[0] = x
    heights[0] = 0
    for layer in 1..<256 {
      widths[layer] = x * 0x1p-53
      heights[layer] = height
      // The last layer ends at the top of the density whatever the rounding of the others.
      height = layer < 255 ? height + Self.area / x : 1
      x = layer < 255 ? (-2 * log(SIMD4(repeating: height))[0]).squareRoot() : 0
      edges[layer] = x
    }
  }

  private static func density(_ x: Double) -> Double {
    exp(SIMD4(repeating: -0.5 * x * x))[0]
  }
}
