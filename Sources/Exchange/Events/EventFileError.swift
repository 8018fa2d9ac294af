// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Kinematics
import Quantities
import Storage

/// Why a file of events cannot be written or read.
package enum EventFileError: Error, Hashable, CustomStringConvertible {
  /// The name of the file ends like none that is known.
  case unknownEnding(String)
  /// The file system refuses.
  case storage(StorageError)
  /// A header that cannot be written: a sentence in the shape PROBLEM (WHY).
  case header(HeaderFlaw)
  /// An event that cannot be written, by its place in the file, counted from 0.
  case event(Int, EventFlaw)
  /// What a library says of a file that is being written.
  case library(path: String, reason: String)
  /// A file that is not what its reader reads: where, and why not.
  case unreadable(path: String, place: String, reason: String)

  /// The sentence in the shape PROBLEM (WHY) SUGGESTION.
  package var description: String {
    switch self {
    case .unknownEnding(let path):
      "cannot write events to \(quoted(path, atMost: nil)) (its ending tells no format) "
        + "let it end in \(Self.endings)\(Self.guess(path))"
    case .storage(let error): error.description
    case .header(let flaw): flaw.description
    case .event(let number, let flaw): "event \(number): \(flaw)"
    case .library(let path, let reason):
      "cannot write \(quoted(path, atMost: nil)) (\(printable(reason))) "
        + "check the device and choose another place"
    case .unreadable(let path, let place, let reason):
      "cannot read \(quoted(path, atMost: nil)), \(place) (\(printable(reason))) "
        + "check that it is the file you mean and that it is whole"
    }
  }

  /// The known endings as a list in words.
  private static var endings: String {
    let all = EventFormat.allEndings
    return all.dropLast().joined(separator: ", ") + " or " + (all.last ?? "")
  }

  /// A question after the ending that was most likely meant.
  private static func guess(_ path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."),
      let nearest = nearestName(to: String(name[dot...]), among: EventFormat.allEndings)
    else { return "" }
    return " (did you mean \(nearest)?)"
  }
}

/// Runs what may fail in the file system.
func storing<Result: ~Copyable>(
  _ work: () throws(StorageError) -> Result
) throws(EventFileError) -> Result {
  do throws(StorageError) { return try work() } catch { throw .storage(error) }
}
