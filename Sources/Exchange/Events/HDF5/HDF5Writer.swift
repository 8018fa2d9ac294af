// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import CHDF5
import Kinematics
import Storage

/// Writes events as columns of HDF5: chunked, shuffled and lightly compressed.
///
/// Tables `events`, `particles` and `vertices`; an event says where its rows begin and how many there
/// are. The same events give the same bytes.
package final class HDF5Writer: EventWriter {
  private var file: GrowingFile
  private let weightCount: Int
  private var content: Content?

  /// What is open in the library while events are taken.
  private struct Content {
    var table: HDF5Table
    let file: HDF5Handle

    /// Makes an empty file with a header.
    init(_ path: String, header: RunHeader) throws(HDF5Problem) {
      lacuna_h5_be_quiet()
      file = try HDF5Handle(lacuna_h5_file(path, true), H5Fclose)
      try header.write(to: file)
      table = try HDF5Table(in: file, weights: header.weights)
    }

    /// Brings everything to the file.
    mutating func finish(events count: Int) throws(HDF5Problem) {
      try table.flush()
      try HDF5Attribute.write(Int64(count), as: "event_count", to: file)
      try checked(H5Fflush(file.id, H5F_SCOPE_GLOBAL))
    }
  }

  /// How many events have been taken.
  package private(set) var count = 0

  /// Begins a file.
  ///
  /// - Parameters:
  ///   - path: its name.
  ///   - header: what all events have in common, without a flaw.
  ///   - overwriting: whether a file of that name may be replaced.
  /// - Throws: what keeps the file from being made.
  init(_ path: String, header: RunHeader, overwriting: Bool) throws(EventFileError) {
    file = try storing { () throws(StorageError) in
      try GrowingFile(path, overwriting: overwriting)
    }
    weightCount = header.weights.count
    let passing = file.passingPath
    do throws(HDF5Problem) {
      content = try Content(passing, header: header)
    } catch {
      throw .library(path: path, reason: error.reason)
    }
  }

  package func write(_ event: EventRecord) throws(EventFileError) {
    if let flaw = event.flaw(weights: weightCount) { throw .event(count, flaw) }
    do throws(HDF5Problem) { try content?.table.append(event) } catch {
      throw .library(path: file.path, reason: error.reason)
    }
    count += 1
  }

  package func finish() throws(EventFileError) {
    do throws(HDF5Problem) {
      try content?.finish(events: count)
    } catch {
      throw .library(path: file.path, reason: error.reason)
    }
    content = nil
    try storing { () throws(StorageError) in try file.finish() }
  }
}

extension RunHeader {
  /// Writes the header as attributes of the file.
  fileprivate func write(to file: HDF5Handle) throws(HDF5Problem) {
    try HDF5Attribute.write("lacuna events", as: "format", to: file)
    try HDF5Attribute.write(HDF5Reader.version, as: "format_version", to: file)
    try HDF5Attribute.write(tool, as: "tool", to: file)
    try HDF5Attribute.write(version, as: "tool_version", to: file)
    for attribute in attributes {
      try HDF5Attribute.write(attribute.text, as: attribute.name, to: file)
    }
  }
}
