// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// A text that findings can point into: a card's file, or the `--set` options of a command line.
///
/// The bytes are kept as they were read, valid or not, so that a finding can always show its line.
package final class Source: Sendable {
  /// Where a text came from; a number set on the command line cannot keep the source of a card.
  package enum Origin: Sendable {
    /// A file, or a text that stands for one.
    case file
    /// The options of the command line.
    case commandLine
  }

  /// Larger texts are refused unread: no card has a reason to exceed 10 MB.
  package static let mostBytes = 10_000_000

  /// The name that findings show, such as the path as the user wrote it.
  package let name: String

  /// Where the text came from.
  package let origin: Origin

  /// The text as it was read.
  package let bytes: [UInt8]

  /// The offsets at which the lines begin.
  private let lineStarts: [Int]

  /// Takes the bytes of a text.
  package init(name: String, bytes: [UInt8], origin: Origin = .file) {
    self.name = name
    self.origin = origin
    self.bytes = bytes
    lineStarts = Self.findLineStarts(bytes)
  }

  /// Takes a text.
  package convenience init(name: String, text: String, origin: Origin = .file) {
    self.init(name: name, bytes: Array(text.utf8), origin: origin)
  }

  /// The offset of the first byte after a UTF-8 byte order mark, which editors do not show.
  var textStart: Int { bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

  /// The index, from 0, of the line that holds a byte.
  func lineIndex(of offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The bytes of a line without its line break.
  func line(_ index: Int) -> Range<Int> {
    let start = index == 0 ? textStart : lineStarts[index]
    var end = index + 1 < lineStarts.count ? lineStarts[index + 1] : bytes.count
    while end > start, bytes[end - 1] == newline || bytes[end - 1] == carriageReturn { end -= 1 }
    return start..<max(start, end)
  }

  /// The place of a range of bytes.
  package func place(_ range: Range<Int>) -> Place { Place(source: self, bytes: range) }

  private static func findLineStarts(_ bytes: [UInt8]) -> [Int] {
    let count = min(bytes.count, mostBytes)
    var starts = [0]
    bytes.withUnsafeBufferPointer { bytes in
      for index in 0..<count where bytes[index] == newline || bytes[index] == carriageReturn {
        let isFirstOfTwo =
          bytes[index] == carriageReturn && index + 1 < count && bytes[index + 1] == newline
        if !isFirstOfTwo { starts.append(index + 1) }
      }
    }
    return starts
  }
}

let newline = UInt8(ascii: "\n")
let carriageReturn = UInt8(ascii: "\r")
let tab = UInt8(ascii: "\t")
let space = UInt8(ascii: " ")
