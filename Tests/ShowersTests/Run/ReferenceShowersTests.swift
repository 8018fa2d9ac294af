// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Quantities
import Showers
import Testing

@Suite("showers of 100 GeV in lead against Geant4's")
struct ReferenceShowersTests {
  /// One run for all comparisons with the cut of 1 MeV; 25 times as long in `make validate`.
  private static let hard = Result {
    try Shipped.simulation().run(events: 160 * Effort.factor, seed: 11).tally
  }

  /// One run above 900 MeV with all photons above 1 MeV made one by one.
  private static let high = Result {
    let setup = try ShowerSetup(
      material: Shipped.material("lead"), depth: .mm(40 * Shipped.radiationLength),
      width: .mm(1000), beam: .electron, energy: .gev(100),
      thresholds: ProductionThresholds(photon: 1e-3, electron: 1e-3),
      cutoffs: TrackingCutoffs(all: 0.9), slab: nil)
    return try ShowerSimulation(setup, from: Shipped.folder())
      .run(events: 8000 * Effort.factor, seed: 12).tally
  }

  /// What a mean may differ by: a share of the value and four standard deviations.
  private func allowed(_ share: Double, of value: Double, errors: Double...) -> Double {
    share * value + 4 * errors.reduce(0) { $0 + $1 * $1 }.squareRoot()
  }

  private func species(_ name: String) throws -> ShowerSpecies {
    try #require(["electron": .electron, "positron": .positron, "photon": .photon][name])
  }

  @Test("every slab within 1% of the maximum's height")
  func profile() throws {
    let tally = try Self.hard.get()
    let table = try Shipped.table("slabs_lead.csv", columns: ["slab", "mean_gev", "rms_gev"])
    for row in table.rows {
      let slab = try row.integer("slab")
      let mean = try row.number("mean_gev")
      let error = try row.number("rms_gev") / 2000.0.squareRoot()
      let difference = (tally.slabs.mean(slab) - mean).magnitude
      #expect(
        difference < 0.01 * 9.31 + allowed(0, of: mean, errors: error, tally.slabs.error(slab)),
        "slab \(slab)")
    }
  }

  @Test("the maximum lies at 8.85 radiation lengths within 0.1 and its error")
  func maximum() throws {
    let tally = try Self.hard.get()
    let means = (0..<tally.slabs.count).map { tally.slabs.mean($0) }
    let top = try #require(means.indices.max { means[$0] < means[$1] })
    let (a, b, c) = (means[top - 1], means[top], means[top + 1])
    let depth = Double(top) + 0.5 + 0.5 * (a - c) / (a - 2 * b + c)
    // The depth of a shower fluctuates by 1.3 radiation lengths.
    #expect((depth - 8.86).magnitude < 0.05 + 4 * 1.3 / Double(tally.events).squareRoot())
  }

  @Test("fluctuations of each of the first 25 slabs within 5% and their errors")
  func fluctuations() throws {
    let tally = try Self.hard.get()
    let table = try Shipped.table("slabs_lead.csv", columns: ["slab", "mean_gev", "rms_gev"])
    for row in table.rows.prefix(25) {
      let slab = try row.integer("slab")
      let ratio = tally.slabs.rms(slab) / (try row.number("rms_gev"))
      // Tails make the error of a standard deviation twice that of a Gaussian.
      let error = 2 * (0.5 / Double(tally.events) + 0.5 / 2000).squareRoot()
      #expect((ratio - 1).magnitude < 0.05 + 3 * error, "slab \(slab): \(ratio)")
    }
  }

  @Test("the share within 1, 2 and 3 cm within 0.01")
  func radius() throws {
    let profile = try Self.hard.get().radialProfile
    let table = try Shipped.table("radius_lead.csv", columns: ["radius_cm", "hard", "default"])
    for row in table.rows where try row.number("radius_cm") >= 1 {
      let radius = try row.number("radius_cm")
      let share = profile.fraction(within: 10 * radius)
      #expect((share - (try row.number("hard"))).magnitude < 0.01, "\(radius) cm: \(share)")
    }
  }

  @Test("with default cuts, too")
  func defaultRadius() throws {
    let profile = try Shipped.simulation(cut: .mev(0.1)).run(events: 25, seed: 13).tally
      .radialProfile
    let table = try Shipped.table("radius_lead.csv", columns: ["radius_cm", "hard", "default"])
    for row in table.rows where try row.number("radius_cm") >= 1 {
      let radius = try row.number("radius_cm")
      let share = profile.fraction(within: 10 * radius)
      #expect((share - (try row.number("default"))).magnitude < 0.01, "\(radius) cm: \(share)")
    }
  }

  @Test("track lengths above 10 and 100 MeV, 1, 10 and 50 GeV within 1% and their errors")
  func paths() throws {
    let table = try Shipped.table(
      "paths_lead.csv", columns: ["species", "above_gev", "mean", "error"])
    for row in table.rows {
      let above = try row.number("above_gev")
      let tally = try above < 1 ? Self.hard.get() : Self.high.get()
      let spectrum = try tally.trackLength(of: species(row.text("species")))
      let length = spectrum.fold(above: above) { _ in 1 }
      let mean = try row.number("mean")
      #expect(
        (length.value - mean).magnitude
          < allowed(0.01, of: mean, errors: length.error, try row.number("error")),
        "\(row.text("species")) above \(above) GeV: \(length.value / mean)")
    }
  }

  @Test("every bin of dL/dE above 10 MeV within 1.5% and its error")
  func tracks() throws {
    let table = try Shipped.table(
      "tracks_lead.csv", columns: ["species", "bin", "density", "relative_error"])
    for row in table.rows {
      let index = try row.integer("bin")
      let tally = try index < 16 ? Self.hard.get() : Self.high.get()
      let bins = try tally.trackLength(of: species(row.text("species"))).coarseBins
      // The run above 900 MeV has the same bins from there on.
      let bin = bins[bins.count - 32 + index < 0 ? 0 : bins.count - 32 + index]
      let density = try row.number("density")
      let error = density * (try row.number("relative_error"))
      #expect(
        (bin.density - density).magnitude
          < allowed(0.015, of: density, errors: error, bin.densityError),
        "\(row.text("species")) \(bin.low) GeV: \(bin.density / density)")
    }
  }

  @Test("counting soft photons as loss keeps track lengths above 1 GeV within 0.6%")
  func highEnergyMode() throws {
    let setup = try ShowerSetup(
      material: Shipped.material("lead"), depth: .mm(40 * Shipped.radiationLength),
      beam: .electron, energy: .gev(100), onlyAbove: .gev(0.9))
    let tally = try ShowerSimulation(setup, from: Shipped.folder())
      .run(events: 8000 * Effort.factor, seed: 14).tally
    for species in ShowerSpecies.allCases {
      let ours = tally.trackLength(of: species).fold(above: 1) { _ in 1 }
      let full = try Self.high.get().trackLength(of: species).fold(above: 1) { _ in 1 }
      #expect(
        (ours.value - full.value).magnitude
          < allowed(0.006, of: full.value, errors: ours.error, full.error), "\(species)")
    }
  }
}
