// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector
import Glibc
import Matter
import Production
import Quantities

extension CrossSectionRequest {
  /// Couplings, beam, X.
  func beamSection(mass: Double, energy: Double) -> CrossSectionExplanation.Section {
    var entries: [DerivedQuantity] = []
    func add(
      _ quantity: String, _ value: Double, _ unit: String = "", _ origin: String,
      _ source: String? = nil
    ) {
      entries.append(
        DerivedQuantity(quantity, value, unit: unit, origin: origin, source: source))
    }
    add("E", energy, "GeV", "total energy of the \(projectileName), as given")
    add("m", mass, "GeV", "mass of X, as given")
    let leptonMass = world.leptonMasses[channel == .brems ? projectile.lepton : .electron]
    if channel != .primakoff {
      let whose = channel == .brems ? projectile.rawValue : "electron"
      add("m_l", leptonMass, "GeV", "mass of the \(whose)", "PDG:2024cfk")
    }
    add("alpha", PhysicalConstants.fineStructure, "", "fine-structure constant", "Mohr:2024kco")
    add(
      "(hbar c)^2", PhysicalConstants.perGeVSquaredInPb, "pb GeV^2", "turns GeV^-2 into pb",
      "Mohr:2024kco")
    switch coupling {
    case .perGeV(let g): add("g", g, "1/GeV", "coupling to two photons, as given")
    case .leptons:
      add("g", leptonCouplings[couplingLepton], "", "coupling to the lepton, as given")
    case .epsilon(let epsilon):
      add("epsilon", epsilon, "", "as given")
      add(
        "g", leptonCouplings[couplingLepton], "", "epsilon e, e = sqrt(4 pi alpha)",
        "Bondi:2021nfp")
    }
    if channel == .brems {
      let share = mass / energy
      if share < 1 {
        add("beta", ((1 - share) * (1 + share)).squareRoot(), "", "sqrt(1 - m^2/E^2)")
      }
      add(
        "logarithm", -2 * log(max(leptonMass / mass, share)), "",
        "ln[1/max(m_l/m, m/E)^2], of leading-log", "Bjorken:2009mm")
    }
    if channel == .annihilation || channel == .continuum {
      let electron = Electron.mass
      let s = 2 * electron * (energy + electron)
      add("s", s, "GeV^2", "2 m_e (E + m_e)")
      add("sqrt s", s.squareRoot(), "GeV", "energy in the centre of mass")
    }
    if channel == .annihilation { addResonance(mass: mass, to: &entries) }
    return CrossSectionExplanation.Section(title: "beam and couplings", entries: entries)
  }

  private func addResonance(mass: Double, to entries: inout [DerivedQuantity]) {
    let boson = annihilatingBoson(mass: mass)
    func add(
      _ quantity: String, _ value: Double, _ unit: String, _ origin: String,
      _ source: String? = "PDG:2024cfk"
    ) {
      entries.append(
        DerivedQuantity(quantity, value, unit: unit, origin: origin, source: source))
    }
    let total = boson.totalWidth(mass: mass)
    add("Gamma", total, "GeV", "full width of X at its mass")
    add(
      "Gamma_ee", boson.width(into: .leptons(.electron), mass: mass), "GeV", "width into e+ e-")
    add(
      "Gamma_f", boson.width(into: annihilation.final.pair, mass: mass), "GeV",
      "width into the final pair, \(annihilation.final.rawValue)")
    if annihilation.kind != nil {
      add(
        "m_chi", annihilation.mass.gev(at: mass), "GeV", "mass of the dark particle", nil)
      add("alpha_D", annihilation.alpha, "", "its coupling, as given or 0.1", nil)
    }
    guard let element = composition.first,
      let process = try? process(.tree, mass: mass, on: element, content),
      let resonance = process as? ResonantAnnihilation
    else { return }
    if let energy = resonance.resonance { add("E_res", energy, "GeV", "m^2/(2 m_e) - m_e") }
    add("half width", resonance.halfWidth, "GeV", "m Gamma/(2 m_e), in the positron's energy")
    if let strength = resonance.strength {
      add(
        "area", strength, "pb GeV",
        "2 pi^2 (2 J + 1) Gamma_ee B_f/(m m_e beta^2), integral over E on one electron")
    }
  }

