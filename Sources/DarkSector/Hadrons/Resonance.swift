// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// The propagators with which vector mesons enter a form factor, normalised to 1 at s = 0.
///
/// s and squared masses in GeV^2, masses and widths in GeV.
struct Resonance: Sendable {
  /// The line shape.
  enum Shape: String, Sendable {
    /// Gounaris and Sakurai: a P-wave pair of charged pions, with its dispersive mass shift.
    case gounarisSakurai = "gounaris-sakurai"
    /// A Breit-Wigner with constant width.
    case breitWigner = "breit-wigner"
  }

  let shape: Shape
  let mass: Double
  let width: Double

  /// What of the Gounaris-Sakurai shape depends on mass and width alone.
  private let onShell: OnShell

  init(_ shape: Shape, mass: Double, width: Double, pionMass: Double) {
    self.shape = shape
    self.mass = mass
    self.width = width
    onShell = OnShell(mass: mass, pionMass: pionMass)
  }

  /// The propagator at s > 0.
  ///
  /// Breit-Wigner: m^2 / (m^2 - s - i m Gamma). Gounaris-Sakurai:
  ///
  ///     m^2 (1 + d Gamma / m) / (m^2 - s + f(s) - i m Gamma(s))
  ///     Gamma(s) = Gamma (k / k_m)^3 m / sqrt s,  k = sqrt(s/4 - m_pi^2)
  ///     f(s) = Gamma m^2 / k_m^3 [k^2 (h(s) - h(m^2)) + (m^2 - s) k_m^2 h'(m^2)]
  ///     h(s) = (2/pi) (k / sqrt s) ln((sqrt s + 2 k) / (2 m_pi))
  ///
  /// and d such that the propagator is 1 at s = 0. For s > 4 m_pi^2.
  /// - Source: Gounaris:1968mw
  func propagator(_ s: Double) -> ComplexNumber {
    let square = mass * mass
    switch shape {
    case .breitWigner:
      return square * (ComplexNumber(1) / ComplexNumber(square - s, -mass * width))
    case .gounarisSakurai:
      let pion = onShell.pionMass
      let momentum = max(s / 4 - pion * pion, 0).squareRoot()
      let ratio = momentum / onShell.momentum
      let running = width * ratio * ratio * ratio * mass / s.squareRoot()
      let logarithm = OnShell.logarithm(s, momentum: momentum, pionMass: pion)
      let cube = onShell.momentum * onShell.momentum * onShell.momentum
      let square2 = onShell.momentum * onShell.momentum
      let dispersive = momentum * momentum * (logarithm - onShell.logarithm)
      let slope = (square - s) * square2 * onShell.slope
      let shift = width * square / cube * (dispersive + slope)
      let numerator = square * (1 + onShell.normalisation * width / mass)
      return numerator
        * (ComplexNumber(1) / ComplexNumber(square - s + shift, -mass * running))
    }
  }

  private struct OnShell: Sendable {
    let pionMass: Double
    let momentum: Double
    let logarithm: Double
    let slope: Double
    let normalisation: Double

    init(mass: Double, pionMass: Double) {
      self.pionMass = pionMass
      let square = mass * mass
      let momentum = max(square / 4 - pionMass * pionMass, 0).squareRoot()
      let logarithm = Self.logarithm(square, momentum: momentum, pionMass: pionMass)
      self.momentum = momentum
      self.logarithm = logarithm
      slope =
        logarithm * (1 / (8 * momentum * momentum) - 1 / (2 * square)) + 1 / (2 * .pi * square)
      let pion = pionMass * pionMass
      let wide = log((mass + 2 * momentum) / (2 * pionMass))
      let first = 3 / .pi * pion / (momentum * momentum) * wide
      let second = mass / (2 * .pi * momentum)
      let third = pion * mass / (.pi * momentum * momentum * momentum)
      normalisation = first + second - third
    }

    static func logarithm(_ s: Double, momentum: Double, pionMass: Double) -> Double {
      let energy = s.squareRoot()
      return 2 / .pi * momentum / energy * log((energy + 2 * momentum) / (2 * pionMass))
    }
  }
}
