// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Kinematics
import Numerics
import Quantities

/// The decay chi2 -> l- l+ chi1 of the heavier of two dark fermions through a virtual dark photon.
///
/// L = i g_D A'_mu chi1bar gamma^mu chi2 + epsilon e A'_mu J_em^mu, alpha_D = g_D^2 / (4 pi), as in
/// ``DarkMatter/pseudoDirac(light:heavy:)``. With q the momentum of the lepton pair, Delta and S
/// difference and sum of the dark masses, k = 4 m_l^2 / q^2, and c the cosine of the angle of l- to
/// the flight of the pair, in the rest frame of the pair, the squared amplitude, averaged over the
/// spin of chi2 and summed over all others, is
///
///     |A|^2 = 8 (4 pi epsilon)^2 alpha alpha_D (Delta^2 - q^2) / (m_A'^2 - q^2)^2
///             { (S^2 - q^2) / 4 [1 - c^2 + k c^2] + q^2 / 2 + m_l^2 }
///
/// The traces with all terms gathered so that each is positive. Tree level, all masses exact; the
/// width of the A' is left out of its propagator, which holds for m_A' - Delta far above it.
/// - Source: Izaguirre:2015zva, inelastic dark matter; PDG:2024cfk, section 49 (Kinematics), three-body decays
package struct Deexcitation: Sendable {
  /// The decay as phase space: l-, l+, chi1.
  package let kinematics: ThreeBodyDecay

  /// The mass of the A' in GeV.
  package let mediatorMass: Double

  /// The distribution of q^2 in its own variable.
  let spectrum: PairMassSpectrum

  /// The spectrum's upper bound, in cells, as a distribution to draw from.
  let envelope: TabulatedDistribution

  /// Makes the decay; all masses in GeV.
  /// - Throws: ``DecayError`` if the decay is closed or a number is no mass; ``FlightError`` if the A'
  ///   can be real, so that chi2 -> chi1 A' is a decay of its own.
  package init(
    of heavy: Double, into light: Double, leptonMass: Double, mediatorMass: Double
  ) throws {
    kinematics = try ThreeBodyDecay(of: heavy, into: leptonMass, leptonMass, light)
    self.mediatorMass = mediatorMass
    guard kinematics.energySetFree > 0 else {
      throw DecayError.belowThreshold(parent: heavy, daughters: [leptonMass, leptonMass, light])
    }
    guard mediatorMass > heavy - light else {
      throw FlightError(
        "no virtual dark photon of \(Mass.gev(mediatorMass))",
        because: "it is real in a decay that sets free \(Mass.gev(heavy - light))",
        try: "decay chi2 into chi1 and A', then the A'")
    }
    spectrum = PairMassSpectrum(
      heavy: heavy, light: light, lepton: leptonMass, mediator: mediatorMass)
    envelope = try spectrum.envelope(cells: 64)
  }

  /// The width in GeV.
  ///
  ///     Gamma = alpha alpha_D epsilon^2 / (24 pi m2^3) Int dq^2 (1 - k)^(1/2) (2 + k)
  ///             (S^2 + 2 q^2) (S^2 - q^2)^(1/2) (Delta^2 - q^2)^(3/2) / (m_A'^2 - q^2)^2
  ///
  /// from 4 m_l^2 to Delta^2. For m_l << Delta << m2, m_A' it tends to
  /// 4 epsilon^2 alpha alpha_D Delta^5 / (15 pi m_A'^4). Relative error 1e-10.
  /// - Parameters:
  ///   - epsilon: the kinetic mixing.
  ///   - darkAlpha: alpha_D.
  /// - Returns: the width with the numerical error it claims.
  /// - Throws: ``NumericsError`` if the integral does not converge.
  /// - Source: Izaguirre:2015zva, inelastic dark matter (the limit)
  package func width(epsilon: Double, darkAlpha: Double) throws -> Estimate {
    let integral = try AdaptiveGaussKronrod(relativeError: 1e-10)
      .integrate(from: 0, to: 1) { (y: Double) in spectrum.density(at: y) }
    let mass = kinematics.parentMass
    let couplings = PhysicalConstants.fineStructure * darkAlpha * epsilon * epsilon
    return (couplings / (24 * .pi * mass * mass * mass)) * integral
  }

  /// Draws the daughters l-, l+, chi1 of an unpolarised parent, exactly as the amplitude says.
  ///
  /// q^2 is drawn by rejection below a bound in cells, which keeps 19 of 20 trials or more; then c
  /// from its density at that q^2; the plane is turned at random. All is done at rest and boosted.
  /// - Parameters:
  ///   - momentum: the momentum of the parent in GeV.
  ///   - stream: where the random bits come from.
  /// - Returns: the daughters in the laboratory.
  /// - Source: Devroye1986nonuniform, section II.3 (rejection)
  package func draw(
    ofParentWith momentum: ThreeVector, using stream: inout RandomStream
  ) -> DecayProducts {
    let y = drawPlace(using: &stream)
    let split = kinematics.split(at: spectrum.share(at: y))
    let cosine = spectrum.leptonAngle(at: y).draw(using: &stream)
    return TripletOrientation.draw(
      kinematics, split, cosine: cosine, parent: momentum, using: &stream)
  }

  /// Draws the variable of the spectrum.
  private func drawPlace(using stream: inout RandomStream) -> Double {
    while true {
      let y = envelope.draw(from: &stream)
      let bound = envelope.integral * envelope.density(at: y)
      if stream.uniform() * bound <= spectrum.density(at: y) { return y }
    }
  }
}
