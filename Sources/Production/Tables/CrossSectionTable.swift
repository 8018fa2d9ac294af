// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Numerics
import Quantities

/// Cross sections and x spectra of bremsstrahlung over a plane of masses and energies.
///
/// Both axes follow the threshold: masses m lie at equal ratios, and so do, for each mass, the
/// energies above its threshold W = E - E_0(m). So there is no ragged edge where X closes, and
/// ln(sigma m_T^2), m_T^2 = m^2 + m_l^2, is smooth: near threshold it is a power of W. Each point holds
///
///     ln(sigma m_T^2),  c_1 / c_0 ... c_31 / c_0
///
/// where the c_n are the Legendre coefficients of d sigma / dv in v of `EmissionCoordinate`, so that
/// spectra and their integrals are sums. Between points all of them are cubic in ln m and ln W.
///
/// With ten masses a decade and three energies a factor of ten, totals are within 2e-3 of the direct
/// ones and integrals of spectra above a cut within 3e-3 of the total; tests hold them to it.
/// Below the lowest W totals are continued as a power of W. epsilon is 1: the caller multiplies by
/// epsilon^2.
package struct CrossSectionTable: Sendable {
  /// The layout of the bytes, a part of the key.
  static let layout = 1

  /// How many Legendre coefficients a spectrum has, and at how many points it is computed.
  static let order = 32

  /// What the table depends on.
  package let request: TableRequest
  let grid: TableGrid
  /// Row after row of energies, a row a mass; each point has `order` numbers.
  let numbers: [Float]
  /// ln(sigma m_T^2), sigma in pb; energies run fastest.
  let logarithms: [Double]

  /// The largest mass in GeV with an entry: above it the highest energy is too near the threshold.
  package var largestMass: Double { grid.mass(at: request.masses.count - 1) }

  /// The total cross section and the spectrum at a mass and a total energy, both in GeV.
  ///
  /// - Returns: what X does there; nil at and below the threshold, and for masses between
  ///   ``largestMass`` and the end of the axis, whose cross sections vanish beside all others.
  /// - Throws: where mass or energy are beyond the axes.
  package func emission(mass: Double, energy: Double) throws(ProductionError) -> TabulatedEmission?
  {
    guard mass >= request.masses.low, mass <= request.masses.high else {
      throw outside("a mass of \(mass) GeV", request.masses)
    }
    guard energy <= request.energies.high, energy >= request.energies.low else {
      throw outside("an energy of \(energy) GeV", request.energies)
    }
    guard mass <= largestMass,
      let range = try request.range(mass: mass, energy: energy),
      let place = grid.place(mass: mass, energy: energy)
    else { return nil }
    let count = request.energies.count
    let rows = CubicStencil(at: place.mass, count: request.masses.count)
    let columns = CubicStencil(at: max(place.energy, 0), count: count)
    var logarithm = 0.0
    var coefficients = [Double](repeating: 0, count: Self.order)
    for row in 0..<4 {
      for column in 0..<4 {
        let weight = rows.weights[row] * columns.weights[column]
        let point = (rows.first + row) * count + columns.first + column
        logarithm += weight * logarithms[point]
        let start = point * (Self.order - 1)
        for index in 1..<Self.order {
          coefficients[index] += weight * Double(numbers[start + index - 1])
        }
      }
    }
    if place.energy < 0 {
      var slope = 0.0
      for row in 0..<4 {
        let point = (rows.first + row) * count
        slope += rows.weights[row] * (logarithms[point + 1] - logarithms[point])
      }
      logarithm += place.energy * slope
    }
    coefficients[0] = 1
    let leptonMass = request.leptonMass
    let total = exp(logarithm) / (mass * mass + leptonMass * leptonMass)
    return TabulatedEmission(
      total: total, range: range, coefficients: coefficients,
      coordinate: EmissionCoordinate(
        range: range, mass: mass, leptonMass: leptonMass, energy: energy))
  }

  /// The total cross section at a mass and a total energy in GeV, in pb; zero below the threshold.
  package func total(mass: Double, energy: Double) throws(ProductionError) -> Double {
    try emission(mass: mass, energy: energy)?.total ?? 0
  }

  private func outside(_ what: String, _ axis: TableRequest.Axis) -> ProductionError {
    ProductionError(
      "\(what) is beyond the table", because: "it runs from \(axis.low) to \(axis.high) GeV",
      try: "make a larger table")
  }
}
