// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// The couplings that a measured moment allows a mediator, at n standard deviations.
///
/// With K = delta a / g^2 of ``OneLoopMoment``, d and sigma the measured difference and its error,
/// the couplings are those for which
///
///     chi^2(g) = (d - K g^2)^2 / sigma^2
///
/// exceeds its least value over all real g by at most n^2. If K and d have the same sign the least
/// value is zero and K g^2 lies within n sigma of d: a band, with a lower edge if d is itself more
/// than n sigma from zero. If they have opposite signs the mediator makes the difference worse, the
/// best coupling is zero, and there is an upper edge only: K g^2 = sqrt(d^2 + n^2 sigma^2) - |d|.
package struct CouplingBand: Hashable, Sendable {
  /// What the band says.
  package enum Meaning: Hashable, Sendable {
    /// The mediator can explain the difference; both edges are meaningful.
    case band
    /// The mediator moves the moment the right way, but the difference is compatible with zero.
    case compatibleWithZero
    /// The mediator moves the moment the wrong way and cannot explain the difference.
    case wrongSign
    /// The contribution diverges or vanishes, so that nothing can be said.
    case undefined
  }

  /// What the band says.
  package let meaning: Meaning
  /// The smallest coupling; zero where there is only an upper edge.
  package let lower: Double
  /// The coupling that gives the measured difference; `nil` if none does.
  package let central: Double?
  /// The largest coupling; infinite where nothing can be said.
  package let upper: Double

  /// Finds the couplings that a measurement allows.
  ///
  /// - Parameters:
  ///   - moment: the contribution of the mediator.
  ///   - measured: the measured difference of the same lepton.
  ///   - deviations: the number n of standard deviations, above zero.
  package init(_ moment: OneLoopMoment, measured: MeasuredMoment, deviations: Double) {
    let strength = moment.perCouplingSquared
    guard strength.isFinite, strength != 0 else {
      meaning = .undefined
      lower = 0
      central = nil
      upper = strength == 0 ? .infinity : 0
      return
    }
    // Signs are turned so that the mediator raises the moment.
    let difference = strength > 0 ? measured.deviation : -measured.deviation
    let margin = deviations * measured.uncertainty
    let size = strength.magnitude
    func coupling(_ shift: Double) -> Double { (shift / size).squareRoot() }
    guard difference > 0 else {
      meaning = .wrongSign
      lower = 0
      central = nil
      // sqrt(d^2 + m^2) - |d| without its cancellation.
      upper = coupling(margin * margin / (hypot(difference, margin) - difference))
      return
    }
    central = coupling(difference)
    upper = coupling(difference + margin)
    if difference > margin {
      meaning = .band
      lower = coupling(difference - margin)
    } else {
      meaning = .compatibleWithZero
      lower = 0
    }
  }

  /// One sentence for tables and notes.
  package var note: String {
    switch meaning {
    case .band: "a band of couplings explains the difference"
    case .compatibleWithZero: "upper bound only: the difference is compatible with zero"
    case .wrongSign:
      "upper bound only: the mediator moves the moment away from the measured difference"
    case .undefined: "no band: the contribution is zero or diverges"
    }
  }
}
