// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Flight
import Kinematics
import Testing

@Suite("Helicities of pairs")
struct PairHelicitiesTests {
  enum Pair: CaseIterable { case vector, axial, scalars }

  /// The squared amplitude of a polarisation vector (0, e), by traces.
  ///
  /// With k1, k2 the momenta,
  ///
  ///     Tr[(k1 + m1) e (k2 - m2) e] = 4 (2 k1.e k2.e - e^2 (k1.k2 + m1 m2))
  ///
  /// averaged over e = x, y for the transverse states; m1 m2 changes its sign for the axial
  /// current.
  static func trace(
    _ pair: Pair, _ decay: TwoBodyDecay, cosine: Double, longitudinal: Double
  ) -> Double {
    let p2 = decay.momentum * decay.momentum
    let along = p2 * cosine * cosine
    let across = p2 * (1 - cosine * cosine) / 2
    let component = longitudinal * along + (1 - longitudinal) * across
    let product = decay.firstEnergy * decay.secondEnergy + p2
    let masses = decay.firstMass * decay.secondMass
    switch pair {
    case .vector: return product + masses - 2 * component
    case .axial: return product - masses - 2 * component
    case .scalars: return component
    }
  }

  @Test("densities are the normalised traces", arguments: Pair.allCases)
  func traces(pair: Pair) throws {
    for (m1, m2) in [(0.0, 0.0), (0.1, 0.1), (0.2, 0.7), (0.49, 0.5), (0.0, 0.6)] {
      let decay = try TwoBodyDecay(of: 1, into: m1, m2)
      let helicities: PairHelicities =
        switch pair {
        case .vector: .vector(parent: 1, m1, m2)
        case .axial: .axial(parent: 1, m1, m2)
        case .scalars: .scalars
        }
      for share in [0, 0.2, 0.7, 1] {
        let angle = helicities.polarAngle(try Polarisation(longitudinal: share))
        func expected(_ c: Double) -> Double {
          Self.trace(pair, decay, cosine: c, longitudinal: share)
        }
        // Simpson's rule is exact for a parabola.
        let norm = (expected(-1) + 4 * expected(0) + expected(1)) / 3
        for cosine in [-1, -0.3, 0, 0.5, 0.99] {
          #expect(abs(angle.density(at: cosine) - expected(cosine) / norm) < 1e-13)
        }
      }
    }
  }

  @Test("equal shares of all helicities prefer no direction")
  func unpolarised() throws {
    let helicities = PairHelicities.vector(parent: 1, 0.2, 0.3)
    #expect(helicities.polarAngle(.none).isIsotropic)
    let nearly = helicities.polarAngle(try Polarisation(longitudinal: 1 / 3.0 + 1e-15))
    #expect(abs(nearly.quadratic) < 1e-14)
  }

  @Test("light fermions give 1 + c^2 and sin^2, scalars sin^2 and c^2")
  func limits() {
    let light = PairHelicities.vector(parent: 1, 0, 0)
    #expect(abs(light.polarAngle(.transverse).density(at: 1) - 0.75) < 1e-15)
    #expect(abs(light.polarAngle(.longitudinal).density(at: 1)) < 1e-15)
    #expect(abs(PairHelicities.scalars.polarAngle(.transverse).density(at: 1)) < 1e-15)
    #expect(abs(PairHelicities.scalars.polarAngle(.longitudinal).density(at: 1) - 1.5) < 1e-15)
  }
}
