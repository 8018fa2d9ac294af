// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Exchange
import Foundation
import Kinematics
import Numerics
import Testing

@Suite("HepMC3")
struct HepMC3Tests {
  private let folder = EventFolder()

  /// All events of a file.
  private func events(_ path: String) throws -> [EventRecord] {
    let reader = try HepMC3Reader(path)
    var events: [EventRecord] = []
    var event = EventRecord()
    while try reader.read(into: &event) { events.append(event) }
    return events
  }

  @Test("events come back to the bit, and times to rounding", arguments: [1, 3])
  func roundTrip(weights: Int) throws {
    let written = try SampleRun.events(500, weights: weights)
    try write(written, to: folder("a.hepmc3"), header: SampleRun.header(weights: weights))
    let read = try events(folder("a.hepmc3"))
    #expect(read.count == written.count)
    for (theirs, ours) in zip(read, written) {
      #expect(theirs.number == ours.number)
      #expect(theirs.particles == ours.particles)
      #expect(theirs.weights == ours.weights)
      for (vertex, original) in zip(theirs.vertices, ours.vertices) {
        #expect(vertex.position == original.position)
        #expect(abs(vertex.time - original.time) <= 4e-16 * original.time)
      }
      #expect(theirs.imbalance.components.magnitudeSquared < 1e-24 * 1e4)
    }
  }

  @Test("numbers at the ends of what they can be come back to the bit")
  func extremes() throws {
    var event = try SampleRun.events(1)[0]
    let values = [
      Double.leastNonzeroMagnitude, -0.0, 1e-300, 1.7976931348623157e308, 0.1, 1.0 / 3, -1e22,
    ]
    for (index, value) in values.enumerated() {
      event.particles[index].momentum.components = SIMD4(value, -value, value, value)
      event.particles[index].mass = value
    }
    event.weights[0] = -1e-5
    try write([event], to: folder("a.hepmc3"), header: SampleRun.header())
    let read = try events(folder("a.hepmc3"))
    #expect(read.first?.particles == event.particles)
    #expect(read.first?.weights == [-1e-5])
  }

  @Test("the header says who made the run, of what, and what the weights are")
  func header() throws {
    try write(
      try SampleRun.events(2, weights: 2), to: folder("a.hepmc3"),
      header: SampleRun.header(weights: 2))
    let reader = try HepMC3Reader(folder("a.hepmc3"))
    #expect(reader.tools == ["lacuna 1.2.3"])
    #expect(reader.weightNames == ["nominal", "m=1MeV"])
    let facts = Dictionary(uniqueKeysWithValues: reader.attributes.map { ($0.name, $0.text) })
    #expect(facts["process"] == "brems")
    #expect(facts["beam"] == "11 e- 0.00051099895 GeV")
    #expect(facts["beam_energy_gev"] == "100.0")
    #expect(facts["target"] == "1000741840 tungsten 171.3 GeV")
    #expect(facts["species"] == "55 X 0.017 GeV; 11 e- 0.00051099895 GeV")
    #expect(facts["seed"] == "18446744073709551615")
    #expect(facts["cross_section_pb"] == "2.5 1.25")
    #expect(facts["decay"] == "e+ e- & <nothing> \"else\"")
    var event = EventRecord()
    #expect(try reader.read(into: &event))
    #expect(reader.crossSection == Estimate(value: 2.5, error: 0.125))
  }

  @Test("a file begins and ends as the format has it, and says GeV and mm")
  func form() throws {
    try write(try SampleRun.events(1), to: folder("a.hepmc3"), header: SampleRun.header())
    let lines = folder.text("a.hepmc3").split(separator: "\n")
    #expect(lines[0].hasPrefix("HepMC::Version 3"))
    #expect(lines[1] == "HepMC::Asciiv3-START_EVENT_LISTING")
    #expect(lines.last == "HepMC::Asciiv3-END_EVENT_LISTING")
    #expect(lines.contains("E 0 2 7"))
    #expect(lines.contains("U GEV MM"))
    #expect(lines.contains("W 1"))
    #expect(lines.contains("A 0 GenCrossSection 2.5 0.125 -1 -1"))
    #expect(lines.contains { $0.hasPrefix("P 1 0 11 0 0 100 100.0000000013") })
    #expect(lines.contains("P 2 0 1000741840 0 0 0 171.3 171.3 4"))
    #expect(lines.contains("V -1 0 [1,2] @ 0.1 -0.2 0 0"))
    #expect(lines.contains { $0.hasPrefix("V -2 0 [3] @ ") })
  }

