// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Kinematics
import Quantities
import Storage

/// Writes events as a Les Houches event file, version 3.0.
///
/// The format has no places of vertices: they are lost, and the header says so. Of a particle that
/// decays VTIMUP keeps c tau = c dt m / E in mm, dt being the time between its two vertices.
/// XWGTUP is the weight times the cross section in pb (IDWTUP -4), so that the mean over the file is
/// the cross section where weights have mean 1.
///
/// - Source: Alwall:2006yp, event files; Andersen:2014efa, version 3.0
package final class LHEWriter: EventWriter {
  private static let blockSize = 1 << 20

  private var file: GrowingFile
  private let weights: [WeightColumn]
  private var text = LHEText()

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
    weights = header.weights
    text.begin(header)
  }

  package func write(_ event: EventRecord) throws(EventFileError) {
    if let flaw = event.flaw(weights: weights.count) { throw .event(count, flaw) }
    text.add(event, weights: weights)
    count += 1
    try flush(above: Self.blockSize)
  }

  package func finish() throws(EventFileError) {
    text.end()
    try flush(above: 0)
    try storing { () throws(StorageError) in try file.finish() }
  }

  private func flush(above limit: Int) throws(EventFileError) {
    guard text.bytes.count > limit else { return }
    try storing { () throws(StorageError) in
      try text.bytes.withUnsafeBufferPointer { (bytes) throws(StorageError) in
        try file.write(UnsafeRawBufferPointer(bytes))
      }
    }
    text.bytes.removeAll(keepingCapacity: true)
  }
}
