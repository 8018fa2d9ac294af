// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Kinematics
import Numerics
import Quantities

/// Steps of invented showers: any energies within and around a range, most of them short.
struct RandomSteps {
  static func binning() throws -> TrackLengthBinning {
    try TrackLengthBinning(from: .mev(10), to: .gev(100))
  }

  struct Step {
    let before: Double
    let after: Double
    let length: Double
    let weight: Double
  }

  /// One event of up to 30 steps.
  static func event(_ random: inout RandomConfigurations) -> [Step] {
    (0..<random.stream.integer(below: 31)).map { index in
      let before = index == 0 ? 100 : random.logUniform(2e-3, 110)
      let loss = random.stream.integer(below: 4) == 0 ? 0 : random.logUniform(1e-6, 1)
      return Step(
        before: before, after: before * (1 - loss), length: random.logUniform(1e-3, 3),
        weight: random.stream.integer(below: 2) == 0 ? 1 : 0.25)
    }
  }

  /// A scorer after some events.
  static func scorer(events: [[Step]]) throws -> TrackLengthScorer {
    var scorer = TrackLengthScorer(try binning(), unit: .radiationLengths)
    for event in events {
      for step in event {
        scorer.score(
          from: step.before, to: step.after, length: step.length, weight: step.weight)
      }
      scorer.closeEvent()
    }
    return scorer
  }
}
