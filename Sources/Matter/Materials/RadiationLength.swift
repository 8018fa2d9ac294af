// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Quantities

/// The radiation length of elements and compounds by Tsai's formula.
package enum RadiationLength {
  /// The radiation length of an element in g/cm^2.
  ///
  /// 1 / X0 = 4 alpha r_e^2 (N_A / A) { Z^2 [L_rad - f(Z)] + Z L'_rad }
  ///
  /// Z: charge; A: atomic weight in g/mol; L_rad, L'_rad: logarithms of screening by the atom's
  /// electrons, for the nucleus and for the electrons; f: Coulomb correction; 4 alpha r_e^2 N_A
  /// is 1 / (716.408 g/cm^2 mol/g). Agrees with the tables of the Particle Data Group within 0.1%.
  ///
  /// - Source: Tsai:1973py, radiation length
  package static func thickness(of element: Element) -> Double {
    let z = Double(element.z)
    let (elastic, inelastic) = logarithms(z: element.z)
    let bracket = z * z * (elastic - coulombCorrection(z: z)) + z * inelastic
    return element.atomicWeight / (scale * bracket)
  }

  /// The radiation length of a compound in g/cm^2, 1 / X0 = sum of w_i / X_i.
  ///
  /// Not defined for the vacuum. Neglects molecular binding, which matters for hydrogen alone.
  ///
  /// - Source: PDG:2024cfk, passage of particles through matter, radiation length
  package static func thickness(of composition: Composition) -> Double {
    1 / composition.massAverage { 1 / thickness(of: $0) }
  }

  /// Coulomb correction to bremsstrahlung and pair production, f(Z).
  ///
  /// a^2 [1 / (1 + a^2) + 0.20206 - 0.0369 a^2 + 0.0083 a^4 - 0.002 a^6], a = alpha Z; to four places
  /// up to uranium.
  ///
  /// - Source: Davies:1954zz, as fitted in PDG:2024cfk
  package static func coulombCorrection(z: Double) -> Double {
    let a = PhysicalConstants.fineStructure * z
    let square = a * a
    let series = 0.20206 + square * (-0.0369 + square * (0.0083 - 0.002 * square))
    return square * (1 / (1 + square) + series)
  }

  /// Tsai's L_rad and L'_rad of an element.
  ///
  /// ln(184.15 Z^(-1/3)) and ln(1194 Z^(-2/3)) of the Thomas-Fermi model; below Z = 5, where it
  /// fails, the numbers of better atomic form factors.
  ///
  /// - Source: Tsai:1973py, table B.2
  package static func logarithms(z: Int) -> (elastic: Double, inelastic: Double) {
    switch z {
    case 1: return (5.31, 6.144)
    case 2: return (4.79, 5.621)
    case 3: return (4.74, 5.805)
    case 4: return (4.71, 5.924)
    default:
      let root = cbrt(Double(z))
      return (log(184.15 / root), log(1194 / (root * root)))
    }
  }

  /// 4 alpha r_e^2 N_A in cm^2/mol.
  private static let scale =
    4 * PhysicalConstants.fineStructure * PhysicalConstants.classicalElectronRadius
    * PhysicalConstants.classicalElectronRadius * 1e-26 * PhysicalConstants.avogadro
}
