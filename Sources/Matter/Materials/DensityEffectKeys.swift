// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Quantities

/// The keys of the density effect in Sternheimer's parametrisation.
package enum DensityEffectKeys {
  /// C.
  package static let c = Key<Double>(
    "c", .number(.positive), meaning: "C = 2 ln(I / plasma energy) + 1; some tables list -C",
    example: "6.2018")

  /// The beginning of the effect.
  package static let x0 = Key<Double>(
    "x0", .number(), meaning: "log10(beta gamma) at which the effect sets in", example: "0.3776")

  /// The completion of the effect.
  package static let x1 = Key<Double>(
    "x1", .number(), meaning: "log10(beta gamma) at which the effect is complete",
    example: "3.8073")

  /// The coefficient of the transition.
  package static let a = Key<Double>(
    "a", .number(.nonNegative), meaning: "coefficient of the transition", example: "0.09359")

  /// The exponent of the transition.
  package static let m = Key<Double>(
    "m", .number(.positive), meaning: "exponent of the transition; some tables call it k",
    example: "3.1608")

  /// The term of conductors.
  package static let delta0 = Key<Double>(
    "delta0", .number(.nonNegative), default: 0, meaning: "delta at x0 in a conductor",
    example: "0.14")

  /// The density that the parameters belong to.
  package static let atDensity = Key<Density?>(
    "at-density", optional: .quantity(.positive),
    meaning: "density that the parameters belong to, if not the one of 'stated-at'",
    example: "11.35 g/cm3")

  /// The source.
  package static let source = Key<String?>(
    "source", optional: .text(example: "PDG:2024cfk"),
    meaning: "key of the publication they are from")

  /// The certainty.
  package static let certainty = Key<Certainty?>(
    "certainty", optional: .choice(of: Certainty.self),
    meaning: "how far they can be trusted to be what the source says", example: "quoted")

  static let form = Form(
    "density-effect", meaning: "the density effect on ionisation loss",
    keys: [c, x0, x1, a, m, delta0, atDensity, source, certainty],
    checks: [
      Form.Check(reading: x0, x1) { section in
        guard section[x0] >= section[x1] else { return [] }
        return [
          .error(
            "x0=\(section[x0]) is not below x1=\(section[x1]) (the effect sets in at x0)",
            at: section.place(of: x0), suggestion: "exchange them")
        ]
      }
    ])
}
