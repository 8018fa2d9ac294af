// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Exchange
import Foundation
import Kinematics
import Testing

@Suite("LHE")
struct LHETests {
  private let folder = EventFolder()

  /// The lines of a file of events.
  private func lines(events: Int, weights: Int = 1) throws -> [Substring] {
    try write(
      try SampleRun.events(events, weights: weights), to: folder("a.lhe"),
      header: SampleRun.header(weights: weights))
    return folder.text("a.lhe").split(separator: "\n")
  }

  @Test("the file is XML, with one element an event")
  func wellFormed() throws {
    _ = try lines(events: 20, weights: 3)
    let data = try #require(folder.bytes("a.lhe"))
    let text = String(decoding: data, as: UTF8.self)
    for name in ["LesHouchesEvents", "header", "init", "event", "rwgt", "wgt", "weight"] {
      let opened = text.ranges(of: "<\(name)>").count + text.ranges(of: "<\(name) ").count
      #expect(opened == text.ranges(of: "</\(name)>").count)
      #expect(opened > 0)
    }
    #expect(text.ranges(of: "<event>").count == 20)
    #expect(text.ranges(of: "<wgt id=\"m=2MeV\">").count == 20)
    #expect(text.contains("decay: e+ e- &amp; &lt;nothing&gt; &quot;else&quot;\n"))
  }

  @Test("the header says what is lost, and what beams and cross section are")
  func header() throws {
    let lines = try lines(events: 0)
    #expect(lines.first == "<LesHouchesEvents version=\"3.0\">")
    #expect(lines.last == "</LesHouchesEvents>")
    #expect(
      lines.contains(
        "positions: not kept by this format; VTIMUP of a particle that decays is c tau in mm"))
    let start = try #require(lines.firstIndex(of: "<init>"))
    #expect(lines[start + 1] == "11 1000741840 100.0 171.3 0 0 0 0 -4 1")
    #expect(lines[start + 2] == "2.5 0.125 2.5 1")
    #expect(lines[start + 3] == "<generator name=\"lacuna\" version=\"1.2.3\">brems</generator>")
  }

  @Test("particles keep their momenta to the bit, their mothers, status and proper lifetime")
  func particles() throws {
    let event = try SampleRun.events(1)[0]
    let lines = try lines(events: 1)
    let start = try #require(lines.firstIndex(of: "<event>"))
    #expect(lines[start + 1] == "7 1 2.5 -1 -1 -1")
    let rows = lines[start + 2..<start + 9].map {
      $0.split(separator: " ").compactMap { Double($0) }
    }
    #expect(rows.map { $0[1] } == [-1, -1, 2, 1, 1, 1, 1])
    #expect(rows.map { $0[2] } == [0, 0, 1, 1, 1, 3, 3])
    #expect(rows.map { $0[3] } == [0, 0, 2, 2, 2, 3, 3])
    for (row, particle) in zip(rows, event.particles) {
      let p = particle.momentum.components
      #expect(row.count == 13)
      #expect(row[0] == Double(particle.id))
      #expect(row[6...10].elementsEqual([p[1], p[2], p[3], p[0], particle.mass]))
      #expect(row[12] == 9)
    }
    // c tau = path m / p, by another way than through the time.
    let x = event.particles[2]
    let path = (event.vertices[1].position - event.vertices[0].position).length
    let length = path * x.mass / x.momentum.momentum.length
    #expect(abs(rows[2][11] / length - 1) < 1e-12)
    for index in [0, 1, 3, 4, 5, 6] { #expect(rows[index][11] == 0) }
  }

  @Test("weights are those of the event times their cross sections")
  func weights() throws {
    let event = try SampleRun.events(1, weights: 2)[0]
    let lines = try lines(events: 1, weights: 2)
    #expect(lines.contains("<wgt id=\"nominal\">2.5</wgt>"))
    #expect(lines.contains("<wgt id=\"m=1MeV\">\(event.weights[1] * 1.25)</wgt>"))
  }
}
