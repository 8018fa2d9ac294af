// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// What scales or deforms a sample.
///
/// Modifiers of one name move together.
///
/// - Source: Heinrich2021pyhf (names and conventions); Cranmer2012histfactory, section 4
package struct Modifier: Hashable, Sendable {
  /// The name of the parameter.
  package var name: String

  /// What the parameter does.
  package var effect: Effect

  /// Joins a name and an effect.
  package init(_ name: String, _ effect: Effect) {
    self.name = name
    self.effect = effect
  }

  /// What a parameter does to a sample, with its data.
  package enum Effect: Hashable, Sendable {
    /// Scales the sample freely.
    case normFactor

    /// Scales it by `low` at -1 and `high` at +1 standard deviation, with a Gaussian constraint.
    case normSystematic(low: Double, high: Double)

    /// Shifts its bins to `low` at -1 and `high` at +1 standard deviation, with a Gaussian
    /// constraint.
    case histogramSystematic(low: [Double], high: [Double])

    /// Scales each bin by its own factor, with a Poisson constraint from absolute errors.
    case shapeSystematic([Double])

    /// Scales each bin of all samples of a channel that carry it by a common factor, with a Gaussian
    /// constraint from their absolute errors in quadrature.
    case statisticalError([Double])

    /// Scales by the luminosity, the Gaussian constraint of which the measurement sets.
    case luminosity

    /// Scales each bin by a free factor of its own.
    case shapeFactor

    /// The kind without data.
    package var kind: Kind {
      switch self {
      case .normFactor: .normfactor
      case .normSystematic: .normsys
      case .histogramSystematic: .histosys
      case .shapeSystematic: .shapesys
      case .statisticalError: .staterror
      case .luminosity: .lumi
      case .shapeFactor: .shapefactor
      }
    }
  }

  /// The kinds of modifiers, named as in files.
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case histosys, lumi, normfactor, normsys, shapefactor, shapesys, staterror

    /// Whether each bin has a parameter of its own.
    var isPerBin: Bool { self == .shapefactor || self == .shapesys || self == .staterror }

    /// Whether two kinds may share a parameter: the same kind, or both standard deviations.
    func canShare(with other: Kind) -> Bool {
      let deviations: [Kind] = [.normsys, .histosys]
      return self == other || (deviations.contains(self) && deviations.contains(other))
    }

    /// The settings of a parameter of this kind that a measurement may replace.
    func accepts(_ attribute: ParameterAttribute) -> Bool {
      switch attribute {
      case .inits, .bounds, .fixed: true
      case .auxdata: self != .normfactor && self != .shapefactor
      case .factors: self == .shapesys
      case .sigmas: self == .staterror || self == .lumi
      }
    }
  }

  /// The settings of a parameter, named as in files.
  package enum ParameterAttribute: String, CaseIterable, Hashable, Sendable {
    case inits, bounds, auxdata, factors, sigmas, fixed
  }
}
