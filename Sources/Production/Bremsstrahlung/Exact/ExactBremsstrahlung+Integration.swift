// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Matter
import Numerics
import Quantities

extension ExactBremsstrahlung {
  /// sigma in pb by one rung.
  func integral(
    _ beam: BeamKinematics, _ residuals: ClosedRange<Double>, _ rung: QuadratureRung
  ) -> Double {
    let map = residualMap(beam, residuals, leptonMass)
    var sum = 0.0
    for node in rung.fraction {
      let (above, _, stretch) = map(node.x)
      let emission = EmissionKinematics(beam, residual: residuals.lowerBound + above)
      sum += node.y * stretch * virtualities(emission, rung)
    }
    return factor(beam) / beam.energy * sum
  }

  /// d sigma / dx in pb by one rung.
  func integral(_ emission: EmissionKinematics, _ rung: QuadratureRung) -> Double {
    factor(emission.beam) * virtualities(emission, rung)
  }

  /// d sigma / dtheta in pb / rad by one rung.
  func integral(
    _ beam: BeamKinematics, _ residuals: ClosedRange<Double>, angle: Double, _ rung: QuadratureRung
  ) -> Double {
    let transverse = 2 * beam.momentum * sin(0.5 * angle)
    let scale = (leptonMass * leptonMass + transverse * transverse).squareRoot()
    let map = residualMap(beam, residuals, scale)
    var sum = 0.0
    for node in rung.fraction {
      let (above, _, stretch) = map(node.x)
      let emission = EmissionKinematics(beam, residual: residuals.lowerBound + above)
      sum += node.y * stretch * integral(emission, angle: angle, rung)
    }
    return sum / beam.energy
  }

  /// d sigma / dx dtheta in pb / rad by one rung; dU = 2 p k sin(theta) dtheta.
  func integral(_ emission: EmissionKinematics, angle: Double, _ rung: QuadratureRung) -> Double {
    let recoil = RecoilKinematics(emission, excess: emission.excess(at: angle))
    let jacobian = 2 * emission.beam.momentum * emission.bosonMomentum * sin(angle)
    return factor(emission.beam) * jacobian * transfers(recoil, rung)
  }

  /// d sigma / (dx dcos(theta) dt dphi) in pb / GeV^2, the density that events follow.
  ///
  /// - Parameters:
  ///   - recoil: fixes x and theta.
  ///   - risen: t - t_min in GeV^2.
  ///   - azimuth: phi in rad; see ``RecoilKinematics``.
  /// - Returns: pb / GeV^2. The Jacobians of the maps: dU = 2 p k dcos(theta), dx = dv / E.
  package func density(
    _ recoil: RecoilKinematics, risen: Double, azimuth: Double
  ) -> Double {
    let emission = recoil.emission
    let t = recoil.leastTransfer + risen
    let jacobian = 2 * emission.beam.momentum * emission.bosonMomentum / (2 * .pi)
    let strength = factor(emission.beam) * jacobian / recoil.remainder
    return strength * atom.formFactor(t) / (t * t) * amplitude(recoil, at: risen, azimuth: azimuth)
  }

  /// The range of t for a recoil off this atom.
  package func transferRange(_ recoil: RecoilKinematics) -> TransferRange {
    TransferRange(
      recoil, screening: atom.elastic.screening,
      size: atom.inelastic == nil ? atom.elastic.size : InelasticFormFactor.size)
  }

  /// The map of v between two residual energies; its lower end is v = least, x = largest.
  ///
  /// A heavy X peaks at x = 1 within (mu / m)^2, mu being m_l or, at large angles, E theta; a light
  /// one at x = 0 from m / mu on.
  ///
  /// - Parameters:
  ///   - beam: the beam.
  ///   - residuals: from where to where in GeV.
  ///   - scale: mu in GeV.
  /// - Returns: the map, in which `fromLower` is the distance from the least residual energy.
  package func residualMap(
    _ beam: BeamKinematics, _ residuals: ClosedRange<Double>, _ scale: Double
  ) -> TwoEndedMap {
    let e = beam.energy
    let m = boson.mass
    let ratio = scale / m
    let hard = max(ratio * ratio, (m / e) * (m / e), leptonMass / e, residuals.lowerBound / e)
    let soft = max(m / e, 0.5 * m / max(scale, m), (beam.available - residuals.upperBound) / e)
    return TwoEndedMap(
      length: residuals.upperBound - residuals.lowerBound, lower: e * min(0.03, hard),
      upper: e * min(0.2, soft))
  }

  /// The integral over U and t without the common factor, in GeV^0.
  private func virtualities(_ emission: EmissionKinematics, _ rung: QuadratureRung) -> Double {
    let most = emission.largestExcess
    guard most > 0 else { return 0 }
    let map = VirtualityMap(least: emission.leastVirtuality, largestExcess: most)
    var sum = 0.0
    for node in rung.virtuality {
      let (excess, stretch) = map(node.x)
      sum += node.y * stretch * transfers(RecoilKinematics(emission, excess: excess), rung)
    }
    return sum
  }

  /// The integral over t divided by |V|.
  func transfers(_ recoil: RecoilKinematics, _ rung: QuadratureRung) -> Double {
    let range = transferRange(recoil)
    var sum = 0.0
    if let upper = range.upper {
      sum = transfers(recoil, range.lower, rung.half) + transfers(recoil, upper, rung.half)
    } else {
      sum = transfers(recoil, range.lower, rung.transfer)
    }
    return sum / recoil.remainder
  }

  /// The integral over one range of t.
  private func transfers(
    _ recoil: RecoilKinematics, _ map: TransferMap, _ nodes: [SIMD4<Double>]
  ) -> Double {
    let form = FormFactorLanes(atom)
    var sum = SIMD4<Double>()
    let lanes = nodes.span
    var index = 0
    while index < lanes.count {
      let (risen, stretch) = map(lanes[index])
      let factor = form.perTransferSquare(recoil.leastTransfer + risen)
      sum += lanes[index + 1] * stretch * factor * amplitude.averaged(recoil, at: risen)
      index += 2
    }
    return sum.sum()
  }

  /// alpha^2 g^2 / (4 pi) E / (4 p^2) in pb GeV.
  func factor(_ beam: BeamKinematics) -> Double {
    let alpha = PhysicalConstants.fineStructure
    let coupling = alpha * alpha * boson.couplingSquare / (4 * .pi)
    let flux = beam.energy / (4 * beam.momentum * beam.momentum)
    return PhysicalConstants.perGeVSquaredInPb * coupling * flux
  }
}
