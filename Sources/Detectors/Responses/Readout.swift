// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Numerics
import Quantities

/// How the light of one cell becomes an energy: photostatistics, gain, noise.
///
///     E = (1 + c g) N / k + n h,    N ~ Poisson(k e)
///
/// e is the energy that the light stands for in GeV, k the photoelectrons per GeV, c the rms of the
/// gain, n the noise in GeV, g and h normal deviates. Without k the first step is e itself.
package struct Readout: Hashable, Sendable {
  /// The rms of the gain of a cell.
  package let calibrationError: Double
  /// The rms of the noise of a cell in GeV.
  package let noise: Double
  /// Photoelectrons per GeV; nil where their number does not fluctuate.
  package let photoelectrons: Double?

  /// A readout by its numbers.
  package init(calibrationError: Double = 0, noise: Double = 0, photoelectrons: Double? = nil) {
    self.calibrationError = calibrationError
    self.noise = noise
    self.photoelectrons = photoelectrons
  }

  /// Reads the keys of a readout.
  init(_ section: Section) {
    self.init(
      calibrationError: section[ReadoutKeys.calibrationError].value.share,
      noise: section[ReadoutKeys.noise].value.gev,
      photoelectrons: section[ReadoutKeys.photoelectrons]?.value.perGeV)
  }

  /// The energy that is read for an energy in GeV.
  @inline(__always)
  package func read(_ energy: Double, _ random: inout RandomStream) -> Double {
    var read = energy
    if let photoelectrons {
      read = Double(random.poisson(mean: photoelectrons * energy)) / photoelectrons
    }
    if calibrationError > 0 { read *= 1 + calibrationError * random.normal() }
    if noise > 0 { read += noise * random.normal() }
    return read
  }

  /// The variance of the sum of what some cells read, in GeV^2.
  ///
  ///     v = Sum e / k + c^2 Sum e^2 + N n^2
  ///
  /// - Parameters:
  ///   - energy: the sum of their energies in GeV.
  ///   - squares: the sum of the squares of their energies in GeV^2.
  ///   - cells: how many they are.
  /// - Returns: the variance.
  package func variance(of energy: Double, squares: Double, cells: Int) -> Double {
    let statistics = photoelectrons.map { energy / $0 } ?? 0
    return statistics + calibrationError * calibrationError * squares
      + Double(cells) * noise * noise
  }
}
