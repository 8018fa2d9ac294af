// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Kinematics

/// An emission as a detector sees it, the mass of X left open; a hot value type.
///
/// What is measured of l Z -> l Z X is the lepton that goes on. Its direction, the direction of X and
/// the energy that X takes mean the same for every mass, so that one drawn emission serves them all:
/// ``ExactBremsstrahlung/density(of:at:)`` tells how likely each of them makes it. X lies in the x-z
/// plane and the beam along z.
package struct LeptonRecoil: Hashable, Sendable {
  /// v in GeV, what X leaves to lepton and nucleus above the mass of the lepton.
  package let residual: Double
  /// theta, the angle of X to the beam, in rad.
  package let angle: Double
  /// The direction of the lepton, a unit vector.
  package let direction: ThreeVector

  /// Joins energy and directions.
  package init(residual: Double, angle: Double, direction: ThreeVector) {
    self.residual = residual
    self.angle = angle
    self.direction = direction
  }

  /// Nothing goes on: X takes all there is.
  package static let none = LeptonRecoil(residual: 0, angle: 0, direction: ThreeVector(0, 0, 1))
}

extension ExactBremsstrahlung {
  /// d sigma / (dv dcos(theta) dOmega) in pb / GeV, Omega the direction of the lepton.
  ///
  /// From the density in x, cos(theta), t and phi: x = 1 - (v + m_l) / E, and p' turns about V = p - k
  /// by phi at an angle alpha with
  ///
  ///     |dt / dcos(alpha)| = 2 p' |V| / [1 + (V_0 - |V| cos(alpha) E' / p') / M]
  ///
  /// E' = V_0 - t / (2 M) and t fix one another in three steps.
  ///
  /// - Parameters:
  ///   - recoil: the emission.
  ///   - energy: total energy of the projectile in GeV.
  /// - Returns: the density; zero where this X cannot make it.
  package func density(of recoil: LeptonRecoil, at energy: Double) -> Double {
    let beam = BeamKinematics(
      energy: energy, leptonMass: leptonMass, bosonMass: boson.mass, nucleusMass: atom.mass)
    guard let residuals = cut(beam.residuals, of: beam), residuals.contains(recoil.residual) else {
      return 0
    }
    let emission = EmissionKinematics(beam, residual: recoil.residual)
    let excess = emission.excess(at: recoil.angle)
    guard excess < emission.largestExcess else { return 0 }
    let point = RecoilKinematics(emission, excess: excess)
    guard let place = point.place(of: recoil) else { return 0 }
    let density = density(point, risen: place.risen, sineSquare: place.sineSquare)
    return density * place.jacobian / energy
  }

  /// d sigma / (dx dcos(theta) dt dphi) in pb / GeV^2 at sin^2(phi / 2).
  private func density(
    _ recoil: RecoilKinematics, risen: Double, sineSquare: Double
  ) -> Double {
    let emission = recoil.emission
    let t = recoil.leastTransfer + risen
    let jacobian = 2 * emission.beam.momentum * emission.bosonMomentum / (2 * .pi)
    let strength = factor(emission.beam) * jacobian / recoil.remainder
    let point = TransferPoint(recoil, at: SIMD4(repeating: risen))
    let square = amplitude(recoil, at: point, sineSquares: SIMD4(repeating: sineSquare))[0]
    return max(0, strength * atom.formFactor(t) / (t * t) * square)
  }
}

extension RecoilKinematics {
  /// t - t_min, sin^2(phi / 2) and |dt / dcos(alpha)| of a lepton in a direction.
  ///
  /// - Returns: nil where no energy is left for the lepton.
  fileprivate func place(
    of recoil: LeptonRecoil
  ) -> (risen: Double, sineSquare: Double, jacobian: Double)? {
    let beam = emission.beam
    let perMass = 1 / beam.nucleusMass
    let excess = virtuality - emission.leastVirtuality
    // V has no component along y; its z is p - k + (U - U_0) / (2 p), without cancellation.
    let product = beam.momentum * emission.bosonMomentum
    let vx = -(max(0, excess * (product - 0.25 * excess))).squareRoot() / beam.momentum
    let square = remainder * remainder - vx * vx
    guard square > 0 else { return nil }
    let isForward = emission.bosonMomentum < beam.momentum
    let vz = isForward ? square.squareRoot() : -square.squareRoot()
    let perLength = 1 / remainder
    let axis = ThreeVector(vx * perLength, 0, vz * perLength)
    let cosine = axis.dot(recoil.direction)
    let across = axis.cross(recoil.direction)
    let sineSquare = min(1, across.squaredLength)
    let least = leastTransfer
    let span = largestTransfer - leastTransfer
    guard span > 0, transverseSlope > 0 else { return nil }
    var risen = 0.0
    var energy = emission.remainder
    var momentumSquare = 0.0
    for _ in 0..<3 {
      energy = emission.remainder - 0.5 * (least + risen) * perMass
      momentumSquare = (energy - beam.leptonMass) * (energy + beam.leptonMass)
      guard momentumSquare > 0 else { return nil }
      // q_T^2 = slope r (span - r): the smaller root ahead, the larger one behind.
      let quarter = momentumSquare * sineSquare / (transverseSlope * span * span)
      let sum = 1 + max(0, 1 - 4 * quarter).squareRoot()
      risen = cosine > 0 ? 2 * quarter * span / sum : 0.5 * span * sum
    }
    // cos(phi) is the part of the direction along n = y x V / |V|, over all of it across V.
    let aside = axis.z * recoil.direction.x - axis.x * recoil.direction.z
    let transverse = sineSquare.squareRoot()
    let half =
      transverse > 0 ? min(max(0.5 * (1 - aside / transverse), 0), 1) : 0
    let momentum = momentumSquare.squareRoot()
    let stretch = 1 + (emission.remainder - remainder * cosine * energy / momentum) * perMass
    return (risen, half, 2 * momentum * remainder / stretch)
  }
}
