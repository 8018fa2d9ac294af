// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Matter

/// G2 / t^2 of an atom at four values of t at a time; a hot value type.
struct FormFactorLanes {
  private let elastic: ElasticFormFactor
  private let inelastic: InelasticFormFactor?
  private let perSize: Double

  /// Takes the form factors of an atom.
  init(_ atom: TargetAtom) {
    elastic = atom.elastic
    inelastic = atom.inelastic
    perSize = 1 / atom.elastic.size
  }

  /// G2 / t^2 in GeV^-4 at t in GeV^2.
  @inline(__always)
  func perTransferSquare(_ t: SIMD4<Double>) -> SIMD4<Double> {
    let root = 1 / ((t + elastic.screening) * (1 + perSize * t))
    var factor = elastic.chargeSquare * root * root
    if let inelastic { factor += inelastic.perTransferSquare(t) }
    return factor
  }
}

extension InelasticFormFactor {
  /// Where the proton is resolved, 0.71 GeV^2.
  static var size: Double { 0.71 }

  /// G2 / t^2 at four values of t in GeV^2, in GeV^-4.
  @inline(__always)
  fileprivate func perTransferSquare(_ t: SIMD4<Double>) -> SIMD4<Double> {
    var value = SIMD4<Double>()
    for lane in 0..<4 { value[lane] = self(t[lane]) / (t[lane] * t[lane]) }
    return value
  }
}
