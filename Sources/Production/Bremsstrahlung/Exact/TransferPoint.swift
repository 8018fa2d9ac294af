// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// The scalar products of l Z -> l Z X at four momentum transfers, the azimuth apart; a hot value
/// type.
///
/// The formulas stand at ``ExactAmplitude``.
struct TransferPoint {
  /// t in GeV^2.
  let transfer: SIMD4<Double>
  /// s_0 in GeV^2.
  let mean: SIMD4<Double>
  /// s_1^2 in GeV^4.
  let swing: SIMD4<Double>
  /// H in GeV^2.
  let root: SIMD4<Double>
  /// F = s_1^2 / (s_0 + H) in GeV^2.
  let spread: SIMD4<Double>
  /// S without its part in cos(phi), in GeV^2.
  let product: SIMD4<Double>
  /// C without its part in cos(phi), in GeV^3.
  let charge: SIMD4<Double>
  /// q_T^2 in GeV^2.
  let transverse: SIMD4<Double>
  /// q along V in GeV.
  let along: SIMD4<Double>

  /// Makes the products at four values of t - t_min (GeV^2).
  @inline(__always)
  init(_ recoil: RecoilKinematics, at risen: SIMD4<Double>) {
    let beam = recoil.emission.beam
    let lepton = beam.leptonMass * beam.leptonMass
    let boson = beam.bosonMass * beam.bosonMass
    let w = recoil.emission.bosonEnergy
    let inverse = 1 / beam.nucleusMass
    let t = recoil.leastTransfer + risen
    let left = (recoil.largestTransfer - recoil.leastTransfer) - risen
    let slope = recoil.transverseSlope * risen * left
    let q = slope.replacing(with: 0, where: slope .< 0)
    let y = recoil.virtuality + recoil.stretch * t

    // p'^+ and p'^-, the smaller from the product.
    let along = recoil.remainder - (0.5 / recoil.remainder) * y
    let energy = recoil.emission.remainder - (0.5 * inverse) * t
    let isForward = along .> 0
    let sum = energy + along.replacing(with: -along, where: .!isForward)
    let other = (q + lepton) / sum
    let plus = other.replacing(with: sum, where: isForward)
    let minus = sum.replacing(with: other, where: isForward)

    let first = recoil.bosonMinus * plus
    let second = recoil.bosonPlus * minus
    let both = first + second
    let difference = first - second
    let masses = (4 * lepton) * (boson + recoil.bosonTransverse) + boson * boson
    let rest = (2 * boson) * (both + 2 * q) + masses
    transfer = t
    transverse = q
    self.along = (-0.5 / recoil.remainder) * y
    mean = both + boson
    swing = (4 * recoil.bosonTransverse) * q
    root = (rest + difference * difference).squareRoot()
    spread = swing / (mean + root)
    product = (recoil.bosonAlong / recoil.remainder) * y - (w * inverse) * t
    charge = w * t - recoil.tilt * y
  }
}
