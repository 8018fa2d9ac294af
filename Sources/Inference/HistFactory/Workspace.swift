// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// What a search saw and how it explains it: channels of binned samples with their uncertainties,
/// the observed counts, and one or several measurements.
///
/// A plain description, as complete as what analyses publish. ``HistFactoryModel`` makes a
/// likelihood of it; ``flaws()`` says what would keep it from doing so.
///
/// - Source: Cranmer2012histfactory, section 2 (structure); Heinrich2021pyhf (names)
package struct Workspace: Hashable, Sendable {
  /// The channels, each with a name of its own.
  package var channels: [Channel]

  /// The observed counts, one entry for each channel.
  package var observations: [Observation]

  /// What is measured, at least one.
  package var measurements: [Measurement]

  /// Joins the parts; what is wrong with them ``flaws()`` tells.
  package init(channels: [Channel], observations: [Observation], measurements: [Measurement]) {
    self.channels = channels
    self.observations = observations
    self.measurements = measurements
  }

  /// A disjoint region of the data, in bins.
  package struct Channel: Hashable, Sendable {
    /// The name.
    package var name: String

    /// The processes that contribute, all in the same bins.
    package var samples: [Sample]

    /// Joins a name and samples.
    package init(_ name: String, samples: [Sample]) {
      self.name = name
      self.samples = samples
    }

    /// The number of bins, that of the first sample.
    var binCount: Int { samples.first?.rates.count ?? 0 }
  }

  /// A process in a channel.
  package struct Sample: Hashable, Sendable {
    /// The name.
    package var name: String

    /// The nominal number of events in each bin.
    package var rates: [Double]

    /// What scales and deforms them.
    package var modifiers: [Modifier]

    /// Joins a name, nominal rates and modifiers.
    package init(_ name: String, rates: [Double], modifiers: [Modifier] = []) {
      self.name = name
      self.rates = rates
      self.modifiers = modifiers
    }
  }

  /// The counts of a channel.
  package struct Observation: Hashable, Sendable {
    /// The name of the channel.
    package var channel: String

    /// The counts, which may be fractions in expected data.
    package var counts: [Double]

    /// Joins a channel's name and its counts.
    package init(_ channel: String, counts: [Double]) {
      self.channel = channel
      self.counts = counts
    }
  }

  /// A question to the data: which parameter is the signal strength, and how others are treated.
  package struct Measurement: Hashable, Sendable {
    /// The name.
    package var name: String

    /// The parameter of interest; empty if there is none.
    package var signalStrength: String

    /// Settings that replace the defaults of parameters.
    package var settings: [ParameterSetting]

    /// Joins a name, the signal strength and settings.
    package init(_ name: String, signalStrength: String, settings: [ParameterSetting] = []) {
      self.name = name
      self.signalStrength = signalStrength
      self.settings = settings
    }
  }

  /// What replaces the defaults of a parameter; nil leaves them.
  package struct ParameterSetting: Hashable, Sendable {
    /// The parameter, as modifiers name it.
    package var name: String

    /// Where fits begin, and where a fixed parameter stays; one value for each component.
    package var initial: [Double]?

    /// Lower and upper bounds for each component.
    package var bounds: [[Double]]?

    /// The auxiliary measurements of a constrained parameter.
    package var auxiliary: [Double]?

    /// The auxiliary count for a parameter of one, of `shapesys`.
    package var factors: [Double]?

    /// The standard deviations of Gaussian constraints, of `staterror` and `lumi`.
    package var sigmas: [Double]?

    /// Whether the parameter stays at its initial value.
    package var isFixed: Bool?

    /// Joins the settings of a parameter.
    package init(
      _ name: String, initial: [Double]? = nil, bounds: [[Double]]? = nil,
      auxiliary: [Double]? = nil, factors: [Double]? = nil, sigmas: [Double]? = nil,
      isFixed: Bool? = nil
    ) {
      self.name = name
      self.initial = initial
      self.bounds = bounds
      self.auxiliary = auxiliary
      self.factors = factors
      self.sigmas = sigmas
      self.isFixed = isFixed
    }
  }
}
