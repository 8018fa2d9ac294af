// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Quantities

extension ElementKind {
  /// A plane that counts charged particles.
  package static let counter = ElementKind(
    "counter", meaning: "a plane that counts charged particles",
    keys: [
      SlabKeys.material, SlabKeys.thickness, SlabKeys.width, CounterKeys.inefficiency,
      CounterKeys.readout,
    ],
    observables: CounterObservable.allCases.map(\.declaration),
    length: { $0[SlabKeys.thickness] })
}

/// The keys of a counter beside those of a slab.
package enum CounterKeys {
  /// How often a particle is missed.
  package static let inefficiency = Key<Measured<FractionDimension>>(
    "inefficiency", .measured(.closed(.zero, .share(1))), default: Measured(.zero),
    meaning: "probability that a minimum-ionising particle leaves no signal", example: "0.1 %")

  /// How its light is read.
  package static let readout = Key<Section>(
    "readout", .section(ReadoutKeys.form), meaning: "how its light is read")
}
