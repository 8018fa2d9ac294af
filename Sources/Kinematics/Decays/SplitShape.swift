// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// The density of three-body phase space in the share v of the pair, without its ends.
///
/// The momenta of the two steps (12) -> 1 + 2 and M -> (12) + 3 are
///
///     p*^2 = T v A(v),        A = (2 m1 + 2 m2 + y) (2 m2 + y) (2 m1 + y) / 4 m12^2
///     q*^2 = T (1 - v) B(v),  B = (M + m12 + m3) (2 m3 + z) (2 m12 + z) / 4 M^2
///
/// with y = T v, z = T (1 - v), m12 = m1 + m2 + y: the factorised Kallen functions, every bracket a
/// sum of positive terms. Phase space is p* q* dv up to a constant, that is sqrt(v (1 - v)) times the
/// shape sqrt(A B).
struct SplitShape: Hashable, Sendable {
  let energySetFree: Double
  let parent: Double
  let first: Double
  let second: Double
  let third: Double

  /// A and B in GeV, at v from 0 to 1.
  func squares(at share: Double) -> (inner: Double, outer: Double) {
    let y = energySetFree * share
    let z = energySetFree * (1 - share)
    let pair = first + second + y
    guard pair > 0 else { return (0, outer(pair, z)) }
    // Two factors over m12 each, so that a light pair neither underflows nor divides zeros.
    let ratios = ((2 * second + y) / pair) * ((2 * first + y) / pair)
    let inner = 0.25 * (pair + first + second) * ratios
    return (inner, outer(pair, z))
  }

  private func outer(_ pair: Double, _ z: Double) -> Double {
    (parent + pair + third) * (2 * third + z) * (2 * pair + z) / (4 * parent * parent)
  }

  /// sqrt(A B) in GeV.
  func value(at share: Double) -> Double {
    let (inner, outer) = squares(at: share)
    return (inner * outer).squareRoot()
  }

  /// A number, at most some percent too large, that the shape exceeds nowhere.
  ///
  /// A rises with v: the logarithmic derivative has 1/(2 m1 + y) + 1/(2 m2 + y) >= 2/m12 by convexity.
  /// B is a concave cubic in m12: in a cell it lies below the tangent at the middle. So the product
  /// of A at the upper end and the larger end of the tangent bounds every cell.
  var bound: Double {
    let cells = 64
    var most = 0.0
    for cell in 0..<cells {
      let low = Double(cell) / Double(cells)
      let high = Double(cell + 1) / Double(cells)
      let inner = squares(at: high).inner
      let middle = 0.5 * (low + high)
      let rise = 0.5 * (high - low) * outerSlope(at: middle).magnitude
      most = max(most, inner * (squares(at: middle).outer + rise))
    }
    // Rounding may lift a value over its bound by a few units in the last place.
    return most.squareRoot() * (1 + 1e-14)
  }

  /// dB/dv = T/(4 M^2) [(M + m3)^2 - m12^2 - 2 m12 (M - m3 + m12)].
  private func outerSlope(at share: Double) -> Double {
    let pair = first + second + energySetFree * share
    let sum = parent + third
    let slope = sum * sum - pair * pair - 2 * pair * (parent - third + pair)
    return energySetFree * slope / (4 * parent * parent)
  }
}
