// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Quantities

/// What went wrong with a file or folder: what was tried, where, and why it failed.
///
/// Its description is a sentence for the user, `PROBLEM (WHY) SUGGESTION`.
package struct StorageError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was tried, as the verb of the message.
  package enum Operation: String, Sendable {
    /// Reading a file.
    case read
    /// Writing a file.
    case write
    /// Making a folder.
    case createFolder = "make the folder"
    /// Listing a folder.
    case list = "list the folder"
    /// Removing a file.
    case remove
    /// Locking a file.
    case lock
  }

  /// Why it failed.
  package enum Cause: Hashable, Sendable {
    /// There is no such file.
    case missing
    /// The folder it should be in is not there.
    case missingFolder
    /// There is such a file already.
    case exists
    /// It is a folder, where a file belongs.
    case isFolder
    /// A part of the path is a file, where a folder belongs.
    case notAFolder
    /// It is a device, a pipe or a socket, where a file belongs.
    case notAFile
    /// The user may not.
    case permission
    /// The file system is mounted read-only.
    case readOnly
    /// The device is full, or the user's share of it.
    case noSpace
    /// The name is longer than the file system allows.
    case nameTooLong
    /// The file has more bytes than it may have here.
    case tooLarge(limit: Int)
    /// The path holds a character that no path can, or is empty.
    case invalidPath
    /// The path leads out of the folder it belongs to.
    case outsideFolder
    /// Anything else that the system reports, by its number.
    case system(Int32)
  }

  /// What was tried.
  package let operation: Operation
  /// The file or folder it was tried on.
  package let path: String
  /// Why it failed.
  package let cause: Cause

  /// Makes an error from its three parts.
  package init(_ operation: Operation, _ path: String, _ cause: Cause) {
    self.operation = operation
    self.path = path
    self.cause = cause
  }

  /// Makes an error from what the last system call of this thread has left.
  init(_ operation: Operation, _ path: String, errno code: Int32) {
    self.init(operation, path, Cause(errno: code, in: operation))
  }

  /// The sentence for the user.
  package var description: String {
    "cannot \(operation.rawValue) \(quoted(path, atMost: nil)) (\(cause.reason)) \(suggestion)"
  }
}

extension StorageError {
  /// What the user may do about it.
  private var suggestion: String {
    switch cause {
    case .missing: "check the spelling"
    case .missingFolder: "make the folder first"
    case .exists where operation == .createFolder: "choose another name"
    case .exists: "choose another name, or allow it to be overwritten"
    case .isFolder, .notAFile: "name a file"
    case .notAFolder: "name a folder"
    case .permission where operation == .read || operation == .list: "ask its owner for access"
    case .permission, .readOnly: "choose a place that you may write to"
    case .noSpace: "free some space or choose another place"
    case .nameTooLong: "choose a shorter name"
    case .tooLarge: "check that it is the file you mean"
    case .invalidPath: "check the path"
    case .outsideFolder: "give a name without '..' and without a leading '/'"
    case .system: "check the device"
    }
  }
}

extension StorageError.Cause {
  /// Reads the code of a system call.
  init(errno code: Int32, in operation: StorageError.Operation) {
    self =
      switch code {
      case ENOENT:
        switch operation {
        case .write, .createFolder, .lock: .missingFolder
        case .read, .list, .remove: .missing
        }
      case EEXIST: .exists
      case EISDIR: .isFolder
      case ENOTDIR: .notAFolder
      case ENXIO, ENODEV: .notAFile
      case EACCES, EPERM: .permission
      case EROFS: .readOnly
      case ENOSPC, EDQUOT: .noSpace
      case ENAMETOOLONG: .nameTooLong
      default: .system(code)
      }
  }

  /// The cause in words.
  package var reason: String {
    switch self {
    case .missing: "there is no such file or folder"
    case .missingFolder: "its folder does not exist"
    case .exists: "it exists already"
    case .isFolder: "it is a folder"
    case .notAFolder: "a part of the path is not a folder"
    case .notAFile: "it is not a regular file"
    case .permission: "permission denied"
    case .readOnly: "the file system is read-only"
    case .noSpace: "no space is left on the device"
    case .nameTooLong: "the name is too long"
    case .tooLarge(let limit): "it is larger than \(limit) bytes"
    case .invalidPath: "a path is not empty and holds no NUL character"
    case .outsideFolder: "the path leads out of its folder"
    case .system(let code): String(cString: strerror(code))
    }
  }
}
