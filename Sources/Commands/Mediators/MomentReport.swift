// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector
import Quantities

/// What a mediator adds to the anomalous moment of a lepton, and what measured moments allow it.
struct MomentReport: Sendable {
  /// What adds to the moment.
  struct Contributor: Sendable {
    /// Its name: a model's, or that of its coupling.
    let name: String
    /// How it couples.
    let structure: LorentzStructure
    /// What its coupling is called in results, `g` or `epsilon`.
    let couplingName: String
    /// Its coupling to the lepton for a coupling of 1.
    let leptonCoupling: Double
  }

  /// The contribution at a mass.
  struct Point: Sendable {
    /// The mass of the mediator.
    let mass: Mass
    /// The contribution; nil where it cannot be computed.
    let moment: OneLoopMoment?
    /// Why it cannot be computed.
    let problem: String?
  }

  /// The couplings that a measurement allows at a mass.
  struct Band: Sendable {
    /// The measurement.
    let measured: MeasuredMoment
    /// How many standard deviations are allowed.
    let deviations: Double
    /// The couplings to the lepton.
    let couplings: CouplingBand
  }

  /// What adds to the moment.
  let contributor: Contributor
  /// Whose moment it is.
  let lepton: Lepton
  /// The coupling of the contributor; nil where only bands are wanted.
  let coupling: Double?
  /// The contributions, one a mass.
  let points: [Point]
  /// The measurements that bands are wanted for.
  let measurements: [MeasuredMoment]
  /// The standard deviations of the bands.
  let deviations: [Double]

  /// Computes the contributions.
  ///
  /// - Parameters:
  ///   - contributor: What adds to the moment.
  ///   - lepton: Whose moment it is.
  ///   - leptonMass: Its mass in GeV.
  ///   - masses: The masses of the mediator.
  ///   - coupling: Its coupling; nil where only bands are wanted.
  ///   - measurements: The measurements that bands are wanted for.
  ///   - deviations: The standard deviations of the bands.
  init(
    of contributor: Contributor, to lepton: Lepton, leptonMass: Double, masses: [Mass],
    coupling: Double?, measurements: [MeasuredMoment], deviations: [Double]
  ) {
    self.contributor = contributor
    self.lepton = lepton
    self.coupling = coupling
    self.measurements = measurements.filter { $0.lepton == lepton }
    self.deviations = deviations
    points = masses.map { mass in
      do {
        let moment = try OneLoopMoment(
          contributor.structure, mediatorMass: mass.gev, leptonMass: leptonMass)
        return Point(mass: mass, moment: moment, problem: nil)
      } catch {
        let problem = "no moment at \(mass) (the masses are too far apart for its integral)"
        return Point(mass: mass, moment: nil, problem: problem)
      }
    }
  }

  /// The contribution at a point; not finite where it diverges or cannot be computed.
  func contribution(at point: Point) -> Double {
    guard let coupling, let moment = point.moment else { return .nan }
    return moment.contribution(coupling: coupling * contributor.leptonCoupling)
  }

  /// The bands at a point: each measurement at each number of standard deviations.
  func bands(at point: Point) -> [Band] {
    guard let moment = point.moment else { return [] }
    return measurements.flatMap { measured in
      deviations.map { deviations in
        Band(
          measured: measured, deviations: deviations,
          couplings: CouplingBand(moment, measured: measured, deviations: deviations))
      }
    }
  }

  /// A coupling to the lepton as one of the contributor.
  func ownCoupling(_ leptonCoupling: Double) -> Double {
    leptonCoupling / contributor.leptonCoupling.magnitude
  }
}
