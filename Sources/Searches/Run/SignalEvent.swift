// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Kinematics
import Production

/// An emission of X with what the detector measures of all the rest, the mass of X left open.
package struct SignalEvent: Hashable, Sendable {
  /// The emission.
  package let emission: SignalEmission
  /// The observables in base units, in the order of the search's layout; none where the event is not
  /// measured.
  package let values: [Double]

  /// Joins an emission and its observables.
  package init(_ emission: SignalEmission, values: [Double]) {
    self.emission = emission
    self.values = values
  }
}

/// The events of a block of beam particles: the unit of work, of which each has a file.
package struct SignalBlock: Sendable {
  /// The number of beam particles, most of which emit nothing.
  package let showers: Int
  /// Those that emit.
  package let events: [SignalEvent]

  /// Whether events have observables.
  package let isMeasured: Bool

  /// Joins a number of beam particles and those that emit.
  package init(showers: Int, events: [SignalEvent], areMeasured: Bool) {
    self.showers = showers
    self.events = events
    isMeasured = areMeasured
  }

  /// Beam particles of which none can emit.
  static let empty = SignalBlock(
    showers: SignalSimulation.blockSize, events: [], areMeasured: true)

  /// The numbers of an event beside its observables.
  private static let fixed = 10

  /// The block as bytes: little-endian doubles, the numbers of beam particles, events and observables
  /// first.
  package var bytes: [UInt8] {
    let columns = events.first?.values.count ?? 0
    var numbers = [Double(showers), Double(events.count), Double(columns)]
    numbers.reserveCapacity(3 + events.count * (Self.fixed + columns))
    for event in events {
      let emission = event.emission
      let recoil = emission.recoil
      numbers += [
        Double(emission.event), emission.energy, recoil.residual, recoil.angle,
        recoil.direction.x, recoil.direction.y, recoil.direction.z, Double(emission.atom),
        emission.depth, emission.factor,
      ]
      numbers += event.values
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(8 * numbers.count)
    for number in numbers {
      withUnsafeBytes(of: number.bitPattern.littleEndian) { bytes += $0 }
    }
    return bytes
  }

  /// The block of bytes; nil where they are none.
  package init?(bytes: [UInt8]) {
    guard bytes.count % 8 == 0, bytes.count >= 24 else { return nil }
    let numbers = bytes.withUnsafeBytes { raw in
      (0..<bytes.count / 8).map {
        Double(
          bitPattern: UInt64(
            littleEndian: raw.loadUnaligned(fromByteOffset: 8 * $0, as: UInt64.self)))
      }
    }
    guard let showers = Int(exactly: numbers[0]), let count = Int(exactly: numbers[1]),
      let columns = Int(exactly: numbers[2]), showers >= 0, count >= 0, columns >= 0,
      numbers.count == 3 + count * (Self.fixed + columns)
    else { return nil }
    var events: [SignalEvent] = []
    events.reserveCapacity(count)
    for index in 0..<count {
      let start = 3 + index * (Self.fixed + columns)
      let row = numbers[start..<start + Self.fixed + columns]
      guard let event = Int(exactly: row[start]), let atom = Int(exactly: row[start + 7]) else {
        return nil
      }
      let recoil = LeptonRecoil(
        residual: row[start + 2], angle: row[start + 3],
        direction: ThreeVector(row[start + 4], row[start + 5], row[start + 6]))
      let emission = SignalEmission(
        event: event, energy: row[start + 1], recoil: recoil, atom: atom, depth: row[start + 8],
        factor: row[start + 9])
      events.append(SignalEvent(emission, values: Array(row[(start + Self.fixed)...])))
    }
    self.init(showers: showers, events: events, areMeasured: columns > 0)
  }
}
