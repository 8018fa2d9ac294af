// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Inference
import Quantities

/// The options that say what an experiment knows.
enum ExperimentOption {
  /// The events that were seen.
  static let observed = Option(
    "observed", .integer(in: 0...CountingBin.largestCount), "events that were seen")
  /// The events that background gives.
  static let background = Option(
    "background", events, absent: "none", "events that background gives on average")
  /// The error of the background.
  static let backgroundError = Option(
    "background-error", events, absent: "it is known", "error of the background, in events")
  /// The density of the background.
  static let backgroundModel = Option(
    "background-model", shape, default: .gauss, "density of the background")
  /// The relative error of the efficiency.
  static let efficiencyError = Option(
    "efficiency-error", relativeError, absent: "it is known",
    "error of the efficiency over its value; with --bins one that all bins share")
  /// The density of the efficiency.
  static let efficiencyModel = Option(
    "efficiency-model", shape, default: .gauss, "density of the efficiency")
  /// A table of bins.
  static let bins = Option(
    "bins", .file("FILE.csv"), absent: "one bin of the options above",
    "table of several bins or run periods")
  /// The relative error of all backgrounds together.
  static let commonBackgroundError = Option(
    "common-background-error", relativeError, absent: "none",
    "error over value that the backgrounds of all --bins share")

  /// All of them, in the order of help pages.
  static let all: [any Parameter] = [
    observed, background, backgroundError, backgroundModel, efficiencyError, efficiencyModel,
    bins, commonBackgroundError,
  ]

  private static let events = ValueForm<Number>.quantity(
    .closed(.plain(0), .plain(Double(CountingBin.largestCount)))
  ).named("EVENTS", expecting: "a number, for example 0.53")
  private static let shape = ValueForm<UncertaintyShape>.choice("SHAPE") { $0.title }
  private static let relativeError = ValueForm<Fraction>.quantity(
    .closed(.share(0), .share(UncertainValue.largestRelativeError))
  ).named("FRACTION", expecting: "a fraction, for example 10%")
}
