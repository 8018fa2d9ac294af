// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector
import Foundation
import Numerics
import Testing

@Suite("Three photons")
struct ThreePhotonDecayTests {
  static let electron = Laboratory.leptons.electron

  @Test("the coefficient is that of the four-photon Lagrangian of Euler and Heisenberg")
  func eulerHeisenberg() throws {
    let mass = 0.5e-3
    let width = try EulerHeisenberg(electronMass: Self.electron).width(mass: mass)
    let formula = ThreePhotonDecay.leadingWidth(mass: mass, electronMass: Self.electron)
    #expect(relative(formula, width) < 1e-10)
  }

  @Test("the width grows as the ninth power of the mass")
  func power() {
    let one = ThreePhotonDecay.leadingWidth(mass: 1e-4, electronMass: Self.electron)
    let two = ThreePhotonDecay.leadingWidth(mass: 2e-4, electronMass: Self.electron)
    #expect(relative(two / one, 512) < 1e-13)
  }

  @Test("three photons are the only channel below 2 m_e and none above")
  func threshold() throws {
    let world = try Laboratory.world()
    let below = DarkPhoton(mass: .mev(1.0), epsilon: 1e-3).decays(in: world)
    #expect(below.branchingRatio(of: "3 gamma") == 1)
    #expect(
      below["3 gamma"]?.note
        == "leading term of the expansion in mass / m_e; the true width is larger")
    let above = DarkPhoton(mass: .mev(1.03), epsilon: 1e-3).decays(in: world)
    #expect(above["3 gamma"]?.width == 0)
    #expect(above.branchingRatio(of: "e+ e-") == 1)
  }
}

/// The decay A' -> 3 gamma from L = c1 (F F)^2 + c2 (F Ftilde)^2 with one F of the A'.
///
/// c1 = alpha^2 / (90 m^4), c2 = 7 alpha^2 / (360 m^4), and F -> F + epsilon F'. Amplitudes are made of
/// field tensors of plane waves, squared for every helicity, and integrated over the Dalitz plot.
private struct EulerHeisenberg {
  let electronMass: Double

  typealias Vector = [Double]
  /// The electric and magnetic field of a plane wave.
  typealias Field = (electric: Vector, magnetic: Vector)

  func width(mass: Double) throws -> Double {
    let rule = try GaussLegendreRule(points: 6)
    // dGamma = |M|^2 dE1 dE2 / (64 pi^3 M), averaged over three A' spins, over 3! equal photons.
    let integral = rule.integrate(from: 0, to: mass / 2) { first in
      rule.integrate(from: mass / 2 - first, to: mass / 2) { second in
        squared(mass, first, second)
      }
    }
    return integral / (64 * .pi * .pi * .pi * mass) / 3 / 6
  }

  private func squared(_ mass: Double, _ first: Double, _ second: Double) -> Double {
    let third = mass - first - second
    let cosine = (third * third - first * first - second * second) / (2 * first * second)
    let sine = max(1 - cosine * cosine, 0).squareRoot()
    let momenta: [Vector] = [
      [first, 0, 0], [second * cosine, second * sine, 0],
      [-first - second * cosine, -second * sine, 0],
    ]
    let photons = zip(momenta, [first, second, third]).map(polarisations)
    var sum = 0.0
    for axis in 0..<3 {
      // At rest only the electric field of the A' remains, M times its polarisation.
      var electric = [0.0, 0, 0]
      electric[axis] = mass
      let dark: Field = (electric, [0, 0, 0])
      for one in photons[0] {
        for two in photons[1] {
          for three in photons[2] {
            let amplitude = vertex([dark, one, two, three])
            sum += amplitude * amplitude
          }
        }
      }
    }
    return sum
  }

  /// E = omega e, B = k x e for linear polarisations; the common phase drops out.
  private func polarisations(_ momentum: Vector, _ energy: Double) -> [Field] {
    let direction = momentum.map { $0 / energy }
    let inPlane: Vector = [-direction[1], direction[0], 0]
    let outOfPlane: Vector = [0, 0, 1]
    return [inPlane, outOfPlane].map { e in
      (e.map { energy * $0 }, cross(momentum, e))
    }
  }

  /// The sum over the ways to give four fields to (F F)(F F) and (F Ftilde)(F Ftilde).
  ///
  /// F F = -2 (E^2 - B^2), F Ftilde = -4 E.B; each of the three pairings occurs 8 times.
  private func vertex(_ fields: [Field]) -> Double {
    let alpha = 1 / 137.035_999_177
    let scale = alpha * alpha / (electronMass * electronMass * electronMass * electronMass)
    var sum = 0.0
    for (a, b, c, d) in [(0, 1, 2, 3), (0, 2, 1, 3), (0, 3, 1, 2)] {
      let even = 4 * even(fields[a], fields[b]) * even(fields[c], fields[d])
      let odd = 16 * odd(fields[a], fields[b]) * odd(fields[c], fields[d])
      sum += 8 * (scale / 90 * even + 7 * scale / 360 * odd)
    }
    return sum
  }

  private func even(_ a: Field, _ b: Field) -> Double {
    dot(a.electric, b.electric) - dot(a.magnetic, b.magnetic)
  }

  private func odd(_ a: Field, _ b: Field) -> Double {
    (dot(a.electric, b.magnetic) + dot(a.magnetic, b.electric)) / 2
  }

  private func dot(_ a: Vector, _ b: Vector) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }

  private func cross(_ a: Vector, _ b: Vector) -> Vector {
    [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]
  }
}
