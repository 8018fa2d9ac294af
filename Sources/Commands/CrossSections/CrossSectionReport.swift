// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Execution
import Matter
import Production
import Quantities

/// Cross sections over masses and energies.
struct CrossSectionReport: Sendable {
  /// What was asked.
  let request: CrossSectionRequest
  /// The points that are done, masses within energies.
  let points: [CrossSectionPoint]
  /// How many points were asked for.
  let wanted: Int

  /// Whether the work was interrupted before the last point.
  var isPartial: Bool { points.count < wanted }

  /// Computes the points on several threads; the same numbers for any number of them.
  ///
  /// - Parameters:
  ///   - request: what is asked.
  ///   - threads: how many points to work on at a time.
  ///   - progress: the line on the terminal.
  init(computing request: CrossSectionRequest, threads: Int, progress: Progress) {
    var progress = progress
    var points: [CrossSectionPoint] = []
    let masses = request.masses.count
    wanted = masses * request.energies.count
    let count = wanted
    Interruption.heeded { cancellation in
      _ = BlockRunner(threads: threads).run(0..<count, cancellation: cancellation) { index in
        request.point(
          mass: request.masses[index % masses], energy: request.energies[index / masses])
      } merge: { index, point in
        points.append(point)
        progress.update(done: index + 1)
        return .more
      }
    }
    progress.finish()
    self.request = request
    self.points = points
  }

  /// Why nothing could be computed at all; nil where something could.
  var refusal: UsageErrors? {
    let values = points.flatMap(\.values)
    let problems = values.compactMap(\.problem)
    guard let first = problems.first, problems.count == values.count else { return nil }
    return UsageErrors(
      UsageError(first.problem, because: first.reason, try: first.suggestion))
  }

  /// What holds for all of it, each in one sentence.
  var remarks: [String] {
    var remarks: [String] = []
    if request.methods.contains(.bremsstrahlung(.williams)) {
      remarks.append(
        request.fluxLimit == .mass
          ? "ww: the flux of virtual photons ends at t_max = m^2 + m_l^2 (--flux-tmax mass)"
          : "ww: the flux of virtual photons ends at t_max = E^2, angles below 0.3 rad "
            + "(--flux-tmax beam)")
    }
    if points.contains(where: { $0.values.contains { $0.full != nil } }) {
      remarks.append(
        "warning: t_min is not small against the form factor's scale d where a band is given; it "
          + "runs from the elastic cross section to the one with the break-up of the atom")
    }
    if request.structure == .axial, request.channel != .annihilation {
      remarks.append(
        "axial: grows as m_l^2 / m^2 for light X, whose current is not conserved; a complete theory "
          + "of its mass cuts it off")
    }
    if request.channel == .continuum {
      remarks.append("photons softer than \(photonCut) in the centre of mass are not counted")
      if request.shares != nil {
        remarks.append("x is a little above 1 where X takes energy of the electron as well")
      }
    }
    if request.channel == .annihilation {
      remarks += request.annihilationNotes
    }
    return remarks
  }

  private var photonCut: String {
    request.annihilation.photonCut.map { Energy.gev($0).formatted(significant: 6) }
      ?? "1e-3 of the mass of X"
  }
}

extension CrossSectionRequest {
  /// What the resonances leave out, each remark once.
  fileprivate var annihilationNotes: [String] {
    var seen: Set<String> = []
    return masses.flatMap { mass -> [String] in
      guard let element = composition.first,
        let process = try? process(.tree, mass: mass.gev, on: element, content),
        let resonance = process as? ResonantAnnihilation
      else { return [] }
      return resonance.notes
    }.filter { seen.insert($0).inserted }
  }
}
