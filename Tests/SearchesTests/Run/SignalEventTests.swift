// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Kinematics
import Production
import Searches
import Testing

@Suite("Blocks of signal events")
struct SignalEventTests {
  private static let event = SignalEvent(
    SignalEmission(
      event: 17, energy: 98.5,
      recoil: LeptonRecoil(residual: 3.25, angle: 1e-4, direction: ThreeVector(0.6, 0, 0.8)),
      atom: SignalEmission.electrons, depth: 4.5, factor: 1.25e-14),
    values: [1, -2.5, .infinity])

  @Test("bytes give the same block back")
  func roundTrip() throws {
    let block = SignalBlock(
      showers: 2048, events: [Self.event, Self.event], areMeasured: true)
    let found = try #require(SignalBlock(bytes: block.bytes))
    #expect(found.showers == 2048)
    #expect(found.events == block.events)
    #expect(found.isMeasured)
  }

  @Test("a block whose events are not measured stays one, and an empty one is empty")
  func bare() throws {
    let bare = SignalBlock(
      showers: 10, events: [SignalEvent(Self.event.emission, values: [])], areMeasured: false)
    let foundBare = try #require(SignalBlock(bytes: bare.bytes))
    #expect(!foundBare.isMeasured)
    let empty = SignalBlock(showers: 10, events: [], areMeasured: false)
    let foundEmpty = try #require(SignalBlock(bytes: empty.bytes))
    #expect(foundEmpty.events.isEmpty)
  }

  @Test("bytes that are no block are refused", arguments: [0, 7, 16, 100])
  func damaged(_ count: Int) {
    let block = SignalBlock(showers: 1, events: [Self.event], areMeasured: true)
    #expect(SignalBlock(bytes: Array(block.bytes.prefix(count))) == nil)
    #expect(SignalBlock(bytes: block.bytes + [0, 0, 0, 0, 0, 0, 0, 0]) == nil)
  }

  @Test("X of an annihilating positron has all its energy, and the mass of the electron")
  func energy() {
    #expect(Self.event.emission.bosonEnergy(leptonMass: 0.5) == 99)
  }
}
