// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// The options of `lacuna events` beside those it shares with `lacuna xsec`.
enum EventsOption {
  static let decay = Option(
    "decay",
    .text("CHANNEL", "a channel such as e+e-, all, or none")
      .completed(by: .words(["none", "all", "e+e-", "mu+mu-", "gammagamma", "dark"])),
    absent: "none, X is left; annihilation ends in its pair",
    "how X decays: a channel, dark for dark matter, all by branching ratio, or none")
  static let volume = Option(
    "decay-volume", .lengthRange, absent: "anywhere",
    "planes across the beam between which X has to decay; the weight is the probability")
  static let longitudinal = Option(
    "longitudinal", .share, absent: "1/3, or that of annihilation",
    "share of helicity 0 of an X with spin 1; the rest is transverse")
  static let aperture = Option(
    repeating: "aperture", .aperture,
    "plane and opening that all visible particles of X have to hit, for the acceptance")
  static let weighted = Flag(
    "weighted", "draw without rejection: events have weights with the mean 1")
  static let number = Option(
    "boson-id", .integer(in: 1...9_999_999), default: 55, "number of X in the records")
  static let events = Option(
    "events", .integer(in: 1...2_000_000_000), default: 10_000, "events to make")
  static let out = Option(
    "out",
    ValueForm<String>.file()
      .completed(by: .files(extensions: ["hepmc3", "hepmc", "lhe", "h5", "hdf5"])),
    absent: "none, the summary alone",
    "file of the events: .hepmc3, .lhe or .h5")

  /// All parameters of the command, in the order of help pages.
  static let all: [any Parameter] =
    [
      CrossSectionOption.process, CrossSectionOption.mediator, CrossSectionOption.lepton,
      CrossSectionOption.energy, CrossSectionOption.mass, CrossSectionOption.material,
      CrossSectionOption.epsilon, CrossSectionOption.coupling, CrossSectionOption.perEnergy,
      decay, volume, CrossSectionOption.darkMatter, CrossSectionOption.darkMass,
      CrossSectionOption.splitting, CrossSectionOption.darkCoupling, longitudinal, aperture,
      weighted,
      number, events, out, StandardOption.seed, StandardOption.threads, StandardOption.quiet,
      StandardOption.force, StandardOption.data, StandardOption.json,
    ]
}
