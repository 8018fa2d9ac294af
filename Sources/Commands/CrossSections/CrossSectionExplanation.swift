// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector
import Glibc
import Matter
import Production
import Quantities

/// Every ingredient of one cross section: numbers, formulas, sources.
struct CrossSectionExplanation: Sendable {
  /// Ingredients that belong together.
  struct Section: Sendable {
    let title: String
    let entries: [DerivedQuantity]
  }

  /// A method as a formula.
  struct Formula: Sendable {
    let method: CrossSectionMethod
    let text: String
    let source: String
  }

  /// What is explained: all methods of the process at one point.
  let report: CrossSectionReport
  /// The method that was asked for.
  let method: CrossSectionMethod
  /// The ingredients.
  let sections: [Section]
  /// The formulas of all methods shown.
  let formulas: [Formula]

  /// Explains the one point of a request.
  ///
  /// - Parameters:
  ///   - request: what was asked, of one mass and one energy.
  ///   - report: all methods there.
  init(of request: CrossSectionRequest, report: CrossSectionReport) {
    self.report = report
    method = request.methods[0]
    let mass = request.masses[0].gev
    let energy = request.energies[0].gev
    var sections = [request.beamSection(mass: mass, energy: energy)]
    for element in request.composition {
      sections.append(request.section(of: element, mass: mass, energy: energy))
    }
    self.sections = sections
    formulas = report.request.methods.map { method in
      let formula = request.channel.formula(of: method, request.structure)
      return Formula(method: method, text: formula.text, source: formula.source)
    }
  }
}

extension ProductionChannel {
  /// The formula of a method in plain text, and the key of its source.
  fileprivate func formula(
    of method: CrossSectionMethod, _ structure: LorentzStructure
  ) -> (text: String, source: String) {
    switch (self, method) {
    case (.brems, .bremsstrahlung(.exact)):
      (
        "d sigma/dx dU = alpha^2 g^2/(4 pi) E/(4 p^2 |V|) integral of G2(t)/t^2 <A_23>/(4 M^2) dt, "
          + "<A_23>: ExactAmplitude in docs/FORMULAS.md",
        "Liu:2016mqv"
      )
    case (.brems, .bremsstrahlung(.williams)):
      (
        "d sigma/dx dU = alpha^2 g^2/(4 pi) k/(x E) (1-x) A_22(x, U)/U^2 chi(t_min(x, U), t_max), "
          + "t_min = [U/(2 E (1-x))]^2, A_22 = \(structure.realPhotonAmplitude), "
          + "b = [m^2 (1-x) + m_l^2 x^2 - U x]/U^2", "Liu:2017htz"
      )
    case (.brems, .bremsstrahlung(.improvedWilliams)):
      (
        "as ww with chi(m^4/(4 E^2), m^2 + m_l^2) at all x and angles", "Kim:1973he"
      )
    case (.brems, _):
      (
        "sigma = N alpha^2 g^2/(4 pi) chi/m^2 beta ln[1/max(m_l/m, m/E)^2], N = 4/3 for spin 1, "
          + "2/3 for spin 0, chi(m^4/(4 E^2), m^2)", "Bjorken:2009mm"
      )
    case (.primakoff, .primakoff(.flux)):
      ("d sigma/dt = g^2 alpha/8 G2(t)/t^2 (t - t_min)", "Dobrich:2015jyk")
    case (.primakoff, .primakoff(.closed)):
      (
        "sigma = g^2 alpha Z^2/8 [ln((d + t_min)/(t_a + t_min)) - 2], t_min = m^4/(4 E^2)",
        "Bondi:2021nfp"
      )
    case (.primakoff, _):
      ("d sigma/dt = g^2 alpha/8 G2(t)/t^2 p^2 sin^2(theta)", "Dobrich:2015jyk")
    case (.annihilation, _):
      (
        "sigma = Z (2 J + 1) pi/p^2 s Gamma_ee(sqrt s) Gamma_f(sqrt s)/[(s - M^2)^2 + W^2], "
          + "p^2 = m_e (E - m_e)/2", "PDG:2024cfk"
      )
    case (.continuum, _):
      (
        "d sigma/dy = Z alpha g^2 (s - M^2) F/(4 s^2 beta^2), y = 4 m_e omega/(s - M^2), "
          + "F = \(structure.electronAmplitude), a = y/(2-y) + (2-y)/y, r = 4/[y (2-y)], "
          + "B = 4 s (y - y_min) (y_max - y)/[(s - M^2) y (2-y)]^2",
        "Marsicano:2018krp"
      )
    case (.compton, _):
      (
        "d sigma/dw = Z alpha g^2 F/(2 S^2), S = 2 m_e E, w = x S - M^2, "
          + "F = \(structure.electronAmplitude), a = S/w + w/S, r = (S - w)^2/(S w), "
          + "B = -s (w_max - w) (w - w_min)/(S w)^2", "Byckling1973particle"
      )
    }
  }
}

extension LorentzStructure {
  /// A_22 of a lepton and a real photon, with b.
  fileprivate var realPhotonAmplitude: String {
    switch self {
    case .scalar: "x^2/(1-x) + 2 (m^2 - 4 m_l^2) b"
    case .pseudoscalar: "x^2/(1-x) + 2 m^2 b"
    case .vector: "2 (2 - 2 x + x^2)/(1-x) + 4 (m^2 + 2 m_l^2) b"
    case .axial:
      "2 (2 - 2 x + x^2)/(1-x) + 4 m_l^2 x^2/[m^2 (1-x)] + 4 (m^2 - 4 m_l^2) b"
    }
  }

  /// F of an electron, a real photon and X, with a, r and B.
  fileprivate var electronAmplitude: String {
    switch self {
    case .scalar: "r/2 + (M^2 - 4 m_e^2) B"
    case .pseudoscalar: "r/2 + M^2 B"
    case .vector: "a + 2 (M^2 + 2 m_e^2) B"
    case .axial: "a + 2 (m_e^2/M^2) r + 2 (M^2 - 4 m_e^2) B"
    }
  }
}
