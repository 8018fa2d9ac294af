// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Execution
import Glibc
import Storage

extension CrossSectionTable {
  /// The table of a request, found in a cache or computed and kept there.
  ///
  /// Two processes that want the same table compute it once; a damaged one is computed again.
  ///
  /// - Parameters:
  ///   - request: what the table depends on.
  ///   - cache: where tables are kept.
  ///   - threads: how many threads compute it.
  ///   - cancellation: asked while it is computed.
  ///   - advance: told how many masses are done.
  /// - Returns: the table, whether it is new, and what the user may want to know.
  /// - Throws: the first point that fails, or that the work was cancelled.
  package static func kept(
    _ request: TableRequest, in cache: Cache, threads: Int = Cores.available,
    cancellation: Cancellation = Cancellation(), advance: (Int) -> Void = { _ in }
  ) throws(TableFailure) -> (table: CrossSectionTable, isNew: Bool, notes: [String]) {
    // Another process that computes it is waited for, unless the user has had enough.
    let kept = try cache.value(for: request.key, keepWaiting: { _ in !cancellation.isCancelled }) {
      () throws(TableFailure) in
      try CrossSectionTable(
        computing: request, threads: threads, cancellation: cancellation, advance: advance
      ).bytes
    }
    if let table = CrossSectionTable(of: request, bytes: kept.bytes) {
      return (table, kept.isNew, kept.notes)
    }
    // The digest of the cache holds, so that the entry was written wrongly.
    let table = try CrossSectionTable(
      computing: request, threads: threads, cancellation: cancellation, advance: advance)
    return (
      table, true,
      kept.notes + ["a kept table is no table (its numbers do not fit) it is computed again"]
    )
  }

  /// The table as bytes: all logarithms as doubles, then all coefficients as floats, little-endian.
  package var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(8 * logarithms.count + 4 * numbers.count)
    for number in logarithms {
      withUnsafeBytes(of: number.bitPattern.littleEndian) { bytes += $0 }
    }
    for number in numbers {
      withUnsafeBytes(of: number.bitPattern.littleEndian) { bytes += $0 }
    }
    return bytes
  }

  /// The table of a request from its bytes; nil where their number or a value cannot be right.
  package init?(of request: TableRequest, bytes: [UInt8]) {
    let points = request.masses.count * request.energies.count
    let coefficients = points * (Self.order - 1)
    guard bytes.count == 8 * points + 4 * coefficients,
      let grid = try? TableGrid(for: request)
    else { return nil }
    let (logarithms, numbers) = bytes.withUnsafeBytes { raw in
      (
        (0..<points).map {
          Double(
            bitPattern: UInt64(
              littleEndian: raw.loadUnaligned(fromByteOffset: 8 * $0, as: UInt64.self)))
        },
        (0..<coefficients).map {
          Float(
            bitPattern: UInt32(
              littleEndian: raw.loadUnaligned(
                fromByteOffset: 8 * points + 4 * $0, as: UInt32.self)))
        }
      )
    }
    guard logarithms.allSatisfy(\.isFinite), numbers.allSatisfy(\.isFinite) else { return nil }
    self.init(request: request, grid: grid, numbers: numbers, logarithms: logarithms)
  }
}
