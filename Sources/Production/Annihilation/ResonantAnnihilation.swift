// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector
import Glibc
import Matter
import Numerics
import Quantities

/// A positron that annihilates on an electron of the atom through X, e+ e- -> X -> a pair.
///
/// With E the total energy of the positron, the electron at rest, m its mass, s = 2 m (E + m) and
/// p^2 = m (E - m) / 2 the momentum in the centre of mass, J and M spin and mass of X,
///
///     sigma = (2 J + 1) pi / p^2  s Gamma_ee(sqrt s) Gamma_f(sqrt s) / [(s - M^2)^2 + W^2]
///
/// Gamma(sqrt s) is the partial width of an X of mass sqrt(s), with all masses kept. W is M Gamma(M)
/// with the full width by default, the convention of the field; ``PropagatorWidth/running`` takes
/// sqrt(s) Gamma(sqrt s), which differs by Gamma / M in the wings. On resonance this is the limit of
/// unitarity (2 J + 1) pi / p^2 times both branching ratios.
///
/// An axial X between two currents that are not conserved adds its spin-0 part, with no pole:
///
///     sigma_L = pi / p^2  s  Gamma_L,ee Gamma_L,f / M^4
///
/// Only the exchange of X in s counts: for a lepton pair neither the photon and its interference
/// with X, nor X in t. X makes a pair here and is not seen itself, so that it has no spectrum:
/// without a photon it would carry the energy E + m along the beam. An integral over energies has
/// to resolve ``halfWidth``, or to use ``strength``.
///
/// - Source: PDG:2024cfk, review Cross-section formulae for specific processes, resonances
/// - Source: Marsicano:2018krp, the narrow vector in the limit m << E
package struct ResonantAnnihilation: Process {
  package static let name = "annihilation"

  /// The largest width over mass for which a Breit-Wigner form is given.
  package static let largestWidth = 0.5

  /// X.
  package let boson: AnnihilatingBoson
  /// What it becomes.
  package let pair: AnnihilationPair
  /// Which width stands in its propagator.
  package let propagator: PropagatorWidth
  /// The number of electrons of the atom.
  package let electronsPerAtom: Double
  /// How the electrons move; nil where they rest.
  package let motion: AtomicElectrons?

  /// The sum of the masses of the pair in GeV.
  private let pairThreshold: Double
  /// M Gamma(M) in GeV^2.
  private let fixedWidth: Double

  /// Makes the process on an atom.
  ///
  /// - Parameters:
  ///   - boson: X.
  ///   - pair: what it becomes.
  ///   - atom: the atom, whose electrons count.
  ///   - motion: the electrons of this atom as they move; nil to leave them at rest.
  ///   - propagator: which width stands in the propagator.
  /// - Throws: where X lacks a coupling, cannot couple so, or is too wide.
  package init(
    _ boson: AnnihilatingBoson, into pair: AnnihilationPair, on atom: TargetAtom,
    motion: AtomicElectrons? = nil, propagator: PropagatorWidth = .fixed
  ) throws(ProductionError) {
    pairThreshold = try boson.checkedThreshold(of: pair)
    if let motion, motion.count != atom.z {
      throw ProductionError(
        "electrons of another atom", because: "they are \(motion.count), the charge is \(atom.z)",
        try: "give the electrons of the same element")
    }
    self.boson = boson
    self.pair = pair
    self.propagator = propagator
    self.motion = motion
    electronsPerAtom = atom.z
    fixedWidth = boson.mass * boson.totalWidth(mass: boson.mass)
  }

  package var threshold: Double {
    let atRest = restThreshold
    guard let motion else { return atRest }
    return max(Electron.mass, atRest / (1 + motion.largestMomentum))
  }

  /// The threshold in GeV on an electron at rest.
  var restThreshold: Double {
    max(Electron.mass, AnnihilationEnergy.resonance(mass: pairThreshold))
  }

  package func total(at energy: Double) throws(ProductionError) -> Estimate {
    guard energy > threshold else { return Estimate(value: 0, error: 0) }
    guard let motion else {
      let value = electronsPerAtom * perElectron(at: energy)
      return Estimate(value: value, error: rounding(at: energy) * value)
    }
    return try folded(over: motion, at: energy)
  }

  /// The relative error of rounding on electrons at rest.
  ///
  /// The place of the peak is known to two units in its last place, d; at a distance D from it the
  /// cross section changes by (2 D + d) d / (D^2 + h^2), h half the width.
  private func rounding(at energy: Double) -> Double {
    let peak = AnnihilationEnergy.resonance(mass: boson.mass)
    let shift = 2 * .ulpOfOne * peak.magnitude
    let distance = (energy - peak).magnitude
    let change =
      shift * (2 * distance + shift) / (distance * distance + halfWidth * halfWidth)
    return min(1, 64 * .ulpOfOne + change)
  }

  package func range(of variable: SpectrumVariable, at energy: Double) -> ClosedRange<Double>? {
    nil
  }

  package func differential(
    in variable: SpectrumVariable, at value: Double, energy: Double
  ) throws(ProductionError) -> Estimate {
    throw ProductionError(
      "no spectrum of resonant annihilation",
      because: "X takes all of the energy and leaves along the beam",
      try: "ask for the total cross section, or for \(ContinuumAnnihilation.name)")
  }

  /// The cross section in pb on one electron at rest; zero at and below the threshold.
  package func perElectron(at energy: Double) -> Double {
    perElectron(offset: energy - AnnihilationEnergy.resonance(mass: boson.mass), energy: energy)
  }

  /// The same, with the distance E - E_res in GeV given apart, for it may be far below the last
  /// place of E.
  func perElectron(offset: Double, energy: Double) -> Double {
    guard energy > restThreshold else { return 0 }
    let m = Electron.mass
    let s = 2 * m * (energy + m)
    let root = s.squareRoot()
    let momentumSquared = 0.5 * m * (energy - m)
    let distance = 2 * m * offset
    let width =
      propagator == .fixed ? fixedWidth : root * boson.totalWidth(mass: root)
    let resonant =
      boson.multiplicity * boson.width(into: .leptons(.electron), mass: root)
      * boson.width(into: pair, mass: root) / (distance * distance + width * width)
    return PhysicalConstants.perGeVSquaredInPb * .pi * s / momentumSquared
      * (resonant + contact(root))
  }

  /// The spin-0 part of an axial X, Gamma_L,ee Gamma_L,f / M^4.
  private func contact(_ root: Double) -> Double {
    guard boson.structure == .axial else { return 0 }
    let square = boson.mass * boson.mass
    return boson.longitudinalWidth(into: .leptons(.electron), mass: root)
      * boson.longitudinalWidth(into: pair, mass: root) / (square * square)
  }
}
