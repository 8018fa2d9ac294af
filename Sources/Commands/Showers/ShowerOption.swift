// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Showers

/// The options of `lacuna shower`.
enum ShowerOption {
  static let material = Option(
    "material",
    ValueForm<String>.text("MATERIAL", "a material, by name, alias or the path of its card")
      .completed(by: .lines(of: ["list", "materials", "--names"])),
    default: "lead", "what the block is made of")
  static let detector = Option(
    "detector",
    ValueForm<String>.text("DETECTOR", "a calorimeter, by name, alias or the path of its card")
      .completed(by: .lines(of: ["list", "detectors", "--names"])),
    absent: "a block of --material", "shower in a detector instead")
  static let depth = Option(
    "depth", .extent, default: .radiationLengths(40), "depth of the block along the beam")
  static let width = Option(
    "width", .extent, default: .length(.m(1)), "width of the block, both ways across the beam")
  static let energy = Option(
    required: "energy", ValueForm<Energy>.quantity(.positive),
    "kinetic energy of the beam particle")
  static let particle = Option(
    "particle", ValueForm<ShowerBeam>.choice("PARTICLE"), default: .electron,
    "the beam particle; mu- and pi- in a detector alone, parametrised")
  static let cut = Option(
    "cut", ValueForm<Energy>.quantity(.positive), absent: "1 MeV",
    "kinetic energy from which particles are made, and below which none is followed")
  static let electronCut = Option(
    "cut-electron", ValueForm<Energy>.quantity(.positive), absent: "that of --cut",
    "the same for e- alone")
  static let positronCut = Option(
    "cut-positron", ValueForm<Energy>.quantity(.positive), absent: "that of --cut-electron",
    "kinetic energy below which no e+ is followed")
  static let photonCut = Option(
    "cut-gamma", ValueForm<Energy>.quantity(.positive), absent: "that of --cut",
    "the same for photons alone")
  static let electronThreshold = Option(
    "make-electron", ValueForm<Energy>.quantity(.positive), absent: "from the cut of e- on",
    "kinetic energy from which knock-on electrons are made")
  static let photonThreshold = Option(
    "make-gamma", ValueForm<Energy>.quantity(.positive), absent: "from the cut of photons on",
    "energy from which photons are radiated one by one")
  static let above = Option(
    "above", ValueForm<Energy>.quantity(.positive), absent: "the cuts hold",
    "follow only what has more energy, much faster, for track lengths above it")
  static let slab = Option(
    "slab", .extent, default: .radiationLengths(1), "thickness of the slabs of the profile")
  static let events = Option(
    "events", .integer(in: 1...1_000_000_000_000_000), default: 200, "showers to simulate")
  static let perEvent = Option(
    "per-event", .file("FILE.h5", extensions: ["h5", "hdf5"]), absent: "none is written",
    "write the deposits of each shower into a file of HDF5")

  /// All of them, in the order of help pages.
  static let all: [any Parameter] = [
    detector, material, depth, width, energy, particle, cut, electronCut, positronCut, photonCut,
    electronThreshold, photonThreshold, above, slab, events, perEvent,
  ]

  /// The cuts, none of which holds where only the high energies are followed.
  static let cuts = [
    cut, electronCut, positronCut, photonCut, electronThreshold, photonThreshold,
  ]
}

/// The beam particle as the command line names it.
enum ShowerBeam: String, CaseIterable, Sendable {
  case electron = "e-"
  case positron = "e+"
  case photon = "gamma"
  case muon = "mu-"
  case pion = "pi-"

  /// As showers call it; nil for one that is parametrised.
  var species: ShowerSpecies? {
    switch self {
    case .electron: .electron
    case .positron: .positron
    case .photon: .photon
    case .muon, .pion: nil
    }
  }

  /// The name of a species.
  static func name(of species: ShowerSpecies) -> String {
    allCases.first { $0.species == species }?.rawValue ?? ""
  }
}
