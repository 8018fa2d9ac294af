// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Kinematics
import Numerics
import Production
import Testing

/// The cross section of a beam in bins of t and at even steps of phi, integrated over v and U by
/// Gauss and Legendre from the density that names all four variables.
struct RecoilGrid {
  /// The upper ends of the bins of t in GeV^2; the last has none.
  let ends: [Double]
  /// The probability of each bin.
  let transfers: [Double]
  /// The means of cos(phi), cos(2 phi) and cos(3 phi).
  let harmonics: [Double]
  /// The whole cross section in pb.
  let total: Double

  init(_ sampled: SampledBeam, ends: [Double]) throws {
    let process = try sampled.process()
    let beam = try process.kinematics(at: sampled.energy)
    let range = try #require(beam.residuals)
    let map = process.residualMap(beam, range, sampled.lepton)
    let outer = try GaussLegendreRule(points: 24)
    let inner = try GaussLegendreRule(points: 12)
    let turns = 24
    var bins = [Double](repeating: 0, count: ends.count + 1)
    var moments = [0.0, 0.0, 0.0]
    for (x, weight) in zip(outer.nodes, outer.weights) {
      let (above, _, stretch) = map(0.5 * (1 + x))
      let emission = EmissionKinematics(beam, residual: range.lowerBound + above)
      let virtualities = VirtualityMap(
        least: emission.leastVirtuality, largestExcess: emission.largestExcess)
      // dx dcos(theta) = dv / E dU / (2 p k).
      let measure = sampled.energy * 2 * beam.momentum * emission.bosonMomentum
      for (y, other) in zip(outer.nodes, outer.weights) {
        let (excess, slope) = virtualities(0.5 * (1 + y))
        let recoil = RecoilKinematics(emission, excess: excess)
        let least = recoil.leastTransfer
        let edges = [least] + ends.filter { $0 > least && $0 < recoil.largestTransfer }
        for (lower, upper) in zip(edges, edges.dropFirst() + [recoil.largestTransfer]) {
          let bin = ends.firstIndex { $0 > lower } ?? ends.count
          let scale = least + process.atom.elastic.screening
          let length = log1p((upper - lower) / (lower - least + scale))
          for (z, last) in zip(inner.nodes, inner.weights) {
            let place = 0.5 * (1 + z) * length
            let risen = (lower - least) + (lower - least + scale) * expm1(place)
            let step = 0.5 * last * length * (risen + scale)
            let factor = 0.25 * weight * other * stretch * slope / measure * step
            for turn in 0..<turns {
              let phi = 2 * Double.pi * Double(turn) / Double(turns)
              let density =
                factor * process.density(recoil, risen: risen, azimuth: phi) * 2 * .pi
                / Double(turns)
              bins[bin] += density
              for order in 0..<3 { moments[order] += density * cos(Double(order + 1) * phi) }
            }
          }
        }
      }
    }
    let sum = bins.reduce(0, +)
    self.ends = ends
    total = sum
    transfers = bins.map { $0 / sum }
    harmonics = moments.map { $0 / sum }
  }

  /// The bin of an event by the momentum of the nucleus.
  func bin(of event: FinalState) -> Int {
    guard let nucleus = event.recoil else { return 0 }
    let transfer = 2 * nucleus.mass * nucleus.kineticEnergy
    return ends.firstIndex { $0 > transfer } ?? ends.count
  }

  /// phi of an event, between the parts of q and k across V.
  static func azimuth(of event: FinalState) -> Double {
    guard let nucleus = event.recoil, let lepton = event.companion else { return 0 }
    let q = -nucleus.momentum
    let axis = lepton.momentum - q
    let unit = (1 / axis.length) * axis
    let k = event.boson.momentum
    let side = k - k.dot(unit) * unit
    return atan2(q.dot(unit.cross(side)) / side.length, q.dot(side) / side.length)
  }
}