  @Test("a run without events is a complete file")
  func empty() throws {
    try write([], to: folder("a.hepmc3"), header: SampleRun.header())
    #expect(try events(folder("a.hepmc3")).isEmpty)
    let reader = try HepMC3Reader(folder("a.hepmc3"))
    #expect(reader.weightNames == ["nominal"])
  }

  @Test("a file cut anywhere is refused at its end, and gives the events before it")
  func truncated() throws {
    let written = try SampleRun.events(3)
    try write(written, to: folder("whole.hepmc3"), header: SampleRun.header())
    let whole = try #require(folder.bytes("whole.hepmc3"))
    let end = whole.count - "\nHepMC::Asciiv3-END_EVENT_LISTING\n\n".utf8.count
    // In the middle of an event, of the last number, and before the last line.
    for size in [whole.count / 2, end - 10, end - 2, end, end + 1, end + 20] {
      folder.put(whole.prefix(size), "cut.hepmc3")
      var event = EventRecord()
      var count = 0
      let error = eventFileError {
        let reader = try HepMC3Reader(folder("cut.hepmc3"))
        while try reader.read(into: &event) { count += 1 }
      }
      guard case .unreadable(let path, let place, let reason)? = error else {
        Issue.record("a file of \(size) of \(whole.count) bytes passed")
        continue
      }
      #expect(path == folder("cut.hepmc3"))
      #expect(place.hasSuffix("after \(count) events"))
      let lines = whole.prefix(size).count { $0 == UInt8(ascii: "\n") }
      #expect(place.hasPrefix("line \(lines)"), "\(place)")
      #expect(reason == "the file ends before its last line, so it was cut")
    }
  }

  @Test("files of others are refused in a sentence")
  func foreign() throws {
    let path = folder("a.hepmc3")
    folder.put(Data("<LesHouchesEvents version=\"3.0\">\n".utf8), "a.hepmc3")
    #expect(
      eventFileError { _ = try HepMC3Reader(path) }?.description
        == "cannot read '\(path)', line 1 (it does not begin with 'HepMC::Version 3') "
        + "check that it is the file you mean and that it is whole")
    folder.put(Data("HepMC::Version 2.06.09\nHepMC::IO_GenEvent-START\n".utf8), "a.hepmc3")
    #expect(
      eventFileError { _ = try HepMC3Reader(path) }
        == .unreadable(path: path, place: "line 1", reason: "it is a file of HepMC2"))
    folder.put(Data(), "a.hepmc3")
    #expect(eventFileError { _ = try HepMC3Reader(path) } != nil)
    #expect(
      eventFileError { _ = try HepMC3Reader(folder("none")) }?.description
        == "cannot read '\(folder("none"))' (there is no such file or folder) check the spelling")
    #expect(eventFileError { _ = try HepMC3Reader(folder.path) } != nil)
  }

  @Test("a damaged line is refused by its number")
  func damaged() throws {
    try write(try SampleRun.events(3), to: folder("a.hepmc3"), header: SampleRun.header())
    let lines = folder.text("a.hepmc3").components(separatedBy: "\n")
    let second = try #require(lines.firstIndex(of: "E 1 2 7"))
    for damage in ["E 1 2 3", "E x"] {
      var broken = lines
      broken[second] = damage
      folder.put(Data(broken.joined(separator: "\n").utf8), "b.hepmc3")
      var count = 0
      let error = eventFileError {
        let reader = try HepMC3Reader(folder("b.hepmc3"))
        var event = EventRecord()
        while try reader.read(into: &event) { count += 1 }
      }
      guard case .unreadable(_, let place, _)? = error else {
        Issue.record("'\(damage)' passed")
        continue
      }
      #expect(count == 1)
      #expect(place.hasSuffix("after 1 events"))
    }
  }
}

extension SIMD4<Double> {
  fileprivate var magnitudeSquared: Double { (self * self).sum() }
}
