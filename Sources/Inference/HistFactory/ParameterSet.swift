// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// The parameters behind one name: a single one, or one for each bin.
///
/// Defaults are those of pyhf: factors start at one within 0 to 10 (1e-10 to 10 with a
/// constraint), deviations at zero within -5 to 5. The luminosity has none.
///
/// - Source: Heinrich2021pyhf (defaults)
struct ParameterSet {
  let name: String
  let kind: Modifier.Kind
  var initial: [Double]
  var lower: [Double]
  var upper: [Double]
  var isFixed: [Bool]

  /// The auxiliary measurements; empty without a constraint.
  var auxiliary: [Double] = []

  /// The auxiliary counts for a parameter of one, where the constraint is Poisson.
  var factors: [Double] = []

  /// The standard deviations, where the constraint is Gaussian.
  var sigmas: [Double] = []

  /// Where the components of a channel begin, by the channel's name; zero if not listed.
  var starts: [String: Int] = [:]

  /// The number of parameters.
  var count: Int { initial.count }

  /// What the components are called.
  var componentNames: [String] {
    kind.isPerBin ? initial.indices.map { "\(name)[\($0)]" } : [name]
  }

  /// The defaults of a parameter as its first modifier gives them.
  init(_ modifier: Modifier, rates: [Double]) {
    name = modifier.name
    kind = modifier.effect.kind
    let count = kind.isPerBin ? rates.count : 1
    func repeated<Value>(_ value: Value) -> [Value] { [Value](repeating: value, count: count) }
    initial = repeated(1)
    lower = repeated(0)
    upper = repeated(10)
    isFixed = repeated(false)
    switch modifier.effect {
    case .normFactor, .shapeFactor: break
    case .normSystematic, .histogramSystematic:
      initial = [0]
      (lower, upper) = ([-5], [5])
      (auxiliary, sigmas) = ([0], [1])
    case .luminosity:
      (auxiliary, sigmas) = ([1], [1])
    case .shapeSystematic(let errors):
      lower = repeated(1e-10)
      let isSound = zip(rates, errors).map { $0 > 0 && $1 > 0 }
      isFixed = isSound.map { !$0 }
      factors = zip(isSound, zip(rates, errors)).map { $0 ? ($1.0 / $1.1) * ($1.0 / $1.1) : 1 }
      auxiliary = factors
    case .statisticalError:
      (initial, lower, upper, isFixed) = ([], [], [], [])
    }
  }

  /// Adds the bins of a channel to a statistical error.
  /// - Parameters:
  ///   - relative: the errors of the bins over their rates; without an error a bin is fixed.
  ///   - channel: the channel's name.
  mutating func append(bins relative: [Double], of channel: String) {
    starts[channel] = count
    for error in relative {
      initial.append(1)
      lower.append(1e-10)
      upper.append(10)
      isFixed.append(error == 0)
      auxiliary.append(1)
      sigmas.append(error == 0 ? 1 : error)
    }
  }

  /// Replaces defaults by the settings of a measurement.
  mutating func apply(_ setting: Workspace.ParameterSetting) {
    initial = setting.initial ?? initial
    if let bounds = setting.bounds {
      lower = bounds.map { $0.first ?? 0 }
      upper = bounds.map { $0.last ?? 0 }
    }
    auxiliary = setting.auxiliary ?? auxiliary
    factors = setting.factors ?? factors
    sigmas = setting.sigmas ?? sigmas
    if let fixed = setting.isFixed { isFixed = isFixed.map { _ in fixed } }
  }

  /// The auxiliary measurement of a component; nil if the parameter is free.
  func constraint(of component: Int) -> HistFactoryParameter.Constraint? {
    if !factors.isEmpty {
      return .poisson(count: auxiliary[component], factor: factors[component])
    }
    guard !sigmas.isEmpty else { return nil }
    return .gauss(measured: auxiliary[component], sigma: sigmas[component])
  }
}

extension Workspace {
  /// The channels by name, the order in which bins and components are numbered.
  var channelsByName: [Channel] {
    channels.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// All parameters with their defaults, in the order in which the channels name them.
  func parameterSets() -> [ParameterSet] {
    var sets: [ParameterSet] = []
    var places: [String: Int] = [:]
    for channel in channelsByName {
      var sums: [String: (rates: [Double], squares: [Double])] = [:]
      var names: [String] = []
      for sample in channel.samples {
        for modifier in sample.modifiers {
          if places[modifier.name] == nil {
            places[modifier.name] = sets.count
            sets.append(ParameterSet(modifier, rates: sample.rates))
          }
          guard case .statisticalError(let errors) = modifier.effect else { continue }
          let none = [Double](repeating: 0, count: sample.rates.count)
          if sums[modifier.name] == nil { names.append(modifier.name) }
          let sum = sums[modifier.name] ?? (none, none)
          sums[modifier.name] = (
            zip(sum.rates, sample.rates).map(+), zip(sum.squares, errors).map { $0 + $1 * $1 }
          )
        }
      }
      for name in names {
        guard let sum = sums[name], let place = places[name] else { continue }
        let relative = zip(sum.rates, sum.squares).map { $0 > 0 ? $1.squareRoot() / $0 : 0 }
        sets[place].append(bins: relative, of: channel.name)
      }
    }
    return sets
  }
}
