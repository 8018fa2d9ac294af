// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Kinematics
import Matter
import Quantities

/// What enters what, and how far it is followed: all that a shower depends on but its random numbers.
///
///     let setup = try ShowerSetup(
///       material: lead, depth: .mm(224.5), beam: .electron, energy: .gev(100), cut: .mev(1))
package struct ShowerSetup: Sendable {
  /// The material.
  package let medium: ShowerMedium
  /// The block.
  package let block: ShowerBlock
  /// The beam particle; it enters in the middle of the front face.
  package let beam: ShowerParticle
  /// From which energies on photons and electrons are made one by one.
  package let thresholds: ProductionThresholds
  /// Where particles are no longer followed.
  package let cutoffs: TrackingCutoffs
  /// How finely is scored.
  package let scale: TallyScale

  /// The lowest cutoff: below, binding and the structure of atoms would matter.
  package static let lowestCut = Energy.mev(0.1)

  /// The highest beam energy.
  package static let highestEnergy = Energy.gev(10_000)

  /// The most slabs that a block is scored in.
  package static let mostSlabs = 100_000

  /// Checks and joins what a shower depends on, with one cut for all.
  /// - Parameters:
  ///   - material: what the block is made of.
  ///   - depth: its depth along the beam.
  ///   - width: its width across the beam.
  ///   - beam: which particle enters.
  ///   - energy: its kinetic energy.
  ///   - cut: production threshold and tracking cutoff of photons, electrons and positrons.
  ///   - slab: the thickness of slabs to score in; a radiation length where it is not given.
  /// - Throws: ``ShowerError`` for what cannot be simulated.
  package init(
    material: Material, depth: Length, width: Length = .mm(1000), beam: ShowerSpecies,
    energy: Energy, cut: Energy, slab: Length? = nil
  ) throws(ShowerError) {
    try self.init(
      material: material, depth: depth, width: width, beam: beam, energy: energy,
      thresholds: ProductionThresholds(photon: cut.gev, electron: cut.gev),
      cutoffs: TrackingCutoffs(all: cut.gev), slab: slab)
  }

  /// Follows only particles above a high energy, for tracks that make heavy particles.
  ///
  /// Photons and knock-on electrons below a fifteenth of it count as continuous loss, whose
  /// fluctuations are kept: two fifths of the steps. A particle then falls to an energy without
  /// stepping over it, by half the mean square of single losses over their mean; so track lengths
  /// above 1.1 times the lowest energy are less by 0.1%, growing as the square of the fraction.
  /// - Parameters:
  ///   - material: what the block is made of.
  ///   - depth: its depth along the beam.
  ///   - beam: which particle enters.
  ///   - energy: its kinetic energy.
  ///   - lowest: the kinetic energy below which nothing is followed.
  ///   - width: its width across the beam.
  ///   - slab: the thickness of slabs to score in; a radiation length where it is not given.
  /// - Throws: ``ShowerError`` for what cannot be simulated.
  package init(
    material: Material, depth: Length, beam: ShowerSpecies, energy: Energy,
    onlyAbove lowest: Energy,
    width: Length = .mm(1000), slab: Length? = nil
  ) throws(ShowerError) {
    let threshold = max(lowest.gev / 15, Self.lowestCut.gev)
    try self.init(
      material: material, depth: depth, width: width, beam: beam, energy: energy,
      thresholds: ProductionThresholds(photon: threshold, electron: threshold),
      cutoffs: TrackingCutoffs(all: lowest.gev), slab: slab)
  }

  /// Checks and joins everything, each threshold by itself.
  package init(
    material: Material, depth: Length, width: Length, beam: ShowerSpecies, energy: Energy,
    thresholds: ProductionThresholds, cutoffs: TrackingCutoffs, slab: Length?
  ) throws(ShowerError) {
    medium = try ShowerMedium(material)
    guard energy.gev > 0, energy <= Self.highestEnergy else {
      throw ShowerError(
        "invalid beam energy \(energy)", because: "it must be above 0 and at most 10 TeV",
        try: "give the kinetic energy of the beam particle", about: .energy)
    }
    guard depth.mm > 0, width.mm > 0, depth.mm.isFinite, width.mm.isFinite else {
      throw ShowerError(
        "invalid block of \(depth) by \(width)", because: "both must be above 0",
        try: "give the depth along the beam, such as 40X0", about: .block)
    }
    let slabWidth = slab?.mm ?? medium.radiationLength
    guard slabWidth > 0, depth.mm / slabWidth <= Double(Self.mostSlabs) else {
      throw ShowerError(
        "invalid slabs of \(Length.mm(slabWidth).formatted(significant: 4)) in a depth of "
          + depth.formatted(significant: 4),
        because: "a block has at most \(Self.mostSlabs) of them",
        try: "choose thicker slabs or less depth", about: .slabs)
    }
    let cuts = [cutoffs.photon, cutoffs.electron, cutoffs.positron]
    for cut in cuts + [thresholds.photon, thresholds.electron] {
      guard cut >= Self.lowestCut.gev * (1 - 1e-12) else {
        throw ShowerError(
          "invalid cut \(Energy.gev(cut))",
          because: "below \(Self.lowestCut) the structure of atoms matters",
          try: "choose 100 keV or more", about: .cut(.gev(cut)))
      }
      guard cut < energy.gev else {
        throw ShowerError(
          "invalid cut \(Energy.gev(cut))",
          because: "nothing of a beam of \(energy) would be followed",
          try: "choose a cut below the beam energy", about: .cut(.gev(cut)))
      }
    }
    block = ShowerBlock(depth: depth.mm, halfWidth: 0.5 * width.mm)
    self.beam = ShowerParticle(beam, energy: energy.gev)
    self.thresholds = thresholds
    self.cutoffs = cutoffs
    let lowest = min(0.01, 0.5 * energy.gev)
    do {
      scale = TallyScale(
        slabWidth: slabWidth,
        tracks: try TrackLengthBinning(from: .gev(max(lowest, cuts.min() ?? lowest)), to: energy))
    } catch {
      throw ShowerError(
        "no bins of energy between cut and beam", because: error.description,
        try: "choose a cut below the beam energy", about: .energy)
    }
  }

  /// How many events make a block of work: about a tenth of a second.
  ///
  /// A function of the setup alone, for the sums depend on it in their last digits.
  var eventsPerBlock: Int {
    let lowest = min(cutoffs.photon, cutoffs.electron)
    return min(max(Int(1600 * lowest / (1e-3 * beam.energy)), 1), 1024)
  }
}
