// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Numerics

/// One rung of the ladder of product rules: how many points in x, U and t.
///
/// Relative error of the total, against the last rung, on lead and hydrogen, electrons and muons,
/// all four structures: on the left over masses of 1 MeV to 1 GeV and energies of 1 to 200 GeV
/// (1096 points), on the right over 1 keV to 10 GeV and 10 MeV to 1 TeV (1024 points). Time of one
/// total at 1 MeV and 100 GeV, one core, AMD EPYC, AVX2.
///
/// | x, U, t (t cut) | median | worst | median | worst | ms |
/// |---|---|---|---|---|---|
/// | 16, 12, 20 (16 + 16) | 2e-5 | 6.5e-4 | 4e-5 | 1e-2 | 0.10 |
/// | 20, 16, 32 (24 + 24) | 3e-6 | 6e-5 | 9e-6 | 1.1e-3 | 0.23 |
/// | 28, 20, 48 (40 + 40) | 2e-7 | 5e-5 | 8e-7 | 5e-5 | 0.6 |
/// | 40, 24, 72 (56 + 56) | 5e-8 | 7e-6 | 1e-7 | 2e-5 | 1.5 |
/// | 64, 32, 112 (96 + 96) | 1e-8 | 2e-6 | 3e-8 | 7e-6 | 4 |
/// | 96, 40, 160 (136 + 136) | | | | | 14 |
///
/// What was tried: the azimuth by formula instead of 16 to 48 points; 1 / t_2 with x / U instead of
/// 1 / U, without which keV masses off muons miss 8% with 24 points; the cut of t at its peak,
/// which makes one part in 10^5 reachable below the lepton's mass; steps in x that vanish at the
/// ends, without which 96 points reach what 16 do.
struct QuadratureRung: Sendable {
  /// Nodes on (0, 1) and weights in x.
  let fraction: [SIMD2<Double>]
  /// Nodes on (0, 1) and weights in U.
  let virtuality: [SIMD2<Double>]
  /// Nodes on (0, 1) in t, four at a time, each group followed by its weights.
  let transfer: [SIMD4<Double>]
  /// The same for each half of a range of t that is cut at a peak.
  let half: [SIMD4<Double>]

  /// The ladder, from the lightest rung up.
  ///
  /// Each rung costs two to three times the one below.
  static let ladder: [QuadratureRung] = [
    (16, 12, 20, 16), (20, 16, 32, 24), (28, 20, 48, 40), (40, 24, 72, 56),
    (64, 32, 112, 96), (96, 40, 160, 136),
  ].compactMap { try? QuadratureRung($0, $1, $2, $3) }

  private init(_ fraction: Int, _ virtuality: Int, _ transfer: Int, _ half: Int) throws {
    self.fraction = try Self.rule(fraction)
    self.virtuality = try Self.rule(virtuality)
    self.transfer = try Self.lanes(transfer)
    self.half = try Self.lanes(half)
  }

  private static func lanes(_ points: Int) throws -> [SIMD4<Double>] {
    let pairs = try rule(points)
    var lanes = [SIMD4<Double>]()
    for start in stride(from: 0, to: pairs.count, by: 4) {
      var nodes = SIMD4<Double>()
      var weights = SIMD4<Double>()
      for lane in 0..<4 {
        nodes[lane] = pairs[start + lane].x
        weights[lane] = pairs[start + lane].y
      }
      lanes += [nodes, weights]
    }
    return lanes
  }

  private static func rule(_ points: Int) throws -> [SIMD2<Double>] {
    let rule = try GaussLegendreRule(points: points)
    return zip(rule.nodes, rule.weights).map { SIMD2(0.5 * (1 + $0), 0.5 * $1) }
  }
}
