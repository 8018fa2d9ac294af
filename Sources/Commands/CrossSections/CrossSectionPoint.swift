// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Matter
import Numerics
import Production
import Quantities

/// Cross sections at one mass and energy, method by method.
struct CrossSectionPoint: Sendable {
  /// What one method gives.
  struct Value: Sendable {
    /// The method.
    let method: CrossSectionMethod
    /// The cross section; nil where the method does not apply.
    let crossSection: MaterialCrossSection?
    /// The same with the break-up of the atom, where that is not small.
    let full: MaterialCrossSection?
    /// The spectrum in pb per unit of its variable and atom, the mean over all atoms.
    let spectrum: [SpectrumPoint]
    /// Why the method does not apply.
    let problem: ProductionError?
  }

  /// A point of a spectrum.
  struct SpectrumPoint: Sendable {
    let place: Double
    let density: Estimate
  }

  /// The mass of X.
  let mass: Mass
  /// The total energy of the projectile.
  let energy: Energy
  /// The lowest energy in GeV on any of the elements; nil where it is not known.
  let threshold: Double?
  /// sqrt(t_min / d) on the heaviest element: the momentum transfer over that where the nucleus is
  /// no longer one point; nil for processes on electrons.
  let reach: Double?
  /// What x can be, where a cut leaves nothing of it; else nil.
  let cutAway: ClosedRange<Double>?
  /// What the methods give, in the order in which they were asked for.
  let values: [Value]

  /// Whether X is too heavy for the energy.
  var isClosed: Bool { threshold.map { energy.gev <= $0 } ?? false }

  /// The relative numerical error that deserves a word.
  private static let notableError = 1e-3

  /// What is to be said of the point.
  var notes: [String] {
    var notes: [String] = []
    if isClosed, let threshold {
      let words = Energy.gev(threshold).formatted(significant: 6)
      notes.append("closed: the energy is not above the threshold of \(words)")
    }
    if let cutAway {
      notes.append(
        "nothing passes the cut: x runs from \(cutAway.lowerBound.formatted(significant: 6)) to "
          + cutAway.upperBound.formatted(significant: 9))
    }
    return notes
      + values.compactMap { value in
        value.problem.map { "\(value.method.name): \($0)" }
      }
  }

  /// The result of the exact method, if it was asked for.
  var exact: MaterialCrossSection? { values.first { $0.method.name == "exact" }?.crossSection }

  /// A result over that of the exact method; nil without the two.
  func ratioToExact(_ value: Value) -> Double? {
    guard let exact, let own = value.crossSection, exact.perAtom.value > 0 else { return nil }
    return own.perAtom.value / exact.perAtom.value
  }
}

extension CrossSectionRequest {
  /// The largest sqrt(t_min / d) for which the elastic form factor alone is given without a word.
  static let largestReach = 0.1

  /// Computes a point.
  func point(mass: Mass, energy: Energy) -> CrossSectionPoint {
    let reach = reach(mass: mass.gev, energy: energy.gev)
    let threshold = composition.compactMap { element in
      (try? process(methods[0], mass: mass.gev, on: element, content))?.threshold
    }.min()
    let isOpen = threshold.map { energy.gev > $0 } ?? true
    let wantsBand = isOpen && (reach ?? 0) > Self.largestReach && content == .elastic
    let reached =
      shares == nil ? nil : range(of: .energyFraction, mass: mass.gev, energy: energy.gev)
    let isCutAway = reached.map { range in shares.map { !$0.overlaps(range) } ?? false } ?? false
    let places = places(mass: mass.gev, energy: energy.gev)
    let values = methods.map { method -> CrossSectionPoint.Value in
      do throws(ProductionError) {
        let result = try crossSection(method, mass: mass.gev, energy: energy.gev, content)
        let full =
          wantsBand && method != .primakoff(.closed)
          ? try crossSection(
            method, mass: mass.gev, energy: energy.gev, .elasticAndInelastic) : nil
        return CrossSectionPoint.Value(
          method: method, crossSection: result, full: full,
          spectrum: try spectrum(method, in: places, mass: mass.gev, energy: energy.gev),
          problem: nil)
      } catch {
        return CrossSectionPoint.Value(
          method: method, crossSection: nil, full: nil, spectrum: [], problem: error)
      }
    }
    return CrossSectionPoint(
      mass: mass, energy: energy, threshold: threshold, reach: reach,
      cutAway: isCutAway ? reached : nil, values: values)
  }

  /// The elements of the target.
  var composition: [Element] { target.composition.components.map(\.element) }

  private func crossSection(
    _ method: CrossSectionMethod, mass: Double, energy: Double, _ content: PhotonFlux.Content
  ) throws(ProductionError) -> MaterialCrossSection {
    try MaterialCrossSection(in: target.composition, radiationLength: target.radiationLength) {
      element throws(ProductionError) in
      let process = try process(method, mass: mass, on: element, content)
      let sigma =
        if let shares { try process.total(at: energy, shares: shares) } else {
          try process.total(at: energy)
        }
      // Masses and energies have no ends: beyond the range of numbers an integral finds nothing.
      let isLost = sigma.value == 0 && shares == nil && energy > process.threshold && hasCoupling
      guard sigma.value.isFinite, !isLost else {
        throw ProductionError(
          "no cross section", because: "it is beyond the range of numbers",
          try: "choose less extreme masses, energies or couplings")
      }
      return sigma
    }
  }

  /// sqrt(t_min / d), t_min = [m^2 / (2 E)]^2, the largest of the elements.
  private func reach(mass: Double, energy: Double) -> Double? {
    guard channel.isInField else { return nil }
    return composition.map { element in
      mass * mass / (2 * energy) / ElasticFormFactor(of: element).size.squareRoot()
    }.max()
  }
}
