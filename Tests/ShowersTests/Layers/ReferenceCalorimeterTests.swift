// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Execution
import Quantities
import Showers
import Testing

@Suite("showers of 100 GeV in a sampling calorimeter against Geant4's")
struct ReferenceCalorimeterTests {
  private static let tally = Result {
    try Stacks.simulation(Stacks.pairs(), energy: 100)
      .run(events: 40 * Effort.factor, seed: 21, runner: BlockRunner(threads: 2)).tally
  }

  @Test("the energy in the scintillator within 6%, that in lead within 1%")
  func energies() throws {
    let tally = try Self.tally.get()
    let table = try Shipped.table(
      "energy_calorimeter.csv", columns: ["quantity", "mean_gev", "rms_gev"])
    for row in table.rows {
      let mean = try row.number("mean_gev")
      let error = try row.number("rms_gev") / 17
      switch row.text("quantity") {
      case "active":
        #expect((tally[.active].mean / mean - 1).magnitude < 0.06)
        // Fluctuations within 10% and the error of a standard deviation.
        let ratio = tally[.active].rms / (try row.number("rms_gev"))
        #expect((ratio - 1).magnitude < 0.1 + 3 / (2 * Double(tally.events)).squareRoot())
      case "absorber": #expect((tally[.absorber].mean / mean - 1).magnitude < 0.01)
      case "back":
        let moment = tally[.back]
        #expect(
          (moment.mean - mean).magnitude
            < 0.1 * mean + 4 * (moment.error * moment.error + error * error).squareRoot())
      default: break
      }
    }
  }

  // docs/SHOWER-LAYERS.md says why the light is a little narrower and less than the reference's.
  @Test("the share of light within each radius within 0.02")
  func radii() throws {
    let profile = try Self.tally.get().radialProfile
    for row in try Shipped.table("radius_calorimeter.csv", columns: ["radius_cm", "share"]).rows {
      let radius = try row.number("radius_cm")
      let share = profile.fraction(within: 10 * radius)
      #expect((share - (try row.number("share"))).magnitude < 0.02, "\(radius) cm: \(share)")
    }
  }
}
