// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// A vector meson that photons mix with, with its branching ratios.
struct VectorMeson: Sendable {
  /// A decay.
  struct Decay: Sendable {
    let channel: MesonChannel
    let branching: Double
    /// The phase of the production amplitude in this channel in radians, relative to its first one.
    let phase: Double
  }

  /// The name, such as `omega(782)`.
  let name: String
  /// The mass in GeV.
  let mass: Double
  /// The width in GeV.
  let width: Double
  /// Whether the width follows the phase space of the decays; else it is constant.
  let runs: Bool
  /// The branching ratio into e+ e-.
  let electronBranching: Double
  /// The decays.
  let decays: [Decay]

  /// The phase space of each decay at the meson's own mass, in the order of `decays`.
  private let onShell: [Double]

  init(
    _ name: String, mass: Double, width: Double, runs: Bool, electronBranching: Double,
    decays: [Decay], phaseSpace: MesonPhaseSpace
  ) {
    self.name = name
    self.mass = mass
    self.width = width
    self.runs = runs
    self.electronBranching = electronBranching
    self.decays = decays
    onShell = decays.map { phaseSpace.value($0.channel, at: mass) }
  }

  /// The total width in GeV at sqrt(s) = `energy`.
  private func totalWidth(at energy: Double, _ phaseSpace: MesonPhaseSpace) -> Double {
    guard runs else { return width }
    var sum = 0.0
    var known = 0.0
    for (decay, reference) in zip(decays, onShell) {
      sum += decay.branching * phaseSpace.value(decay.channel, at: energy) / reference
      known += decay.branching
    }
    return width * sum / known
  }

  /// The amplitude of a channel whose square, times 9 / alpha^2 over sqrt s, gives its part of R.
  ///
  ///     A = e^(i phase) sqrt(Gamma_ee Gamma_f(s) / m) m^2 / (m^2 - s - i sqrt s Gamma(s))
  ///
  /// Zero for channels that the meson does not have.
  func amplitude(
    _ channel: MesonChannel, at energy: Double, _ phaseSpace: MesonPhaseSpace
  ) -> ComplexNumber {
    guard let index = decays.firstIndex(where: { $0.channel == channel }) else {
      return ComplexNumber(0)
    }
    let decay = decays[index]
    let open = phaseSpace.value(channel, at: energy) / onShell[index]
    guard open > 0 else { return ComplexNumber(0) }
    let partial = width * decay.branching * open
    let size = (electronBranching * width * partial / mass).squareRoot() * mass * mass
    let denominator = ComplexNumber(
      (mass - energy) * (mass + energy), -energy * totalWidth(at: energy, phaseSpace))
    return ComplexNumber(magnitude: size, phase: decay.phase) / denominator
  }
}
