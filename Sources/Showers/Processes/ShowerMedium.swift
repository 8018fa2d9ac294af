// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Matter
import Quantities

/// What a homogeneous material is to a shower: numbers that all processes share.
///
/// Energies in GeV, lengths in mm, cross sections per atom in barn, densities per barn and mm, so
/// that a density times a cross section is a probability per mm.
package struct ShowerMedium: Sendable {
  /// An element of the material.
  package struct Constituent: Sendable {
    /// The charge of the nucleus.
    package let z: Double
    /// The atomic weight in g/mol.
    package let atomicWeight: Double
    /// Atoms per barn and mm.
    package let density: Double
    /// The Coulomb correction f(Z).
    package let coulombCorrection: Double
    /// Tsai's logarithms of screening, of the nucleus and of the electrons.
    package let logarithms: (elastic: Double, inelastic: Double)

    init(_ element: Element, density: Double) {
      z = Double(element.z)
      atomicWeight = element.atomicWeight
      self.density = density
      coulombCorrection = RadiationLength.coulombCorrection(z: z)
      logarithms = RadiationLength.logarithms(z: element.z)
    }
  }

  /// The name of the material.
  package let name: String
  /// The elements.
  package let constituents: [Constituent]
  /// Electrons per barn and mm.
  package let electronDensity: Double
  /// The radiation length in mm.
  package let radiationLength: Double
  /// The plasma energy hbar omega_p in GeV.
  package let plasmaEnergy: Double
  /// The mean excitation energy in GeV.
  package let meanExcitationEnergy: Double
  /// The density effect on ionisation.
  package let densityEffect: DensityEffect

  /// Takes the numbers of a material.
  /// - Throws: ``ShowerError`` for the vacuum, in which nothing showers.
  package init(_ material: Material) throws(ShowerError) {
    guard let radiationLength = material.radiationLength?.value.mm,
      let excitation = material.meanExcitationEnergy?.value.gev,
      let densityEffect = material.densityEffect
    else {
      throw ShowerError(
        "no shower in '\(material.name)'", because: "there is nothing to interact with",
        try: "choose a material with a density", about: .material)
    }
    name = material.name
    self.radiationLength = radiationLength
    // 1 / cm^3 = 1e-24 / (barn cm) = 1e-25 / (barn mm).
    constituents = zip(material.composition.components, material.numberDensities).map {
      Constituent($0.element, density: $1 * 1e-25)
    }
    electronDensity = material.electronDensity * 1e-25
    plasmaEnergy = material.plasmaEnergy.gev
    meanExcitationEnergy = excitation
    self.densityEffect = densityEffect
  }

  /// The energy below which a medium of a given radiation length suppresses radiation, over E^2.
  ///
  ///     E_LPM = alpha m_e^2 X0 / (4 pi hbar c)
  ///
  /// 4.3 TeV in lead; in GeV.
  /// - Source: Migdal:1956tc, characteristic energy
  package var suppressionEnergy: Double {
    let mass = Electron.mass
    // hbar c in GeV fm; 1 mm is 1e12 fm.
    return PhysicalConstants.fineStructure * mass * mass * radiationLength * 1e12
      / (4 * .pi * PhysicalConstants.hbarC)
  }
}

/// The square of the classical radius of the electron, r_e^2 = 0.0794 barn.
///
/// - Source: Mohr:2024kco, r_e
let electronRadiusSquare =
  PhysicalConstants.classicalElectronRadius * PhysicalConstants.classicalElectronRadius * 0.01
