// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// Two particles that meet along z and two that leave, built in the centre of mass.
struct CentreOfMass {
  let invariant: Double
  let before: Double
  let after: Double
  let incoming: [[Double]]
  let outgoing: [[Double]]

  /// Masses before and after, and the cosine of the first outgoing particle to the first incoming.
  init(invariant s: Double, _ first: (Double, Double), _ last: (Double, Double), cosine c: Double) {
    func momentum(_ a: Double, _ b: Double) -> Double {
      (((s - (a + b) * (a + b)) * (s - (a - b) * (a - b))) / (4 * s)).squareRoot()
    }
    let sine = ((1 - c) * (1 + c)).squareRoot()
    func pair(_ a: Double, _ b: Double, _ p: Double, _ x: Double, _ z: Double) -> [[Double]] {
      [
        [(a * a + p * p).squareRoot(), p * x, 0, p * z],
        [(b * b + p * p).squareRoot(), -p * x, 0, -p * z],
      ]
    }
    invariant = s
    before = momentum(first.0, first.1)
    after = momentum(last.0, last.1)
    incoming = pair(first.0, first.1, before, 0, 1)
    outgoing = pair(last.0, last.1, after, sine, c)
  }

  /// d sigma / d cos in GeV^-2 for a squared amplitude.
  func crossSection(_ amplitude: Double) -> Double {
    amplitude * after / before / (32 * .pi * invariant)
  }

  /// The energy of the first outgoing particle where the second incoming one rests, and its slope in
  /// the cosine.
  func energyInLaboratory(of target: Double) -> (value: Double, slope: Double) {
    let (q, p) = (outgoing[0], incoming[1])
    return (
      (q[0] * p[0] - q[3] * p[3]) / target, after * before / target
    )
  }
}
