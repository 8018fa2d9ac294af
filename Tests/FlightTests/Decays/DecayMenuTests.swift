// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector
import Flight
import Kinematics
import Numerics
import Quantities
import Testing

@Suite("Menus of decays")
struct DecayMenuTests {
  static let leptons = PerLepton(
    electron: 0.510_998_95e-3, muon: 0.105_658_375_5, tau: 1.776_93)

  static let table = DecayTable(
    mass: .gev(0.3),
    channels: [
      DecayChannel("e+ e-", width: 3), DecayChannel("mu+ mu-", width: 1),
      DecayChannel("tau+ tau-", width: 0, note: "closed: too light"),
      DecayChannel("hadrons", width: 2), DecayChannel("chi1 chi2", width: 4),
    ])

  static let builder = DecayModeBuilder(
    mass: 0.3, structure: .vector, leptonMasses: leptons,
    dark: .pseudoDirac(light: 0.05, heavy: 0.1))

  @Test("channels are chosen by branching ratio, the weight is what they leave out")
  func choice() throws {
    let menu = try DecayMenu(
      of: Self.table, Self.builder, only: ["chi1 chi2", "e+ e-", "mu+ mu-"])
    #expect(menu.channels == ["e+ e-", "mu+ mu-", "chi1 chi2"])
    #expect(abs(menu.weight - 0.8) < 1e-15)
    var counts = [0, 0, 0]
    var stream = RandomStream(seed: 1, name: "menu")
    for _ in 0..<40_000 {
      let (mode, products) = menu.draw(ofParentWith: .zero, using: &stream)
      counts[mode] += 1
      #expect(products.first.mass == [Self.leptons.electron, Self.leptons.muon, 0.05][mode])
    }
    #expect(try GoodnessOfFit.chiSquare(counts: counts, probabilities: [3, 1, 4]) > 1e-4)
  }

  @Test("a forced channel carries its branching ratio")
  func forced() throws {
    let menu = try DecayMenu(of: Self.table, Self.builder, only: ["mu+ mu-"])
    #expect(abs(menu.weight - 0.1) < 1e-15)
    #expect(menu.modes[0].daughters == ["mu+", "mu-"])
    #expect(menu.modes[0].angles == "isotropic: unpolarised")
  }

  @Test(
    "what cannot be chosen is refused",
    arguments: [
      (
        "e+e-",
        "unknown decay channel 'e+e-' (there are 'e+ e-', 'mu+ mu-', 'tau+ tau-', 'hadrons', "
          + "'chi1 chi2') did you mean 'e+ e-'?"
      ),
      (
        "tau+ tau-",
        "closed decay channel 'tau+ tau-' (closed: too light) "
          + "choose a larger mass or another channel"
      ),
      (
        "hadrons",
        "no final state for the channel 'hadrons' (only its width is known, a share of 0.2 of "
          + "all decays) choose among the other channels"
      ),
    ])
  func refused(name: String, text: String) {
    let error = #expect(throws: FlightError.self) {
      try DecayMenu(of: Self.table, Self.builder, only: [name])
    }
    #expect(error?.description == text)
  }

  @Test("a stable particle has no menu, and hadrons are not left out in silence")
  func whole() {
    let stable = DecayTable(mass: .gev(0.3), channels: [DecayChannel("e+ e-", width: 0)])
    #expect(throws: FlightError.self) { try DecayMenu(of: stable, Self.builder) }
    #expect(throws: FlightError.self) { try DecayMenu(of: Self.table, Self.builder) }
  }
}
