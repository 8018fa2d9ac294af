// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@Suite("The statistics that judge the samplers")
struct GoodnessOfFitTests {
  @Test("Q(a, x) is e^-x for a = 1, erfc(sqrt x) for a = 1/2 and a Poisson sum for whole a")
  func upperGamma() {
    for x in [1e-3, 0.1, 0.5, 1, 2, 5, 20, 100] {
      #expect(abs(GoodnessOfFit.upperGamma(1, x) / Foundation.exp(-x) - 1) < 1e-12)
      #expect(abs(GoodnessOfFit.upperGamma(0.5, x) / erfc(x.squareRoot()) - 1) < 1e-10)
      let poisson = (0..<4).map { Foundation.exp(-x) * pow(x, Double($0)) / tgamma(Double($0) + 1) }
      #expect(abs(GoodnessOfFit.upperGamma(4, x) / poisson.reduce(0, +) - 1) < 1e-9)
    }
  }

  @Test("the probabilities of chi-square and of distances are those of the tables")
  func tabulatedValues() {
    // Chi-square 124.342 with 100 degrees of freedom is exceeded with probability 0.05.
    #expect(abs(GoodnessOfFit.upperGamma(50, 124.342 / 2) - 0.05) < 1e-5)
    // A distance of 1.358 / sqrt(n) is exceeded with probability 0.05 for large n.
    let n = 1_000_000
    let shift = 1.358 / Double(n).squareRoot()
    let numbers = (0..<n).map { (Double($0) + 0.5) / Double(n) }
    let probability = GoodnessOfFit.kolmogorovSmirnov(numbers) { $0 - shift }
    #expect(abs(probability - 0.05) < 1e-3)
  }
}
