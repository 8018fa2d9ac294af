// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Exchange
import Foundation
import Kinematics
import Testing

extension EventFiles {
  @Suite("HDF5")
  struct HDF5Tests {
    private let folder = EventFolder()

    private func events(_ path: String) throws -> [EventRecord] {
      let reader = try HDF5Reader(path)
      var events: [EventRecord] = []
      var event = EventRecord()
      while try reader.read(into: &event) { events.append(event) }
      #expect(events.count == reader.count)
      return events
    }

    // 3000 events fill a chunk of particles and blocks of the reader.
    @Test("events come back to the bit", arguments: [(1, 1), (3000, 1), (1025, 4), (40, 500)])
    func roundTrip(count: Int, weights: Int) throws {
      let written = try SampleRun.events(count, weights: weights)
      try write(written, to: folder("a.h5"), header: SampleRun.header(weights: weights))
      #expect(try events(folder("a.h5")) == written)
    }

    @Test("events of different shapes keep apart")
    func shapes() throws {
      var written = try SampleRun.events(4)
      written[1].particles.removeLast(2)
      written[1].vertices.removeLast()
      written[1].particles[2].endVertex = -1
      written[2].removeAll()
      written[2].weights = [0]
      try write(written, to: folder("a.h5"), header: SampleRun.header())
      #expect(try events(folder("a.h5")) == written)
    }

    @Test("the header says who made the run and of what")
    func header() throws {
      try write([], to: folder("a.h5"), header: SampleRun.header())
      let reader = try HDF5Reader(folder("a.h5"))
      #expect(reader.count == 0)
      #expect(reader.attribute("tool") == "lacuna")
      #expect(reader.attribute("tool_version") == "1.2.3")
      #expect(reader.attribute("species") == "55 X 0.017 GeV; 11 e- 0.00051099895 GeV")
      #expect(reader.attribute("seed") == "18446744073709551615")
      #expect(reader.attribute("decay") == "e+ e- & <nothing> \"else\"")
      #expect(reader.attribute("nothing") == nil)
    }

    @Test("an empty run reads as one")
    func empty() throws {
      try write([], to: folder("a.h5"), header: SampleRun.header())
      #expect(try events(folder("a.h5")).isEmpty)
    }

    @Test("foreign and truncated files are refused in a sentence")
    func foreign() throws {
      let path = folder("a.h5")
      folder.put(Data("no HDF5 at all".utf8), "a.h5")
      guard
        case .unreadable(path, "its header", let reason)? = eventFileError({
          _ = try HDF5Reader(path)
        })
      else {
        Issue.record("a text passed")
        return
      }
      #expect(!reason.isEmpty)
      try write(
        try SampleRun.events(100), to: path, header: SampleRun.header(), overwriting: true)
      let whole = try #require(folder.bytes("a.h5"))
      folder.put(whole.prefix(whole.count / 2), "a.h5")
      #expect(eventFileError { _ = try HDF5Reader(path) } != nil)
      #expect(
        eventFileError { _ = try HDF5Reader(folder("none")) }?.description
          == "cannot read '\(folder("none"))' (there is no such file or folder) check the spelling")
    }
  }
}
