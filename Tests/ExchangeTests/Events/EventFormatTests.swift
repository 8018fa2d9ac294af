// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Exchange
import Foundation
import Kinematics
import Numerics
import Storage
import Testing

/// Writes events to a file.
func write(
  _ events: [EventRecord], to path: String, header: RunHeader, overwriting: Bool = false
) throws {
  let writer = try EventFormat.writer(to: path, header: header, overwriting: overwriting)
  for event in events { try writer.write(event) }
  #expect(writer.count == events.count)
  try writer.finish()
}

/// The error that some work throws; nil when it throws none.
func eventFileError(_ work: () throws -> Void) -> EventFileError? {
  do { try work() } catch { return error as? EventFileError }
  return nil
}

// All that opens HDF5 stands below one serialized suite: not every build of the library allows
// two threads at a time.
@Suite("Files of events", .serialized)
struct EventFiles {}

extension EventFiles {
  @Suite("their formats")
  struct EventFormatTests {
    private static let names = ["a.hepmc3", "a.hepmc", "a.lhe", "a.h5", "a.hdf5"]
    private let folder = EventFolder()

    @Test("the ending chooses the format, in upper or lower case")
    func endings() throws {
      #expect(try EventFormat(path: "out/run.hepmc3") == .hepmc3)
      #expect(try EventFormat(path: "a.b.HepMC") == .hepmc3)
      #expect(try EventFormat(path: "x.LHE") == .lhe)
      #expect(try EventFormat(path: "x.h5") == .hdf5)
      #expect(try EventFormat(path: "/x.lhe/x.hdf5") == .hdf5)
    }

    @Test(
      "an unknown ending is refused with the known ones and the nearest",
      arguments: [
        ("run.root", ""), ("run", ""), (".lhe", " (did you mean .lhe?)"), ("x.lhe/y", ""),
        ("run.hepmc2", " (did you mean .hepmc3?)"), ("run.hd5", " (did you mean .h5?)"),
      ])
    func unknownEnding(_ path: String, _ guess: String) {
      let error = eventFileError { _ = try EventFormat(path: path) }
      #expect(
        error?.description
          == "cannot write events to '\(path)' (its ending tells no format) "
          + "let it end in .hepmc3, .hepmc, .lhe, .h5 or .hdf5\(guess)")
    }

    @Test("the same events give the same bytes a second later", arguments: names)
    func sameBytes(_ name: String) throws {
      let events = try SampleRun.events(300, weights: 2)
      let header = SampleRun.header(weights: 2)
      try write(events, to: folder("first-" + name), header: header)
      // Times of files and of data sets count whole seconds.
      usleep(1_100_000)
      try write(events, to: folder("second-" + name), header: header)
      #expect(folder.bytes("first-" + name) == folder.bytes("second-" + name))
      #expect((folder.bytes("first-" + name)?.count ?? 0) > 10_000)
    }

    @Test("a file that exists is refused, and replaced when that is allowed", arguments: names)
    func existing(_ name: String) throws {
      let events = try SampleRun.events(2)
      folder.put(Data("old".utf8), name)
      let error = eventFileError {
        try write(events, to: folder(name), header: SampleRun.header())
      }
      #expect(error == .storage(StorageError(.write, folder(name), .exists)))
      #expect(folder.text(name) == "old")
      try write(events, to: folder(name), header: SampleRun.header(), overwriting: true)
      #expect((folder.bytes(name)?.count ?? 0) > 100)
      #expect(folder.names == [name])
    }

    @Test("a writer that is dropped leaves nothing behind", arguments: names)
    func dropped(_ name: String) throws {
      do {
        let writer = try EventFormat.writer(to: folder(name), header: SampleRun.header())
        for event in try SampleRun.events(3) { try writer.write(event) }
        #expect(folder.names.count == 1)
        #expect(folder.names != [name])
      }
      #expect(folder.names.isEmpty)
    }

    @Test(
      "an event that is not sound is refused by its number, and the file goes on without it",
      arguments: names)
    func flawed(_ name: String) throws {
      let events = try SampleRun.events(2)
      let writer = try EventFormat.writer(to: folder(name), header: SampleRun.header())
      try writer.write(events[0])
      var broken = events[1]
      broken.weights[0] = .nan
      let error = eventFileError { try writer.write(broken) }
      #expect(error?.description == "event 1: weight 0 is nan (must be finite)")
      try writer.write(events[1])
      #expect(writer.count == 2)
      try writer.finish()
      #expect(folder.names == [name])
    }

    @Test("a folder that is not there is refused in words", arguments: names)
    func missingFolder(_ name: String) {
      let path = folder("nowhere/" + name)
      let error = eventFileError { try write([], to: path, header: SampleRun.header()) }
      #expect(error == .storage(StorageError(.write, path, .missingFolder)))
    }
  }
}
