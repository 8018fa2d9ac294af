// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Detectors
import Matter
import Numerics
import Testing

@Suite("Ionisation by heavy particles")
struct IonisationLossTests {
  private static let muon = 0.105_658_375_5

  private func material(_ name: String) throws -> Material {
    try Shipped.materials.get().material(named: name)
  }

  @Test(
    "the least mean loss is that of the Review of Particle Physics within 0.5%",
    arguments: [
      ("lead", 1.122), ("iron", 1.451), ("copper", 1.403), ("polystyrene", 1.936),
      ("silicon", 1.664), ("tungsten", 1.145),
    ])
  func minimum(name: String, published: Double) throws {
    let material = try material(name)
    let loss = try #require(IonisationLoss(material))
    let least =
      stride(from: 2.5, through: 5, by: 0.05).map {
        loss.mean(betaGamma: $0, mass: Self.muon)
      }.min() ?? .nan
    let mev = least * 1e3 * 10 / material.density.value.gramsPerCm3
    #expect(abs(mev / published - 1) < 0.005, "\(mev) MeV cm2/g")
  }

  @Test("a muon of 10 GeV most often leaves 0.526 MeV in 1.7 mm of silicon, within 1%")
  func mostProbable() throws {
    let loss = try #require(IonisationLoss(material("silicon")))
    let value = loss.mostProbable(betaGamma: 10 / Self.muon, thickness: 1.7) * 1e3
    #expect(abs(value / 0.526 - 1) < 0.01, "\(value) MeV")
  }

  @Test("draws have the mean loss, the peak and the width of Landau's distribution")
  func straggling() throws {
    let slab = try Slab(material("polystyrene"), thickness: 50)
    let loss = try #require(StragglingLoss(in: slab, momentum: 100, mass: Self.muon))
    var random = RandomStream(seed: 1, name: "straggling")
    let draws = (0..<200_000).map { _ in loss.draw(from: &random) }
    let mean = draws.reduce(0, +) / Double(draws.count)
    // The rms is dominated by the tail, about sqrt(xi Tmax).
    #expect(abs(mean / loss.mean - 1) < 0.03, "\(mean) \(loss.mean)")
    let width = 0.1 * loss.scale
    var bins = [Int: Int]()
    for draw in draws { bins[Int((draw / width).rounded(.down)), default: 0] += 1 }
    let sorted = draws.sorted()
    // Quantiles of Landau's distribution: 10% at -1.092, 50% at 1.356, by integration of the density.
    for (share, lambda) in [(0.1, -1.092), (0.5, 1.356)] {
      let expected = loss.mostProbable + loss.scale * (lambda + 0.2228)
      let found = sorted[Int(share * Double(sorted.count))]
      #expect(abs(found - expected) < 0.03 * loss.scale, "\(share)")
    }
  }

  @Test("in the vacuum nothing is lost")
  func vacuum() throws {
    #expect(try IonisationLoss(material("vacuum")) == nil)
  }
}
