// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector
import Exchange
import Flight
import Matter
import Production
import Quantities
import Searches
import Storage

/// What a command line asks of events, checked and complete.
struct EventsRequest: Sendable {
  /// How X is made, and what it couples to.
  let production: CrossSectionRequest
  /// How it decays.
  let decay: DecayWish
  /// All its decays.
  let table: DecayTable
  /// Where it has to decay; nil for anywhere.
  let volume: DecayVolume?
  /// The polarisation asked for; nil for the one that production gives.
  let polarisation: Polarisation?
  /// What all visible particles of X have to hit; nil for nothing.
  let acceptance: Acceptance?
  /// Whether final states are drawn without rejection.
  let isWeighted: Bool
  /// The number of X in the records.
  let number: Int
  /// How many events.
  let count: Int
  /// The seed of all streams.
  let seed: UInt64
  /// The file and its format; nil for none.
  let file: (path: String, format: EventFormat)?
  /// Whether a file of that name may be replaced.
  let isOverwriting: Bool
  /// The names and numbers of particles.
  let particles: ParticleTable

  /// Whether there are several masses, with a weight for each.
  var isScan: Bool { production.masses.count > 1 }
  /// The names of the weights.
  var weightNames: [String] {
    guard isScan else { return ["nominal"] }
    return production.masses.map { mass in
      "m=" + mass.formatted(significant: 6).filter { $0 != " " }
    }
  }

  /// The mass of X in GeV.
  var mass: Double { production.masses[0].gev }
  /// The total energy of the beam in GeV.
  var energy: Double { production.energies[0].gev }

  /// Reads a command line.
  ///
  /// - Throws: all that does not fit, with the reasons; a file that may not be written.
  init(_ arguments: Arguments, data: DataFolder) throws {
    isOverwriting = arguments[StandardOption.force]
    file = try arguments[EventsOption.out].map { ($0, try EventFormat(path: $0)) }
    if let file { try EventFormat.check(file.path, overwriting: isOverwriting) }

    production = try CrossSectionRequest(ofEvents: arguments, data: data)
    table = production.decays(mass: production.masses[0].gev)
    decay = try DecayWish(
      arguments[EventsOption.decay], among: table,
      dark: production.darkMatter(mass: production.masses[0].gev)?.pairName,
      at: arguments.places(of: EventsOption.decay).first)
    volume = try arguments[EventsOption.volume].map {
      try DecayVolume(fromZ: $0.lowerBound.mm, toZ: $0.upperBound.mm)
    }
    polarisation = try arguments[EventsOption.longitudinal].map {
      try Polarisation(longitudinal: $0.value)
    }
    let apertures = arguments[EventsOption.aperture]
    acceptance = apertures.isEmpty ? nil : Acceptance(apertures)
    isWeighted = arguments[EventsOption.weighted]
    number = arguments[EventsOption.number]
    count = arguments[EventsOption.events]
    seed = UInt64(arguments[StandardOption.seed])
    particles = try ParticleTable(from: data)
    try check(arguments)
  }

  /// Refuses what does not fit together.
  private func check(_ arguments: Arguments) throws(UsageErrors) {
    var errors: [UsageError] = []
    func refuse(
      _ option: some Parameter, _ problem: String, because reason: String, try suggestion: String
    ) {
      guard let place = arguments.places(of: option).first else { return }
      errors.append(
        UsageError(
          "\(option.specification.name) \(problem)", because: reason, try: suggestion, at: place))
    }
    if isScan {
      let reason =
        production.channel != .brems
        ? "only brems has one weight for each of several masses"
        : decay != .none
          ? "an event has one weight for each mass, but only one decay"
          : "one weight for each of several masses needs one kind of atom"
      if production.channel != .brems || decay != .none || production.target.element == nil {
        refuse(
          CrossSectionOption.mass, "has \(production.masses.count) values", because: reason,
          try: "make a file for each")
      }
      refuse(
        EventsOption.weighted, "with several masses", because: "their events have weights already",
        try: "leave it out")
    }
    if decay == .none {
      refuse(
        EventsOption.volume, "without --decay", because: "X is left and decays nowhere",
        try: "add for example --decay e+e-")
      refuse(
        EventsOption.longitudinal, "without --decay", because: "only its decay shows it",
        try: "add for example --decay e+e-")
    }
    if production.structure == .scalar || production.structure == .pseudoscalar {
      refuse(
        EventsOption.longitudinal, "does not fit a \(production.structure.rawValue)",
        because: "X has no spin", try: "leave it out")
    }
    if production.channel == .annihilation {
      if decay == .all {
        refuse(
          EventsOption.decay, "all does not fit annihilation",
          because: "its cross section is that into one pair", try: "name the pair")
      }
      refuse(
        EventsOption.longitudinal, "does not fit annihilation",
        because: "the positron and the electron give X its polarisation", try: "leave it out")
    }
    if let other = particles.particle(pdgID: number) {
      refuse(
        EventsOption.number, "\(number) is taken", because: "it is the number of \(other.name)",
        try: "choose one that is free, such as 55")
    }
    guard errors.isEmpty else { throw UsageErrors(errors) }
  }
}
