// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Commands
import Foundation
import Testing

@Suite("Searches on the command line")
struct RunCommandTests {
  /// What is set wrong, and what the finding says.
  private static let mistakes: [(setting: String, says: String)] = [
    ("beam.momentum=100 mm", "GeV"),
    ("selection.missing-energy.cut=ecal.energy < 100 GeV", "no energy need be missing"),
    ("selection.missing-energy.cut=ecal.warmth < 1 GeV", "unknown observable 'ecal.warmth'"),
    ("selection.missing-energy.cut=acel.energy < 1 GeV", "no element is named 'acel'"),
    ("detector.veto.at=0.1 m", "begins inside"),
    ("backgrounds.beam-line.error=0.5", "more than 100%"),
    ("beam.particle=pi-", "showers of electrons and positrons are known"),
    ("model.production.bremsstrahlung=off", "both off"),
    ("model.decay=visible", "no search for visible decays"),
    ("selection.veto.cut=srd.energy > 1 MeV", "a cut on 'srd.energy' (it is not simulated)"),
  ]

  @Test("wrong cards are refused at their place before anything is computed", arguments: mistakes)
  func refused(_ mistake: (setting: String, says: String)) throws {
    let performance = Program.lacuna.perform(
      ["run", "na64e-invisible", "--set", mistake.setting],
      environment: ["LACUNA_DATA": Checkout.data])
    #expect(performance.status == .misused)
    #expect(performance.error.contains(mistake.says), "\(performance.error)")
  }

  @Test("an unknown search and an unknown topic are mistakes of the command line")
  func unknown() {
    for words in [
      ["run", "na64e-visibel"], ["explain", "na64e-invisble", "--mass", "1MeV"],
      ["explain", "xsec", "--mass", "1MeV"],
    ] {
      let performance = Program.lacuna.perform(
        words, environment: ["LACUNA_DATA": Checkout.data])
      #expect(performance.status == .misused, "\(words)")
    }
  }

  @Test(
    "explanations of searches take none of the options that only cross sections have",
    arguments: [
      (["--material", "iron"], "--material: not an option for a search"),
      (["--method", "ww,iww"], "--method: ww,iww is not one method of bremsstrahlung"),
      (["--method", "flux"], "--method: flux is not one method of bremsstrahlung"),
    ])
  func explained(_ words: [String], _ says: String) {
    let performance = Program.lacuna.perform(
      ["explain", "na64e-invisible", "--mass", "1MeV"] + words,
      environment: ["LACUNA_DATA": Checkout.data])
    #expect(performance.status == .misused)
    #expect(performance.error.contains(says), "\(performance.error)")
  }

  @Test("published widths and moments are reproduced to a per mille")
  func reproduced() throws {
    for topic in ["widths", "moments"] {
      let document = try Program.lacuna.document(["reproduce", topic])
      let topics = try #require(document["topics"] as? [[String: Any]])
      let rows = try #require(topics.first?["rows"] as? [[String: Any]])
      #expect(rows.count > 5)
      for row in rows {
        let ratio = try #require(row["ratio"] as? Double)
        #expect(abs(ratio - 1) < 1e-3, "\(row)")
      }
    }
  }
}
