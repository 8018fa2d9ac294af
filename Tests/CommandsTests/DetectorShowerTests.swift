// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Commands
import Foundation
import Testing

@Suite("Showers in detectors on the command line")
struct DetectorShowerTests {
  private func words(_ more: String...) -> [String] {
    ["shower", "--detector", "na64-ecal", "--energy", "5GeV", "--events", "10"] + more
  }

  private func number(_ value: Any?, _ key: String) -> Double {
    ((value as? [String: Any])?[key] as? Double) ?? .nan
  }

  @Test("the books balance, sections add up, and the scale brings back the beam energy")
  func balance() throws {
    let document = try Program.lacuna.document(words())
    #expect(document["detector"] as? String == "na64-ecal")
    #expect(document["events"] as? Int == 10)
    let visible = number(document["visible"], "mean_gev")
    let sections = try #require(document["sections"] as? [[String: Any]])
    #expect(sections.map { $0["name"] as? String } == ["na64-ecal.preshower", "na64-ecal"])
    let sum = sections.reduce(0) { $0 + number($1["visible"], "mean_gev") }
    #expect(abs(sum / visible - 1) < 1e-12)
    let scale = try #require(document["scale"] as? Double)
    #expect(abs(scale * visible - 5) < 1e-9)
    let leakage = try #require(document["leakage"] as? [String: Any])
    let leaked = ["front", "back", "side"].reduce(0) { $0 + number(leakage[$1], "mean_gev") }
    let kept = number(document["active"], "mean_gev") + number(document["absorber"], "mean_gev")
    #expect(abs(kept + leaked - 5) < 0.02)
    let observables = try #require(document["observables"] as? [String: Any])
    #expect(
      observables.keys.sorted() == [
        "central_gev", "chi2", "depth_mm", "energy_gev", "length_mm", "preshower_gev", "r",
        "width_mm", "x_mm", "y_mm",
      ])
    // The share of the preshower is that of its visible energy; 5.9% of smearing is common.
    let ratio =
      number(observables["preshower_gev"], "mean") / number(observables["energy_gev"], "mean")
    #expect(abs(ratio - number(sections[0]["visible"], "mean_gev") / visible) < 0.03)
    let shares = try #require(document["cell_shares"] as? [[Double]])
    #expect(shares.count == 6 && shares.allSatisfy { $0.count == 6 })
    #expect(abs(shares.joined().reduce(0, +) - 1) < 1e-9)
    // The beam meets the middle of the third cell from below and from the left.
    #expect(shares[3][2] > 0.7)
  }

  @Test("showers without light count in no mean of a shape, and are told")
  func shapeless() throws {
    let document = try Program.lacuna.document([
      "shower", "--detector", "na64-ecal", "--energy", "5MeV", "--events", "60",
    ])
    let observables = try #require(document["observables"] as? [String: Any])
    func events(_ key: String) -> Int {
      (observables[key] as? [String: Any])?["events"] as? Int ?? -1
    }
    #expect(events("energy_gev") == 60)
    #expect(events("r") > 2 && events("r") < 60)
    #expect(events("chi2") == events("r"))
    let chi2 = number(observables["chi2"], "mean")
    #expect(chi2 > 0 && chi2 < 3, "\(chi2)")
    let notes = try #require(document["notes"] as? [String])
    #expect(notes.contains("means leave out showers without light, which have no shape"))
  }

  @Test("the first thousand showers calibrate, and those that follow change nothing")
  func calibration() throws {
    func document(_ events: String) throws -> [String: Any] {
      try Program.lacuna.document([
        "shower", "--detector", "na64-ecal", "--energy", "5MeV", "--events", events,
      ])
    }
    let long = try document("1200")
    let observables = try #require(long["observables"] as? [String: Any])
    #expect((observables["energy_gev"] as? [String: Any])?["events"] as? Int == 1200)
    let energy = number(observables["energy_gev"], "mean")
    let visible = number(long["visible"], "mean_gev")
    let scale = 0.005 / number(try document("1000")["visible"], "mean_gev")
    // Apart from the smearing that the card declares.
    #expect(abs(energy / (scale * visible) - 1) < 0.15)
    let notes = try #require(long["notes"] as? [String])
    #expect(notes[0] == "observables use the scale and the template of the first 1000 showers")
  }

  @Test("terms of the resolution add in quadrature")
  func resolution() throws {
    let document = try Program.lacuna.document(
      words(
        "--set", "element.readout.cell-noise=10 MeV", "--set",
        "element.readout.photoelectrons=1000 /GeV"))
    let resolution = try #require(document["resolution"] as? [String: Any])
    let terms = try #require(resolution["terms"] as? [[String: Any]])
    let values = Dictionary(
      uniqueKeysWithValues: terms.map { ($0["name"] as? String ?? "", number($0, "relative")) })
    #expect(abs((values["photostatistics"] ?? 0) - 1 / 5000.0.squareRoot()) < 1e-12)
    #expect(abs((values["noise of cells"] ?? 0) - 0.01 * 72.0.squareRoot() / 5) < 1e-12)
    #expect(abs((values["declared besides"] ?? 0) - 0.059 / 5.0.squareRoot()) < 1e-12)
    let squares = values.values.reduce(0) { $0 + $1 * $1 }
    #expect(abs(number(resolution, "quadrature") - squares.squareRoot()) < 1e-12)
  }

  @Test("the same bytes for any number of threads, other showers for another seed")
  func threads() {
    func run(_ more: String...) -> String {
      Program.lacuna.performWithData(words("--quiet") + more).output
    }
    #expect(run("--threads", "1") == run("--threads", "2"))
    #expect(run() != run("--seed", "2"))
  }

  @Test("options of blocks, other kinds of cards and unknown names are refused")
  func refusals() {
    let depth = Program.lacuna.performWithData(words("--depth", "10X0"))
    #expect(depth.status == .misused)
    #expect(
      depth.error.contains(
        "--depth beside --detector (a detector has its layers, and particles are followed as far"
          + " as they need) leave it out, or change the card with --set"))
    let unknown = Program.lacuna.performWithData([
      "shower", "--detector", "na64-ecla", "--energy", "5GeV",
    ])
    #expect(unknown.error.contains("did you mean 'na64-ecal'?"))
    #expect(unknown.status == .misused)
  }

  @Test(
    "a beam beside all cells is refused", arguments: ["offset=[1 m, 0 mm]", "cell-size=1e-300 mm"])
  func missing(key: String) {
    let performance = Program.lacuna.performWithData(words("--set", "element." + key))
    #expect(performance.status == .misused)
    #expect(
      performance.error.contains(
        "the beam misses 'na64-ecal' (it passes beside all cells) choose an element.offset of less"
          + " than half the cells"))
  }

  @Test("muons and pions are drawn, and said to be parametrised")
  func parametrised() throws {
    func document(_ particle: String) throws -> [String: Any] {
      try Program.lacuna.document([
        "shower", "--detector", "na64-hcal", "--energy", "100GeV", "--events", "5000",
        "--particle", particle,
      ])
    }
    let muon = try document("mu-")
    #expect(muon["method"] as? String == "parametrised")
    // 0.2 GeV of ionisation in the active layers, times a scale of about 40, and the radiative tail.
    let left = try #require(muon["energy_mean_gev"] as? Double)
    #expect(left > 7 && left < 13, "\(left)")
    let pion = try document("pi-")
    let measured = try #require(pion["energy_mean_gev"] as? Double)
    #expect(abs(measured - 100) < 1)
    let block = Program.lacuna.performWithData(["shower", "--energy", "1GeV", "--particle", "mu-"])
    #expect(block.status == .misused)
    #expect(block.error.contains("add --detector"))
    let soft = Program.lacuna.performWithData([
      "shower", "--detector", "na64-hcal", "--energy", "2GeV", "--particle", "mu-",
    ])
    #expect(soft.error.contains("lose more than half of it by ionisation"))
  }

  @Test("files of a result are written together")
  func files() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "lacuna-detector-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let performance = Program.lacuna.performWithData(words("--quiet", "--out", folder.path()))
    #expect(performance.status == .done, "\(performance.error)")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path()).sorted() == [
        "cells.csv", "longitudinal.csv", "run.json", "shower.json",
      ])
  }
}
