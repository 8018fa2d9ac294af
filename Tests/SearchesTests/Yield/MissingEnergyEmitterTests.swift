// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector
import Execution
import Foundation
import Matter
import Numerics
import Production
import Quantities
import Searches
import Showers
import Storage
import Testing

@Suite("X radiated along showers")
struct MissingEnergyEmitterTests {
  private static let data = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../Data").standardizedFileURL.path

  @Test("yields agree with track lengths folded with the cross section, and energy is kept")
  func tracks() throws {
    let folder = try DataFolder.find(named: Self.data)
    let lead = try MaterialCatalogue(from: folder).material(named: "lead")
    var block = LayeredBlock(halfWidth: 500)
    block.addLayer(of: lead, thickness: 100)
    var atoms: [TargetAtom] = []
    let media = block.media.map { EmissionMedium($0, .elastic, listing: &atoms) }
    let atom = atoms[0]
    let masses = [0.01, 0.03]
    let mixture = try RecoilMixture(
      RecoilMixture.Plan(masses: 0.01...0.03, leastEnergy: 70, highest: 100), threads: 2
    ) { mass, shares throws(ProductionError) in
      try SignalKernel.process(.vector, mass: mass, on: atom, shares: shares)
    }
    let tables = try LayeredTables(
      block, cuts: .onlyAbove(.gev(5)), upTo: .gev(100), from: folder)
    let simulation = LayeredSimulation(tables, beam: ShowerParticle(.electron, energy: 100))
    let plan = MissingEnergyEmitter.Plan(
      .bremsstrahlung(mixture), above: 70, in: media, beamEnergy: 100)
    var records: [LayeredRecord] = []
    let run = simulation.run(
      events: 12_000, seed: 1, watcher: MissingEnergyEmitter(plan),
      runner: BlockRunner(threads: 2), records: { records.append($0) })
    let tracks = simulation.run(
      events: 12_000, seed: 2, watcher: try MediumTracks(media, from: 65, to: 100.1),
      runner: BlockRunner(threads: 2)
    ).watcher.spectrum(of: 0)
    let kernel = try SignalKernel(.vector, masses: masses, atoms: atoms)
    for (index, mass) in masses.enumerated() {
      var tally = WeightTally()
      for remains in run.watcher.remains {
        tally.add(kernel.weight(of: index, at: remains.emission))
      }
      for _ in run.watcher.remains.count..<run.watcher.showers { tally.add(0) }
      let perLength = media[0].constituents[0].density * media[0].radiationLength
      let folded = try tracks.fold(above: 70) { kinetic throws(ProductionError) in
        let energy = kinetic + Electron.mass
        let process = try SignalKernel.process(
          .vector, mass: mass, on: atom, shares: (70 / energy)...1)
        return perLength * (try process.total(at: energy)).value
      }
      let error = hypot(tally.error, folded.error)
      #expect(abs(tally.mean - folded.value) < 4.5 * error, "\(mass): \(tally.mean) \(folded)")
      #expect(tally.error < 0.05 * tally.mean)
    }
    for remains in run.watcher.remains {
      let rest = remains.particles.reduce(0) {
        $0 + $1.energy + ($1.species == .positron ? 2 * Electron.mass : 0)
      }
      let boson = remains.emission.bosonEnergy(leptonMass: Electron.mass)
      #expect(boson >= 70)
      // X, what goes on and what the shower has laid down by then are the beam particle, but where
      // the recoiling electron has less than the rest of its step took.
      let record = records[remains.emission.event]
      if remains.emission.recoil.residual > 0.5 {
        #expect(abs(rest + boson + record.total - record.emitted - 100) < 1e-6)
      }
    }
  }
}
