// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Commands
import Foundation
import Testing

@Suite("The doctor")
struct DoctorCommandTests {
  private let program = Program(
    name: "lacuna", abstract: "", version: "0", commands: [DoctorCommand()])

  @Test("a sound installation is healthy and says what it consists of")
  func sound() {
    let cache = NSTemporaryDirectory() + "lacuna-cache-that-is-not-there-yet/deep/down"
    let performance = program.perform(
      ["doctor"], environment: ["LACUNA_DATA": Inventory.fixtureData, "LACUNA_CACHE": cache])
    #expect(performance.status == .done)
    let lines = performance.output.split(separator: "\n")
    #expect(lines.contains("data       \(Inventory.fixtureData) (found by: LACUNA_DATA)"))
    #expect(lines.contains("           files: searches 2, materials 4"))
    #expect(lines.contains("cache      \(cache): 0 entries, 0 B, writable"))
    #expect(lines.contains("terminal   none: output goes to a file or a program"))
    #expect(lines.last == "all that is needed is here")
    #expect(performance.output.contains(/\nGSL        \d+\.\d+/))
    #expect(performance.output.contains(/\nlibyaml    \d+\.\d+\.\d+\n/))
    #expect(performance.output.contains(/\nHepMC3     \d+\.\d+\.\d+\n/))
    #expect(performance.output.contains(/\nHDF5       \d+\.\d+\.\d+\n/))
    #expect(performance.output.contains(/\nCairo      \d+\.\d+\.\d+\n/))
    #expect(performance.output.contains(/\nPango      \d+\.\d+\.\d+\n/))
  }

  @Test("a missing data folder is lacking, with all that was tried and the way out")
  func noData() {
    let performance = program.perform(["doctor", "--data", "/nowhere"])
    #expect(performance.status == .failed)
    #expect(performance.output.contains("--data: /nowhere, there is no such folder"))
    #expect(
      performance.output.contains(
        """
        lacking: there is no data folder; name it with --data or LACUNA_DATA, or install with \
        'make install'
        """))
  }

  @Test("a cache that cannot be kept is a remark, not a failure")
  func noCache() {
    let environment = ["LACUNA_DATA": Inventory.fixtureData]
    let none = program.perform(["doctor"], environment: environment)
    #expect(none.status == .done)
    #expect(none.output.contains("remark: there is no place for a cache"))
    let closed = program.perform(
      ["doctor"], environment: environment.merging(["LACUNA_CACHE": "/dev/null/none"]) { $1 })
    #expect(closed.status == .done)
    #expect(closed.output.contains("cache      /dev/null/none: 0 entries, 0 B, not writable"))
  }

  @Test("programs get the same as one document")
  func json() throws {
    let performance = program.perform(
      ["doctor", "--json"], columns: 120, isColourful: true,
      environment: ["LACUNA_DATA": Inventory.fixtureData])
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(performance.output.utf8)) as? [String: Any])
    let data = try #require(document["data"] as? [String: Any])
    #expect(data["path"] as? String == Inventory.fixtureData)
    #expect((data["files"] as? [String: Int])?["materials"] == 4)
    let terminal = try #require(document["terminal"] as? [String: Any])
    #expect(terminal["columns"] as? Int == 120)
    #expect(terminal["colours"] as? Bool == true)
    let libraries = try #require(document["libraries"] as? [String: String])
    #expect(libraries.keys.sorted() == ["cairo", "gsl", "hdf5", "hepmc3", "libyaml", "pango"])
    let processor = try #require(document["processor"] as? [String: Any])
    #expect(try #require(processor["cores"] as? Int) >= 1)
  }
}
