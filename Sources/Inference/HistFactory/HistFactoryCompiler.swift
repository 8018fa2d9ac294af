// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// Turns a sound workspace and a measurement into numbered parameters, factors and bins.
struct HistFactoryCompiler {
  private(set) var parameters: [HistFactoryParameter] = []
  private(set) var counts: [Double] = []
  private(set) var bins: [HistFactoryModel.Bin] = []
  private(set) var factors: [ScaleFactor] = []

  private let workspace: Workspace
  private let sets: [ParameterSet]
  private var starts: [String: Int] = [:]
  private var places: [String: Int] = [:]

  init(_ workspace: Workspace, _ measurement: Workspace.Measurement) {
    self.workspace = workspace
    sets = workspace.parameterSets().map { set in
      var set = set
      for setting in measurement.settings where setting.name == set.name { set.apply(setting) }
      return set
    }
  }

  /// The number of the first parameter of a name.
  func firstParameter(of name: String) -> Int? { starts[name] }

  mutating func compile() {
    for (place, set) in sets.enumerated() {
      places[set.name] = place
      starts[set.name] = parameters.count
      for (component, name) in set.componentNames.enumerated() {
        parameters.append(
          HistFactoryParameter(
            name: name, initial: set.initial[component], lower: set.lower[component],
            upper: set.upper[component], isFixed: set.isFixed[component],
            constraint: set.constraint(of: component)))
      }
    }
    for channel in workspace.channelsByName {
      let first = bins.count
      bins += [HistFactoryModel.Bin](repeating: .init(), count: channel.binCount)
      let observation = workspace.observations.first { $0.channel == channel.name }
      counts += observation?.counts ?? []
      for sample in channel.samples { compile(sample, of: channel, firstBin: first) }
    }
    for bin in bins.indices {
      var used: Set<Int> = []
      for term in bins[bin].terms {
        used.formUnion(term.factors.map { factors[$0].parameter })
        used.formUnion(term.shifts.map(\.parameter))
      }
      bins[bin].parameters = used.sorted()
    }
  }

  private mutating func compile(
    _ sample: Workspace.Sample, of channel: Workspace.Channel, firstBin: Int
  ) {
    var terms = sample.rates.map { HistFactoryModel.Term(nominal: $0) }
    for modifier in sample.modifiers {
      guard let start = starts[modifier.name], let place = places[modifier.name] else { continue }
      switch modifier.effect {
      case .normFactor, .luminosity:
        for bin in terms.indices { terms[bin].factors.append(factors.count) }
        factors.append(ScaleFactor(parameter: start))
      case .normSystematic(let low, let high):
        for bin in terms.indices { terms[bin].factors.append(factors.count) }
        factors.append(ScaleFactor(parameter: start, low: low, high: high))
      case .histogramSystematic(let low, let high):
        for bin in terms.indices {
          terms[bin].shifts.append(
            RateShift(
              parameter: start, low: low[bin], nominal: sample.rates[bin], high: high[bin]))
        }
      case .shapeSystematic, .statisticalError, .shapeFactor:
        let offset = start + (sets[place].starts[channel.name] ?? 0)
        for bin in terms.indices {
          terms[bin].factors.append(factors.count)
          factors.append(ScaleFactor(parameter: offset + bin))
        }
      }
    }
    for (bin, term) in terms.enumerated() { bins[firstBin + bin].terms.append(term) }
  }
}
