// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Numerics

extension ProductionError {
  /// Refuses an energy that is no energy.
  static func check(energy: Double) throws(ProductionError) {
    if energy.isFinite, energy >= 0 { return }
    throw ProductionError(
      "no cross section at \(energy) GeV", because: "an energy is finite and not negative",
      try: "give the total energy of the projectile")
  }

  /// Refuses a mass or a coupling that a formula cannot take.
  ///
  /// - Parameters:
  ///   - value: the number.
  ///   - name: what it is, such as `mass of X`.
  ///   - reason: why it must be above zero.
  /// - Throws: the refusal.
  static func check(
    positive value: Double, _ name: String, because reason: String
  ) throws(ProductionError) {
    if value.isFinite, value > 0 { return }
    throw ProductionError(
      "no cross section for a \(name) of \(value) GeV", because: reason,
      try: "give a \(name) above zero")
  }

  /// Runs an integral, and says which one it was if it fails.
  static func integrating(
    _ what: String, _ work: () throws -> Estimate
  ) throws(ProductionError) -> Estimate {
    do {
      return try work()
    } catch let error as ProductionError {
      throw error
    } catch {
      throw ProductionError(
        "no \(what)", because: "\(error)", try: "ask for a larger relative error")
    }
  }
}
