// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Detectors
import Matter
import Showers
import Storage

/// What one muon or hadron leaves in a calorimeter, drawn from a parametrisation.
enum Passage: Sendable {
  /// The ionisation and the radiative tail of a muon.
  case muon(MuonResponse)
  /// The cascade of a hadron.
  case hadron(HadronCascade)

  /// How many showers of electrons, and of which energy in GeV, tell what light is worth.
  static let calibration = (showers: 100, energy: 10.0)

  /// The least kinetic energy of a hadron in GeV.
  private static let leastHadron = 1.0

  /// Reads a request.
  ///
  /// - Parameters:
  ///   - request: what is asked, of a beam particle that makes no shower.
  ///   - arguments: the command line, for the places of what is refused.
  ///   - data: the folder of the data.
  /// - Throws: what the parametrisation does not hold for, at its place.
  init(_ request: DetectorShowerRequest, _ arguments: Arguments, data: DataFolder) throws {
    let calorimeter = request.calorimeter
    let particle = try ParticleTable(from: data).particle(named: request.beam.rawValue)
    let mass = particle.mass.gev
    let energy = request.energy.gev
    func refusal(_ reason: String, _ suggestion: String) -> UsageErrors {
      UsageErrors(
        UsageError(
          "no \(request.beam.rawValue) of \(request.energy) in '\(request.name)'", because: reason,
          try: suggestion, at: arguments.places(of: ShowerOption.energy).first))
    }
    guard request.beam != .pion else {
      guard energy >= Self.leastHadron else {
        throw refusal("hadrons are parametrised from 1 GeV up", "choose 1 GeV or more")
      }
      self = .hadron(
        HadronCascade([
          .init(depth: calorimeter.interactionLengths, response: calorimeter.hadrons)
        ]))
      return
    }
    let momentum = (energy * (energy + 2 * mass)).squareRoot()
    let lost = [calorimeter.absorber, calorimeter.active].reduce(0) { sum, slab in
      let rate = IonisationLoss(slab.material)?.mean(betaGamma: momentum / mass, mass: mass) ?? 0
      return sum + Double(calorimeter.layers) * rate * slab.thickness
    }
    guard 2 * lost < energy, momentum > 0.5 * mass else {
      throw refusal(
        "it would lose more than half of it by ionisation, and only those that pass are "
          + "parametrised", "choose a higher energy")
    }
    let scale = try Self.scale(request, arguments, data)
    guard let muon = MuonResponse(in: calorimeter, scale: scale, momentum: momentum, mass: mass)
    else { throw refusal("nothing ionises in vacuum", "choose layers of matter") }
    self = .muon(muon)
  }

  /// The energy of electrons over what is visible of them.
  private static func scale(
    _ request: DetectorShowerRequest, _ arguments: Arguments, _ data: DataFolder
  ) throws -> Double {
    let simulation = try request.simulation(
      of: .electron, energy: .gev(calibration.energy), from: data, arguments)
    let run = simulation.run(events: calibration.showers, seed: 1)
    return calibration.energy / run.tally.allSections.mean
  }
}
