// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Numerics

/// The phase space of a vector that decays into pi+ pi- pi0 through rho pi, as a table.
///
///     W(M) = Int ds_12 ds_13 |p+ x p-|^2 |D(s_12) + D(s_13) + D(s_23)|^2
///
/// with D the rho's propagator with its P-wave width. The width of a vector of mass M with fixed
/// couplings is proportional to W(M) / M. Tabulated in steps of 5 MeV once, which takes some
/// milliseconds; what is kept is W / Q^4 with Q the kinetic energy released, which is finite at the
/// threshold. The interpolation is good to 1e-3.
/// - Source: Achasov:2003ir, section 3
struct ThreePionPhaseSpace: Sendable {
  /// The lightest mass that can decay, in GeV.
  let threshold: Double

  private let step: Double
  private let reduced: [Double]

  /// Tabulates from threshold to `upper`, in GeV.
  ///
  /// - Parameters:
  ///   - masses: the masses of the pions.
  ///   - rho: mass and width of the rho in GeV.
  ///   - upper: the end of the table.
  /// - Throws: never for these fixed rules; what their making declares.
  init(
    masses: HadronMasses, rho: (mass: Double, width: Double), upper: Double
  ) throws(NumericsError) {
    let charged = masses.chargedPion
    let neutral = masses.neutralPion
    threshold = 2 * charged + neutral
    let steps = ((upper - threshold) / 0.005).rounded(.up)
    step = (upper - threshold) / steps
    let integral = DalitzIntegral(
      charged: charged, neutral: neutral, rho: rho,
      pairMass: try GaussLegendreRule(points: 32), angle: try GaussLegendreRule(points: 24))
    var reduced: [Double] = []
    for index in 0...Int(steps) {
      // The limit at the threshold is taken just above it.
      let released = max(Double(index) * step, 1e-4)
      reduced.append(integral.value(at: threshold + released) / Self.fourthPower(released))
    }
    self.reduced = reduced
  }

  /// W at M in GeV; zero below threshold, held beyond the end of the table.
  func value(at mass: Double) -> Double {
    let released = mass - threshold
    guard released > 0 else { return 0 }
    let position = min(released / step, Double(reduced.count - 1))
    let index = min(Int(position), reduced.count - 2)
    let share = position - Double(index)
    let smooth = (1 - share) * reduced[index] + share * reduced[index + 1]
    return smooth * Self.fourthPower(released)
  }

  private static func fourthPower(_ x: Double) -> Double { x * x * x * x }
}

/// The integral over the Dalitz plot of pi+ (1), pi- (2), pi0 (3).
private struct DalitzIntegral {
  let charged: Double
  let neutral: Double
  let rho: (mass: Double, width: Double)
  let pairMass: GaussLegendreRule
  let angle: GaussLegendreRule

  func value(at mass: Double) -> Double {
    let square = mass * mass
    let lower = 4 * charged * charged
    let upper = (mass - neutral) * (mass - neutral)
    let total = square + 2 * charged * charged + neutral * neutral
    return pairMass.integrate(from: lower, to: upper) { pair in
      // Momenta in the rest frame of the charged pair.
      let root = pair.squareRoot()
      let first = (pair / 4 - charged * charged).squareRoot()
      let energy = (square - pair - neutral * neutral) / (2 * root)
      let third = max(energy * energy - neutral * neutral, 0).squareRoot()
      let middle = charged * charged + neutral * neutral + root * energy
      let direct = propagator(pair, charged, charged)
      let inner = angle.integrate(from: -1, to: 1) { cosine in
        let other = middle + 2 * first * third * cosine
        let crossed =
          propagator(other, charged, neutral)
          + propagator(total - pair - other, charged, neutral)
        return (1 - cosine * cosine) * (direct + crossed).magnitudeSquared
      }
      // |p+ x p-|^2 in the rest frame of the parent, times the Jacobian of s_13.
      let cross = first * first * third * third * pair / square
      return inner * cross * 2 * first * third
    }
  }

  private func propagator(_ s: Double, _ one: Double, _ two: Double) -> ComplexNumber {
    func momentumSquared(_ s: Double) -> Double {
      let sum = one + two
      let difference = one - two
      return max((s - sum * sum) * (s - difference * difference) / (4 * s), 0)
    }
    let square = rho.mass * rho.mass
    let ratio = momentumSquared(s) / momentumSquared(square)
    // sqrt s Gamma(s) with Gamma(s) = Gamma (p / p_rho)^3 m^2 / s.
    let absorptive = rho.width * ratio * ratio.squareRoot() * square / s.squareRoot()
    return ComplexNumber(1) / ComplexNumber(s - square, absorptive)
  }
}
