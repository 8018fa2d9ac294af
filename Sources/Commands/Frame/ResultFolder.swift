// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Quantities
import Storage

/// The folder that `--out` names: files of a result appear in it whole or not at all.
struct ResultFolder: Sendable {
  private let path: String
  private let isOverwriting: Bool

  /// The folder of a command line; nil where none is named.
  init?(of arguments: Arguments) {
    guard let path = arguments[StandardOption.out] else { return nil }
    self.path = path
    isOverwriting = arguments[StandardOption.force]
  }

  /// Makes sure, before long work begins, that no file of the result exists that must be kept.
  func check(_ names: [String]) throws(UnwritableResult) {
    guard !isOverwriting else { return }
    for name in names where access("\(path)/\(name)", F_OK) == 0 {
      throw UnwritableResult(error: StorageError(.write, "\(path)/\(name)", .exists))
    }
  }

  /// Writes a file.
  ///
  /// - Parameters:
  ///   - text: All it shall hold.
  ///   - name: Its name in the folder, which is made where it is missing.
  /// - Throws: Why it cannot be written.
  func write(_ text: String, to name: String) throws(UnwritableResult) {
    do throws(StorageError) {
      try Folder.make(path)
      try AtomicFile.write(text, to: "\(path)/\(name)", overwriting: isOverwriting)
    } catch {
      throw UnwritableResult(error: error)
    }
  }
}

/// A file of a result that cannot be written.
struct UnwritableResult: TellableError {
  /// Why not.
  let error: StorageError

  func failure(in report: MistakeReport) -> Failure {
    let text = printable(error.description) + (isOverwritable ? " with --force" : "")
    return Failure(
      status: isMisuse ? .misused : .failed, text: report.headline(text),
      entries: [["message": .string(text)]])
  }

  private var isOverwritable: Bool { error.operation == .write && error.cause == .exists }

  /// A path that cannot be is the user's to mend; a full disk is not a mistake.
  private var isMisuse: Bool {
    switch error.cause {
    case .noSpace, .system: false
    default: true
    }
  }
}
