// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector
import Glibc
import Numerics
import Quantities

/// The method of equivalent photons at one energy: numbers at hand for the loops over x and theta; a
/// hot value type.
///
/// With s = U0 / U, c = x U0 and p = sqrt(t_min) = c / [2 E x (1 - x) s], d sigma / dx is
///
///     alpha^2 g^2 / (4 pi) k / (x E) x / c  integral over s of (1 - x) A22 chi(p^2)
///
/// whose integrand is smooth and bounded at all masses: all that peaks is in front of the integral.
/// s runs from where t_min meets t_max, or from the largest angle, to 1. Integrals over x run in
/// w, w^2 = ln[x / (1 - x)] + constant, which flattens 1 / x, 1 / (1 - x) and the root at x = m / E.
struct EquivalentPhotonEmission {
  /// The range of x.
  let range: EmissionRange

  private let structure: LorentzStructure
  private let atom: TargetAtom
  private let energy: Double
  private let mass: Double
  private let massSquare: Double
  private let leptonSquare: Double
  /// The square root of t_max in GeV.
  private let largestTransfer: Double
  /// The largest angle of the limit; infinite where there is none.
  private let angleLimit: Double
  /// The flux where it is constant, nil where it is local.
  private let constantFlux: Double?
  /// alpha^2 g^2 / (4 pi) in pb GeV^2.
  private let factor: Double

  /// Gathers the numbers.
  init(_ process: EquivalentPhotonBremsstrahlung, energy: Double) {
    let (mass, leptonMass) = (process.boson.mass, process.leptonMass)
    structure = process.boson.structure
    atom = process.atom
    self.energy = energy
    self.mass = mass
    massSquare = mass * mass
    leptonSquare = leptonMass * leptonMass
    range = EmissionRange(
      mass: mass, leptonMass: leptonMass, nucleus: process.atom.mass, energy: energy)
    let alpha = PhysicalConstants.fineStructure
    factor =
      alpha * alpha * process.boson.couplingSquare / (4 * .pi)
      * PhysicalConstants.perGeVSquaredInPb
    let limit: FluxLimit
    switch process.flux {
    case .local(let chosen):
      limit = chosen
      constantFlux = nil
    case .constant:
      limit = .mass
      let least = massSquare / (2 * energy)
      constantFlux = atom.flux(from: least * least, to: massSquare + leptonSquare)
    }
    angleLimit = limit.largestAngle
    largestTransfer = limit.largestTransfer(energy: energy, mass: mass, leptonMass: leptonMass)
  }

  /// The flux that belongs to U, with the square root of t_min.
  private func flux(_ leastTransfer: Double) -> Double {
    atom.flux(from: leastTransfer * leastTransfer, to: largestTransfer * largestTransfer)
  }

  private func shape(at x: Double, _ remainder: Double) -> EmissionShape {
    EmissionShape(
      structure, at: x, remainder: remainder, massSquare: massSquare, leptonSquare: leptonSquare)
  }

  /// All of d sigma / dx in front of the integral over s, in pb.
  private func scale(at x: Double, _ shape: EmissionShape) -> Double {
    let share = mass / (x * energy)
    return factor * ((1 - share) * (1 + share)).squareRoot() * x / shape.virtuality
  }

  private func contains(_ x: Double, _ remainder: Double) -> Bool {
    x >= range.lower && remainder >= range.lowerRemainder
  }

  // MARK: - In x

  /// d sigma / dx in pb.
  func spectrum(
    at x: Double, _ remainder: Double, relativeError: Double
  ) throws -> Estimate {
    guard contains(x, remainder) else { return Estimate(value: 0, error: 0) }
    let shape = shape(at: x, remainder)
    let scale = scale(at: x, shape)
    if let constantFlux {
      let value = scale * shape.integral * constantFlux
      return Estimate(value: value, error: 1e-12 * value)
    }
    let forward = shape.virtuality / (2 * energy * x * remainder)
    var lower = forward / largestTransfer
    if angleLimit.isFinite {
      let spread = energy * angleLimit * x
      lower = max(lower, shape.virtuality / (shape.virtuality + spread * spread))
    }
    guard lower < 1 else { return Estimate(value: 0, error: 0) }
    // In v = sqrt(s), for chi goes as ln s where screening ends it.
    let integral = try AdaptiveGaussKronrod(relativeError: relativeError).integrate(
      from: lower.squareRoot(), to: 1
    ) { v in
      let s = v * v
      return 2 * v * shape(s) * flux(forward / s)
    }
    // The rule can claim too little at a corner of the logarithm; what was asked for holds.
    let error = max(integral.error, relativeError * integral.value)
    return scale * Estimate(value: integral.value, error: error)
  }

