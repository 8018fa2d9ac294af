// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector
import Matter
import Production
import Quantities

extension SearchResult {
  /// What should keep a reader from trusting a number.
  package var warnings: [String] {
    limit.warnings + emptyMasses + closedMasses + stretchedMasses + poorMasses
      + uncertainMasses
  }

  private var emptyMasses: [String] {
    points.compactMap { point in
      point.refusal.map { "no limit at \(Mass.gev(point.mass)): \($0)" }
    }
  }

  /// Masses at which X cannot decay to its dark matter.
  private var closedMasses: [String] {
    guard let matter = search.model.darkMatter else { return [] }
    let closed = points.filter { point in
      guard let coupling = matter.coupling(at: .gev(point.mass)) else { return false }
      return coupling.matter.threshold >= point.mass
    }
    guard let first = closed.first, let last = closed.last else { return [] }
    return [
      "from \(Mass.gev(first.mass)) to \(Mass.gev(last.mass)) X is lighter than a pair of dark "
        + "particles: it does not decay invisibly"
    ]
  }

  /// Masses so large that nuclei would break up.
  private var stretchedMasses: [String] {
    guard search.production.content == .elastic else { return [] }
    var atoms: [TargetAtom] = []
    _ = search.media(listing: &atoms)
    guard let atom = atoms.max(by: { $0.z < $1.z }) else { return [] }
    let stretched = points.filter { point in
      (try? SignalKernel.process(
        search.production.structure, mass: point.mass, on: atom, shares: 0...1))?
        .elasticFailure(at: search.beam.energy) ?? false
    }
    guard let first = stretched.first else { return [] }
    return [
      "from \(Mass.gev(first.mass)) on the form factor of a nucleus that stays whole is outside its "
        + "validity: 'model.production.form-factor=full' adds those that break up"
    ]
  }

  /// Masses at which a Gaussian cut at zero says little about the signal.
  private var uncertainMasses: [String] {
    let uncertain = points.filter { $0.events > 0 && $0.signalError > 0.3 }
    guard let worst = uncertain.max(by: { $0.signalError < $1.signalError }) else { return [] }
    return [
      "the signal at \(uncertain.count) of \(points.count) masses is uncertain by more than 30%, at "
        + "most \((100 * worst.signalError).formatted(significant: 2))% at \(Mass.gev(worst.mass)): "
        + "limits there depend on the shape of the uncertainty"
    ]
  }

  /// Masses with a statistical error above 1%.
  private var poorMasses: [String] {
    let poor = points.filter { $0.simulationError > 0.01 && $0.simulationError.isFinite }
    guard let worst = poor.max(by: { $0.simulationError < $1.simulationError }) else { return [] }
    let percent = (100 * worst.simulationError).formatted(significant: 2)
    return [
      "the statistical error of \(poor.count) of \(points.count) masses is above 1%, at most "
        + "\(percent)% at \(Mass.gev(worst.mass)): more '--events' lower it"
    ]
  }
}
