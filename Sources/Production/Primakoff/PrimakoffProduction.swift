// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Numerics
import Quantities

/// Primakoff production gamma Z -> a Z of a pseudoscalar that couples to two photons.
///
/// With the Lagrangian -(g / 4) a F F~, g in GeV^-1, and G2 the form factor of the atom:
///
///     d sigma / dt = g^2 alpha / 8  G2(t) / t^2  f(t),   t_min < t < t_max
///     f(t) = t - t_min                                   `flux`
///     f(t) = kappa (t - t_min) (t_max - t) = p^2 sin^2(theta)   `exact`
///
/// t = -q^2, GeV^2; its ends and kappa: `PrimakoffKinematics`, with the exact t_min in both methods,
/// which m^4 / (4 E^2) is the leading term of. `flux` is what the field uses; `exact` is the tree
/// level for a nucleus of spin 0 with recoil, lower by m^2 / (2 E^2) and smaller terms (5e-4 on lead at
/// 10 GeV and 300 MeV). A scalar with -(g / 4) a F F has the same cross section up to such terms.
/// Where the atom breaks up, the kinematics stay those of the whole nucleus.
///
/// a has the photon's energy but for the recoil t / (2 M), so that there is no spectrum in x.
///
/// - Source: Dobrich:2015jyk, section 2, Primakoff production
package struct PrimakoffProduction: Process {
  package static let name = "primakoff"

  /// The mass of a in GeV.
  package let mass: Double
  /// The coupling g to two photons in GeV^-1.
  package let coupling: Double
  /// The atom.
  package let atom: TargetAtom
  /// How far the kinematics are kept.
  package let method: PrimakoffMethod
  /// The numerical error that the integral aims at, as a fraction of the result.
  package var relativeError: Double

  /// m (1 + m / 2M): neither m nor 2 m, for a takes all of the photon's energy but the recoil.
  package var threshold: Double {
    PrimakoffKinematics.threshold(mass: mass, nucleus: atom.mass)
  }

  /// Makes the process.
  ///
  /// - Parameters:
  ///   - mass: mass of a in GeV.
  ///   - coupling: g in GeV^-1.
  ///   - atom: the atom.
  ///   - method: how far the kinematics are kept.
  ///   - relativeError: what the integral aims at, 1e-12 to 0.01.
  package init(
    mass: Double, coupling: Double, on atom: TargetAtom, method: PrimakoffMethod = .flux,
    relativeError: Double = 1e-8
  ) {
    self.mass = mass
    self.coupling = coupling
    self.atom = atom
    self.method = method
    self.relativeError = relativeError
  }

  package func total(at energy: Double) throws(ProductionError) -> Estimate {
    guard let kinematics = try kinematics(at: energy) else { return Estimate(value: 0, error: 0) }
    switch method {
    case .flux:
      let value = strength * atom.flux(from: kinematics.lower, to: kinematics.upper)
      return Estimate(value: value, error: 1e-12 * value)
    case .exact:
      let integral = try ProductionError.integrating("total cross section at \(energy) GeV") {
        try integrate(kinematics)
      }
      return strength * integral
    }
  }

  package func range(of variable: SpectrumVariable, at energy: Double) -> ClosedRange<Double>? {
    guard variable == .angle, let kinematics = try? kinematics(at: energy) else { return nil }
    return 0...kinematics.largestAngle
  }

  /// The cross section per rad of theta, the angle of a in the laboratory; in closed form.
  package func differential(
    in variable: SpectrumVariable, at value: Double, energy: Double
  ) throws(ProductionError) -> Estimate {
    guard variable == .angle else {
      throw ProductionError(
        "no spectrum in \(variable.rawValue)",
        because: "the particle takes the photon's energy but for a recoil",
        try: "ask for \(SpectrumVariable.angle.rawValue)")
    }
    guard let kinematics = try kinematics(at: energy), value > 0, value < .pi else {
      return Estimate(value: 0, error: 0)
    }
    let (first, second) = kinematics.branches(at: value)
    var sum = 0.0
    for branch in [first, second] {
      guard let branch else { continue }
      let t = branch.transfer
      sum += atom.formFactor(t) / (t * t) * rise(branch, kinematics) * branch.stretch
    }
    return Estimate(value: strength * sum, error: 1e-10 * strength * sum)
  }

  /// f(t) at an angle.
  private func rise(
    _ branch: PrimakoffKinematics.Branch, _ kinematics: PrimakoffKinematics
  ) -> Double {
    switch method {
    case .exact: return branch.transverseSquare
    case .flux:
      let above = branch.transfer - kinematics.lower
      let below = kinematics.upper - branch.transfer
      // The difference has no digits left near its own end, the quotient none near the other.
      return above > below ? above : branch.transverseSquare / (kinematics.kappa * below)
    }
  }

  /// The integral of G2 / t^2 f over t in ln[(t + t_a) / (t_min + t_a)], which screening flattens.
  private func integrate(_ kinematics: PrimakoffKinematics) throws -> Estimate {
    let (lower, upper) = (kinematics.lower, kinematics.upper)
    let start = lower + atom.elastic.screening
    let end = log1p((upper - lower) / start)
    return try AdaptiveGaussKronrod(relativeError: relativeError).integrate(from: 0, to: end) { v in
      let above = start * expm1(v)
      let t = lower + above
      let rest = max(upper - t, 0)
      return atom.formFactor(t) / (t * t) * kinematics.kappa * above * rest * (start + above)
    }
  }

  /// g^2 alpha / 8 in pb.
  var strength: Double {
    coupling * coupling * PhysicalConstants.fineStructure / 8
      * PhysicalConstants.perGeVSquaredInPb
  }

  /// The kinematics; nil at and below the threshold.
  func kinematics(
    at energy: Double
  ) throws(ProductionError) -> PrimakoffKinematics? {
    try ProductionError.check(energy: energy)
    try ProductionError.check(
      positive: mass, "mass", because: "the range of t starts at a power of it")
    return PrimakoffKinematics(mass: mass, nucleus: atom.mass, energy: energy)
  }
}