  /// The integral of d sigma / dx over those x of a range that are open, in pb.
  func total(_ shares: ClosedRange<Double>, relativeError: Double) throws -> Estimate {
    let lower = max(range.lower, shares.lowerBound)
    let remainder = max(range.lowerRemainder, 1 - shares.upperBound)
    // Inner integrals are ten times as good, so that their noise does not mislead the outer one.
    let inner = 0.1 * relativeError
    let outer = try integrateShares(
      from: lower, toRemainder: remainder, relativeError: relativeError
    ) { x, rest in try spectrum(at: x, rest, relativeError: inner).value }
    return Estimate(value: outer.value, error: outer.error + inner * outer.value)
  }

  /// Integrates over x, in w with w^2 = ln[x / (1 - x)] from the lower end on.
  @inline(__always)
  private func integrateShares(
    from lower: Double, toRemainder remainder: Double, narrowest: Double = 0,
    relativeError: Double, _ f: (_ x: Double, _ remainder: Double) throws -> Double
  ) throws -> Estimate {
    guard lower + remainder < 1 else { return Estimate(value: 0, error: 0) }
    let start = log(lower / (1 - lower))
    let width = log((1 - remainder) / remainder) - start
    guard width > narrowest else { return Estimate(value: 0, error: 0) }
    return try AdaptiveGaussKronrod(relativeError: relativeError).integrate(
      from: 0, to: width.squareRoot()
    ) { w in
      let odds = exp(start + w * w)
      let rest = 1 / (1 + odds)
      let x = odds * rest
      return 2 * w * x * rest * (try f(x, rest))
    }
  }

  // MARK: - In theta

  /// The largest angle in rad, which belongs to x = m / E; infinite for a constant flux.
  ///
  /// U = 2 E (1 - x) sqrt(t_max) there.
  var largestAngle: Double {
    if constantFlux != nil { return .infinity }
    let (x, rest) = (range.lower, 1 - range.lower)
    let square =
      2 * energy * x * rest * largestTransfer - massSquare * rest - leptonSquare * x * x
    return min(angleLimit, max(square, 0).squareRoot() / (energy * x))
  }

  /// d sigma / (dx d theta) in pb per rad.
  ///
  /// With s = U0 / U it is that of d sigma / dx with ds = 2 s (1 - s) d theta / theta.
  func doubleDifferential(at x: Double, _ remainder: Double, angle: Double) -> Double {
    guard contains(x, remainder), angle > 0, angle <= angleLimit else { return 0 }
    let shape = shape(at: x, remainder)
    let spread = energy * angle * x
    let ratio = shape.virtuality / (spread * spread)
    guard ratio < .infinity else { return 0 }
    let s = ratio / (1 + ratio)
    guard s > 0 else { return 0 }
    let forward = shape.virtuality / (2 * energy * x * remainder)
    let photons = constantFlux ?? flux(forward / s)
    return scale(at: x, shape) * shape(s) * photons * 2 * s / (1 + ratio) / angle
  }

  /// d sigma / d theta in pb per rad.
  func angularSpectrum(at angle: Double, relativeError: Double) throws -> Estimate {
    guard angle > 0, angle <= largestAngle, angle.isFinite, let ends = shares(at: angle) else {
      return Estimate(value: 0, error: 0)
    }
    // At the largest angle the ends of x meet, and their difference has no digits left.
    return try integrateShares(
      from: ends.lower, toRemainder: ends.remainder, narrowest: 1e-6, relativeError: relativeError
    ) { x, rest in doubleDifferential(at: x, rest, angle: angle) }
  }

  /// The x at which an angle can occur, for t_min < t_max there.
  ///
  ///     (E^2 theta^2 + m_l^2 + b) x^2 - (b + m^2) x + m^2 < 0,  b = 2 E sqrt(t_max)
  private func shares(at angle: Double) -> (lower: Double, remainder: Double)? {
    let (lower, remainder) = (range.lower, range.lowerRemainder)
    if constantFlux != nil { return (lower, remainder) }
    let spread = energy * angle
    let reach = 2 * energy * largestTransfer
    let square = spread * spread + leptonSquare
    let discriminant = (reach - massSquare) * (reach - massSquare) - 4 * massSquare * square
    guard discriminant > 0 else { return nil }
    let root = discriminant.squareRoot()
    let sum = reach + massSquare
    let upper = (sum + root) / (2 * (square + reach))
    let least = 2 * massSquare / (sum + root)
    // 1 - x of the upper end, with its own digits.
    let rest =
      square * (1 + 2 * massSquare / (reach - massSquare + root)) / (square + reach)
    guard upper > lower else { return nil }
    return (max(lower, least), max(remainder, rest))
  }
}
