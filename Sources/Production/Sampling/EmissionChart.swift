// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Matter
import Numerics

/// The phase space of l Z -> l Z X as a unit cube in which the density is flat; a hot value type.
///
/// The three coordinates stand for v, U and t: ``ExactBremsstrahlung/residualMap(_:_:_:)``,
/// ``VirtualityMap`` and ``TransferRange``, of which a second map takes the upper half of the third
/// coordinate. phi is integrated over.
struct EmissionChart: Sendable {
  let process: ExactBremsstrahlung
  let beam: BeamKinematics
  /// The residual energies that count, in GeV.
  let range: ClosedRange<Double>
  private let residuals: TwoEndedMap
  private let form: FormFactorLanes
  /// The common factor in pb.
  private let factor: Double

  /// Makes the chart of a process at an energy in GeV.
  ///
  /// - Throws: where X cannot be made.
  init(_ process: ExactBremsstrahlung, at energy: Double) throws(ProductionError) {
    beam = try process.kinematics(at: energy)
    guard let range = process.cut(beam.residuals, of: beam) else {
      throw .noEvents(at: energy)
    }
    self.process = process
    self.range = range
    residuals = process.residualMap(beam, range, process.leptonMass)
    form = FormFactorLanes(process.atom)
    factor = process.factor(beam) / energy
  }

  /// What v and U fix, with the weight that belongs to them.
  struct Column {
    let recoil: RecoilKinematics
    let range: TransferRange
    /// The density over that of the third coordinate, in pb.
    let weight: Double
  }

  /// What the first two coordinates fix; nil outside the phase space.
  @inline(__always)
  func column(_ first: Double, _ second: Double) -> Column? {
    let (above, _, stretch) = residuals(first)
    let emission = EmissionKinematics(beam, residual: range.lowerBound + above)
    let most = emission.largestExcess
    guard most > 0 else { return nil }
    let map = VirtualityMap(least: emission.leastVirtuality, largestExcess: most)
    let (excess, slope) = map(second)
    let recoil = RecoilKinematics(emission, excess: excess)
    return Column(
      recoil: recoil, range: process.transferRange(recoil),
      weight: factor * stretch * slope / recoil.remainder)
  }

  /// t - t_min in GeV^2 and the density in pb at four values of the third coordinate, all of them in
  /// the same half of the unit interval.
  @inline(__always)
  func densities(
    _ column: Column, _ third: SIMD4<Double>
  ) -> (risen: SIMD4<Double>, density: SIMD4<Double>) {
    let recoil = column.recoil
    var map = column.range.lower
    var place = third
    var weight = column.weight
    if let upper = column.range.upper {
      let isUpper = third[0] >= 0.5
      map = isUpper ? upper : map
      place = 2 * third - (isUpper ? 1 : 0)
      weight *= 2
    }
    let (risen, stretch) = map(place)
    let flux = form.perTransferSquare(recoil.leastTransfer + risen)
    let density = weight * stretch * flux * process.amplitude.averaged(recoil, at: risen)
    return (risen, density)
  }

  /// The inverse of ``column(_:_:)``: the first two coordinates of a recoil.
  func coordinates(of recoil: RecoilKinematics) -> SIMD2<Double> {
    let emission = recoil.emission
    let map = VirtualityMap(
      least: emission.leastVirtuality, largestExcess: emission.largestExcess)
    return SIMD2(
      residuals.place(of: emission.residual - range.lowerBound), map.place(of: recoil.virtuality))
  }
}
