// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// The folder with the data files that ship with the program, and how it was found.
package struct DataFolder: Hashable, Sendable {
  /// The folders in it, one for each kind of file.
  package enum Kind: String, CaseIterable, Sendable {
    /// Cards of searches.
    case searches
    /// Cards of models.
    case models
    /// Cards of materials.
    case materials
    /// Cards of detectors.
    case detectors
    /// Published bounds.
    case bounds
    /// Tables of physics.
    case tables
    /// Published and independent numbers to compare with.
    case validation
  }

  /// What led to the folder, in the order in which they are tried.
  package enum Rule: String, Hashable, Sendable {
    /// The user named it on the command line.
    case option = "--data"
    /// The user named it in the environment.
    case environment = "LACUNA_DATA"
    /// It lies where `make install` puts it, `../share/lacuna` beside the executable.
    case installed = "beside the executable"
    /// It is `Data` in the checkout whose `.build` holds the executable.
    case checkout = "the checkout"
  }

  /// Where it is.
  package let path: String
  /// What led to it.
  package let rule: Rule

  /// Takes a folder as it is, without looking at it.
  package init(path: String, rule: Rule) {
    self.path = path
    self.rule = rule
  }

  /// Finds the folder.
  ///
  /// A folder that the user names is used or refused; the program does not look further then.
  ///
  /// - Parameters:
  ///   - named: the value of `--data`.
  ///   - environment: gives the value of a variable.
  ///   - executable: the path of the running program.
  /// - Returns: the folder and what led to it.
  /// - Throws: when there is none, with all that was tried.
  package static func find(
    named: String? = nil, environment: (String) -> String? = Environment.value,
    executable: String? = resolved("/proc/self/exe")
  ) throws(DataFolderError) -> DataFolder {
    if let named { return try folder(named, by: .option) }
    if let path = environment("LACUNA_DATA") { return try folder(path, by: .environment) }
    var tried: [DataFolderError.Attempt] = []
    for (rule, path) in candidates(beside: executable) {
      do throws(DataFolderError) {
        return try folder(path, by: rule)
      } catch {
        tried += error.tried
      }
    }
    throw DataFolderError(tried: tried)
  }

  /// The path of a file; it need not exist.
  ///
  /// - Parameters:
  ///   - name: its name, or a path below the folder of its kind.
  ///   - kind: what kind of file it is.
  /// - Returns: the path.
  /// - Throws: when the name would lead out of the folder.
  package func file(_ name: String, of kind: Kind) throws(StorageError) -> String {
    try checkPath(name, for: .read)
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." }) else {
      throw StorageError(.read, name, .outsideFolder)
    }
    return join(join(path, kind.rawValue), name)
  }

  /// The names of the files of a kind, sorted; none when the folder has none of that kind.
  package func names(of kind: Kind) throws(StorageError) -> [String] {
    let folder = join(path, kind.rawValue)
    guard stat(following: folder) != nil else { return [] }
    return try Folder.names(in: folder).filter {
      !$0.hasPrefix(".") && stat(following: join(folder, $0))?.isRegularFile == true
    }
  }

  private static func candidates(beside executable: String?) -> [(Rule, String)] {
    guard let executable else { return [] }
    let bin = parent(of: executable)
    var candidates = [(Rule.installed, join(parent(of: bin), "share/lacuna"))]
    var folder = bin
    while folder != parent(of: folder) {
      if folder.hasSuffix("/.build") {
        candidates.append((.checkout, join(parent(of: folder), "Data")))
      }
      folder = parent(of: folder)
    }
    return candidates
  }

  private static func folder(_ path: String, by rule: Rule) throws(DataFolderError) -> DataFolder {
    func refuse(_ reason: String) -> DataFolderError {
      DataFolderError(tried: [.init(rule: rule, path: path, reason: reason)])
    }
    guard !path.isEmpty, !path.utf8.contains(0), let present = stat(following: path) else {
      throw refuse("there is no such folder")
    }
    guard present.isFolder else { throw refuse("it is not a folder") }
    let isData = Kind.allCases.contains {
      stat(following: join(path, $0.rawValue))?.isFolder == true
    }
    guard isData else {
      let kinds = Kind.allCases.map(\.rawValue).joined(separator: ", ")
      throw refuse("it holds none of \(kinds)")
    }
    return DataFolder(path: path, rule: rule)
  }
}
