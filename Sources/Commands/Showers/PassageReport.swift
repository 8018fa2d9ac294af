// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Detectors
import Execution
import Numerics
import Quantities
import Storage

/// What muons or hadrons leave in a calorimeter, by a parametrisation.
struct PassageReport: Sendable {
  /// What was asked.
  let request: DetectorShowerRequest
  /// How it is drawn.
  let passage: Passage
  /// How many were drawn.
  private(set) var events = 0
  private var energy = Sum()
  private var leak = Sum()
  private var passed = 0

  /// Running mean and variance.
  private struct Sum: Sendable {
    private(set) var mean = 0.0
    private var squares = 0.0
    private var count = 0.0

    mutating func add(_ value: Double) {
      count += 1
      let distance = value - mean
      mean += distance / count
      squares += distance * (value - mean)
    }

    var rms: Double { count > 1 ? (squares / (count - 1)).squareRoot() : .nan }
  }

  /// Draws all that are asked for, or as many as there is time for.
  init(_ request: DetectorShowerRequest, _ passage: Passage, progress: Progress) {
    self.request = request
    self.passage = passage
    var progress = progress
    Interruption.heeded { cancellation in
      while events < request.events, !cancellation.isCancelled {
        draw()
        if events % 4096 == 0 { progress.update(done: events) }
      }
    }
    progress.finish()
  }

  private mutating func draw() {
    var random = RandomStream(seed: UInt64(request.seed), name: "passage", event: events)
    switch passage {
    case .muon(let muon):
      energy.add(muon.draw(from: &random))
    case .hadron(let cascade):
      var energies = [0.0]
      let leaked = cascade.draw(energy: request.energy.gev, into: &energies, from: &random)
      energy.add(energies[0])
      leak.add(leaked)
      if leaked == request.energy.gev { passed += 1 }
    }
    events += 1
  }

  /// What is told, in the order of text: key, name, value, unit.
  private var entries: [(key: String, name: String, value: Double, unit: String)] {
    let measured = [
      ("energy_mean_gev", "energy", energy.mean, "GeV"),
      ("energy_rms_gev", "rms", energy.rms, "GeV"),
    ]
    switch passage {
    case .muon(let muon):
      return measured + [
        (
          "most_probable_ionisation_gev", "most probable ionisation of the active layers",
          muon.ionisation.mostProbable, "GeV"
        ),
        (
          "mean_radiations", "showers of more than 0.1% of its energy, on average",
          muon.radiations, ""
        ),
      ]
    case .hadron(let cascade):
      return measured + [
        ("leaked_mean_gev", "leaked behind, on average", leak.mean, "GeV"),
        ("passed_share", "share that met no nucleus", Double(passed) / Double(events), ""),
        ("passing_probability", "exp(-depth)", cascade.punchThrough, ""),
      ]
    }
  }

  /// What holds for all of it.
  private var remark: String {
    switch passage {
    case .muon:
      "parametrised, not simulated: Landau's fluctuations and a radiative tail good to 25%; noise "
        + "and gains of cells are left out"
    case .hadron:
      "parametrised, not simulated: good for a shape, not for a rate; ionisation of the hadron is "
        + "left out"
    }
  }

  /// The report for people.
  func text(on channel: Channel) -> String {
    let title =
      "\(request.beam.rawValue) of \(request.energy) (kinetic) into \(request.name): "
      + "\(events) drawn, parametrised"
    let width = entries.map(\.name.count).max() ?? 0
    let lines = entries.map { entry in
      let value = entry.value.isFinite ? entry.value.formatted(significant: 4) : "none"
      return entry.name + String(repeating: " ", count: width + 2 - entry.name.count) + value
        + (entry.unit.isEmpty ? "" : " " + entry.unit)
    }
    let note = Paragraph(remark, width: channel.columns ?? 100).hanging(by: 2)
    return [channel.styled(printable(title), .strong), lines.joined(separator: "\n"), note]
      .joined(separator: "\n\n")
  }

  /// The report for programs.
  var json: JSONValue {
    var members: [String: JSONValue] = [
      "detector": .string(request.name), "particle": .string(request.beam.rawValue),
      "energy_gev": .number(request.energy.gev), "events": .integer(events),
      "events_wanted": .integer(request.events), "seed": .integer(request.seed),
      "method": "parametrised", "notes": .array([.string(remark)]),
    ]
    for entry in entries { members.set(entry.key, entry.value, note: "too few were drawn") }
    return .object(members)
  }
}
