// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Kinematics
import Storage

/// The formats in which events leave the program, known by the endings of file names.
package enum EventFormat: String, CaseIterable, Sendable {
  /// HepMC3 in its text form Asciiv3.
  case hepmc3 = "HepMC3"
  /// Les Houches event file, version 3.0.
  case lhe = "LHE"
  /// Columns in HDF5.
  case hdf5 = "HDF5"

  /// The endings of file names that stand for the format, the usual one first.
  package var endings: [String] {
    switch self {
    case .hepmc3: [".hepmc3", ".hepmc"]
    case .lhe: [".lhe"]
    case .hdf5: [".h5", ".hdf5"]
    }
  }

  /// All endings that are known.
  package static var allEndings: [String] { allCases.flatMap(\.endings) }

  /// Finds the format of a file by the ending of its name, in upper or lower case.
  ///
  /// - Parameter path: the name of the file, with or without folders.
  /// - Throws: ``EventFileError/unknownEnding(_:)`` where no format has it.
  package init(path: String) throws(EventFileError) {
    let name = (path.split(separator: "/").last ?? "").lowercased()
    let format = Self.allCases.first { format in
      format.endings.contains { name.hasSuffix($0) && name.utf8.count > $0.utf8.count }
    }
    guard let format else { throw .unknownEnding(path) }
    self = format
  }

  /// Tells early whether a file of events may be written, before work is spent on them.
  ///
  /// - Parameters:
  ///   - path: its name.
  ///   - overwriting: whether a file of that name may be replaced.
  /// - Throws: an unknown ending, a file that exists, a folder that is not there.
  package static func check(_ path: String, overwriting: Bool) throws(EventFileError) {
    _ = try EventFormat(path: path)
    try storing { () throws(StorageError) in
      try AtomicFile.check(path, overwriting: overwriting)
    }
  }

  /// Begins a file of events.
  ///
  /// - Parameters:
  ///   - path: its name, whose ending chooses the format.
  ///   - header: what all events have in common.
  ///   - overwriting: whether a file of that name may be replaced.
  /// - Returns: what takes the events.
  /// - Throws: an unknown ending, a header that no format can hold, a file that exists.
  package static func writer(
    to path: String, header: RunHeader, overwriting: Bool = false
  ) throws(EventFileError) -> any EventWriter {
    let format = try EventFormat(path: path)
    if let flaw = header.flaw { throw .header(flaw) }
    switch format {
    case .hepmc3: return try HepMC3Writer(path, header: header, overwriting: overwriting)
    case .lhe: return try LHEWriter(path, header: header, overwriting: overwriting)
    case .hdf5: return try HDF5Writer(path, header: header, overwriting: overwriting)
    }
  }
}