  /// One element: its nucleus, form factors, flux and limits.
  func section(
    of element: Element, mass: Double, energy: Double
  ) -> CrossSectionExplanation.Section {
    let atom = TargetAtom(element, content)
    var entries: [DerivedQuantity] = []
    func add(
      _ quantity: String, _ value: Double, _ unit: String = "", _ origin: String,
      _ source: String? = nil
    ) {
      entries.append(
        DerivedQuantity(quantity, value, unit: unit, origin: origin, source: source))
    }
    add("Z", atom.z, "", "charge; electrons of the atom")
    add("A", atom.atomicWeight, "g/mol", "atomic weight, \(ElementTable.fileName)")
    if channel.isInField {
      add("M", atom.mass, "GeV", "mass of the nucleus: A u less the electrons")
      add(
        "t_a", atom.elastic.screening, "GeV^2", "screening, (m_e Z^(1/3)/111)^2", "Kim:1973he")
      add("d", atom.elastic.size, "GeV^2", "size of the nucleus, 0.164 A^(-2/3)", "Kim:1973he")
      if let inelastic = atom.inelastic {
        add(
          "t_a'", inelastic.screening, "GeV^2", "screening of break-up, (m_e Z^(2/3)/773)^2",
          "Kim:1973he")
      }
      addFlux(atom, mass: mass, energy: energy, to: &entries)
    }
    if let process = try? process(methods[0], mass: mass, on: element, content) {
      add("threshold", process.threshold, "GeV", "lowest total energy of the \(projectileName)")
      for variable in channel.variables {
        guard let range = process.range(of: variable, at: energy) else { continue }
        let unit = variable == .angle ? "rad" : ""
        add("\(variable.rawValue) from", range.lowerBound, unit, "range of \(variable.rawValue)")
        if variable == .energyFraction {
          // Its distance from 1 is what counts.
          add("1 - x from", 1 - range.upperBound, unit, "the other end of the range")
        } else {
          add("\(variable.rawValue) to", range.upperBound, unit, "the other end of the range")
        }
      }
    }
    return CrossSectionExplanation.Section(
      title: "\(element.name) (\(element.symbol))", entries: entries)
  }

  private func addFlux(
    _ atom: TargetAtom, mass: Double, energy: Double, to entries: inout [DerivedQuantity]
  ) {
    func add(_ quantity: String, _ value: Double, _ unit: String, _ origin: String) {
      entries.append(
        DerivedQuantity(quantity, value, unit: unit, origin: origin, source: "Bjorken:2009mm"))
    }
    let leptonMass = channel == .brems ? world.leptonMasses[projectile.lepton] : 0
    let transfer = mass * mass / (2 * energy)
    let least = transfer * transfer
    add("t_min", least, "GeV^2", "m^4/(4 E^2), least squared momentum transfer")
    let largest =
      channel == .brems
      ? fluxLimit.largestTransfer(energy: energy, mass: mass, leptonMass: leptonMass) : 2 * energy
    let words =
      channel == .primakoff
      ? "4 E^2, the recoil left out"
      : fluxLimit == .mass ? "m^2 + m_l^2 (--flux-tmax mass)" : "E^2 (--flux-tmax beam)"
    add("t_max", largest * largest, "GeV^2", words)
    add(
      "sqrt(t_min/d)", transfer / atom.elastic.size.squareRoot(), "",
      "the elastic form factor suffices well below 1")
    add(
      "chi/Z^2", atom.flux(from: least, to: largest * largest) / (atom.z * atom.z), "",
      "flux of virtual photons, integral of (t - t_min)/t^2 G2(t) dt, over Z^2")
    addOtherFluxes(atom, from: least, mass: mass, to: &entries)
    add(
      "G2(t_min)/Z^2", atom.formFactor(least) / (atom.z * atom.z), "",
      "form factor at t_min, over Z^2")
  }

  /// The fluxes of the methods that end elsewhere than ww.
  private func addOtherFluxes(
    _ atom: TargetAtom, from least: Double, mass: Double, to entries: inout [DerivedQuantity]
  ) {
    guard channel == .brems else { return }
    let leptonMass = world.leptonMasses[projectile.lepton]
    func add(_ method: String, _ largest: Double, _ words: String) {
      entries.append(
        DerivedQuantity(
          "chi/Z^2 \(method)", atom.flux(from: least, to: largest) / (atom.z * atom.z), unit: "",
          origin: "the same up to \(words), of \(method)", source: "Bjorken:2009mm"))
    }
    if fluxLimit != .mass { add("iww", mass * mass + leptonMass * leptonMass, "m^2 + m_l^2") }
    if projectile != .muon { add("leading-log", mass * mass, "t_max = m^2") }
  }
}
