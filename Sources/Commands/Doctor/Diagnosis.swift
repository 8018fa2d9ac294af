// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Exchange
import Figures
import Numerics
import Storage

/// What an installation has and what it lacks.
struct Diagnosis: Sendable {
  /// Something that is not as it should be, and the way out.
  struct Complaint: Hashable, Sendable {
    /// What is not as it should be.
    let problem: String
    /// How to mend it.
    let remedy: String
    /// Whether the program cannot do its work without it.
    let isGrave: Bool
  }

  /// The cache of the user.
  struct CacheState: Hashable, Sendable {
    /// Where it is.
    let folder: String
    /// How many values it keeps.
    let entryCount: Int
    /// Their size.
    let byteCount: Int
    /// Whether more can be kept.
    let isWritable: Bool
  }

  /// The version of the program.
  let version: String
  /// What tells its builds apart.
  let build: String
  /// The machine.
  let machine: Machine
  /// The libraries with the versions that are loaded now.
  let libraries: [(name: String, version: String)]
  /// The data folder, or all that was tried.
  let data: Result<DataFolder, DataFolderError>
  /// How many files the data folder has, by kind.
  let dataCounts: [(kind: DataFolder.Kind, count: Int)]
  /// The cache; nil where there is no place for one.
  let cache: CacheState?
  /// Where results go.
  let output: Channel

  /// Looks around.
  ///
  /// - Parameters:
  ///   - surroundings: The scene of the command.
  ///   - named: The value of `--data`.
  init(of surroundings: Surroundings, data named: String?) {
    version = ProgramVersion.current
    build = ProgramVersion.build
    machine = .current()
    libraries = [
      ("GSL", Numerics.LibraryVersion.gsl), ("libyaml", Cards.LibraryVersion.libyaml),
      ("HepMC3", Exchange.LibraryVersion.hepmc3), ("HDF5", Exchange.LibraryVersion.hdf5),
      ("Cairo", Figures.LibraryVersion.cairo), ("Pango", Figures.LibraryVersion.pango),
    ]
    output = surroundings.console.output
    let data = Result { () throws(DataFolderError) in try surroundings.dataFolder(named: named) }
    self.data = data
    dataCounts = DataFolder.Kind.allCases.map { kind in
      (kind, (try? data.get().names(of: kind))?.count ?? 0)
    }
    cache = Self.cache(in: surroundings)
  }

  /// What is not as it should be.
  var complaints: [Complaint] {
    var complaints: [Complaint] = []
    if case .failure = data {
      complaints.append(
        Complaint(
          problem: "there is no data folder",
          remedy: "name it with --data or LACUNA_DATA, or install with 'make install'",
          isGrave: true))
    }
    if !machine.usesVectorInstructions {
      complaints.append(
        Complaint(
          problem: "the vector instructions of the processor lie idle",
          remedy: "build on this machine with 'make build'", isGrave: false))
    }
    if let cache, !cache.isWritable {
      complaints.append(
        Complaint(
          problem: "nothing can be kept in the cache, so tables are computed anew in every run",
          remedy: "name a folder of your own in LACUNA_CACHE", isGrave: false))
    }
    if cache == nil {
      complaints.append(
        Complaint(
          problem: "there is no place for a cache, so tables are computed anew in every run",
          remedy: "set LACUNA_CACHE or HOME", isGrave: false))
    }
    return complaints
  }

  private static func cache(in surroundings: Surroundings) -> CacheState? {
    guard let folder = Cache.folder(environment: surroundings.variable) else { return nil }
    let entries = (try? Cache(folder: folder).entries()) ?? []
    return CacheState(
      folder: folder, entryCount: entries.count,
      byteCount: entries.reduce(0) { $0 + $1.byteCount }, isWritable: isWritable(folder))
  }
}
