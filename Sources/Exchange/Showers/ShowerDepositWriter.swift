// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import CHDF5
import Storage

/// Writes what each shower left as columns of HDF5; docs/SHOWERS.md describes them for readers.
///
/// The same showers give the same bytes. A file that is given up before it is finished vanishes.
package final class ShowerDepositWriter {
  /// A fact of the run for the header.
  package struct Remark: Hashable, Sendable {
    let name: String
    let value: Value

    enum Value: Hashable, Sendable {
      case text(String)
      case number(Double)
      case integer(Int)
    }

    /// A text.
    package static func text(_ name: String, _ text: String) -> Remark {
      Remark(name: name, value: .text(text))
    }

    /// A number, whose name ends in its unit.
    package static func number(_ name: String, _ number: Double) -> Remark {
      Remark(name: name, value: .number(number))
    }

    /// A whole number.
    package static func integer(_ name: String, _ number: Int) -> Remark {
      Remark(name: name, value: .integer(number))
    }
  }

  /// The version of the layout.
  static let version: Int64 = 1

  private var file: GrowingFile
  private var content: Content?

  /// How many showers have been taken.
  package private(set) var count = 0

  /// Begins a file.
  ///
  /// - Parameters:
  ///   - path: its name.
  ///   - remarks: what all showers have in common.
  ///   - slabs: the edges of the slabs in radiation lengths, one more than there are slabs.
  ///   - overwriting: whether a file of that name may be replaced.
  /// - Throws: what keeps the file from being made.
  package init(
    _ path: String, remarks: [Remark], slabs: [Double], overwriting: Bool
  ) throws(EventFileError) {
    file = try storing { () throws(StorageError) in
      try GrowingFile(path, overwriting: overwriting)
    }
    let passing = file.passingPath
    do throws(HDF5Problem) {
      content = try Content(passing, remarks: remarks, edges: slabs)
    } catch {
      throw .library(path: path, reason: error.reason)
    }
  }

  /// Adds a shower, with energies in GeV.
  ///
  /// - Parameters:
  ///   - slabs: the deposit in each slab.
  ///   - deposit: the whole deposit.
  ///   - leakage: what left through front, back and sides.
  /// - Throws: what the library refuses.
  package func write(
    slabs: [Double], deposit: Double, leakage: (front: Double, back: Double, side: Double)
  ) throws(EventFileError) {
    do throws(HDF5Problem) {
      try content?.append(number: count, slabs, deposit, leakage)
    } catch {
      throw .library(path: file.path, reason: error.reason)
    }
    count += 1
  }

  /// Completes the file and gives it its name.
  /// - Throws: what kept it from being completed.
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

extension ShowerDepositWriter {
  /// What is open in the library while showers are taken.
  private struct Content {
    private var number: HDF5Column<Int64>
    private var deposit: HDF5Column<Double>
    private var front: HDF5Column<Double>
    private var back: HDF5Column<Double>
    private var side: HDF5Column<Double>
    private var slabs: HDF5Column<Double>
    private let file: HDF5Handle

    /// Makes empty columns and a header.
    init(_ path: String, remarks: [Remark], edges: [Double]) throws(HDF5Problem) {
      lacuna_h5_be_quiet()
      file = try HDF5Handle(lacuna_h5_file(path, true), H5Fclose)
      try HDF5Attribute.write("lacuna showers", as: "format", to: file)
      try HDF5Attribute.write(ShowerDepositWriter.version, as: "format_version", to: file)
      for remark in remarks {
        switch remark.value {
        case .text(let text): try HDF5Attribute.write(text, as: remark.name, to: file)
        case .number(let number): try HDF5Attribute.write(number, as: remark.name, to: file)
        case .integer(let number): try HDF5Attribute.write(Int64(number), as: remark.name, to: file)
        }
      }
      for group in ["events", "slabs"] { try HDF5Table.makeGroup(group, in: file) }
      number = try HDF5Column("events/number", in: file)
      deposit = try HDF5Column("events/deposit", in: file, unit: "GeV")
      front = try HDF5Column("events/front", in: file, unit: "GeV")
      back = try HDF5Column("events/back", in: file, unit: "GeV")
      side = try HDF5Column("events/side", in: file, unit: "GeV")
      slabs = try HDF5Column("events/slabs", in: file, unit: "GeV", width: max(edges.count - 1, 1))
      var places = try HDF5Column<Double>("slabs/edges", in: file, unit: "X0")
      for edge in edges { try places.append(edge) }
      try places.flush()
    }

    /// Adds a shower.
    mutating func append(
      number event: Int, _ row: [Double], _ sum: Double,
      _ leakage: (front: Double, back: Double, side: Double)
    ) throws(HDF5Problem) {
      try number.append(Int64(event))
      try deposit.append(sum)
      try front.append(leakage.front)
      try back.append(leakage.back)
      try side.append(leakage.side)
      for energy in row { try slabs.append(energy) }
    }

    /// Brings everything to the file.
    mutating func finish(events count: Int) throws(HDF5Problem) {
      try number.flush()
      try deposit.flush()
      try front.flush()
      try back.flush()
      try side.flush()
      try slabs.flush()
      try HDF5Attribute.write(Int64(count), as: "event_count", to: file)
      try checked(H5Fflush(file.id, H5F_SCOPE_GLOBAL))
    }
  }
}
