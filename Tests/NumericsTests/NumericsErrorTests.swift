// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Numerics
import Testing

@Suite("Errors of numerics")
struct NumericsErrorTests {
  @Test("a status has GSL's name and words")
  func status() {
    #expect(GSLStatus.divergent.name == "GSL_EDIVERGE")
    #expect(GSLStatus.divergent.meaning == "integral or series is divergent")
    #expect(GSLStatus.domain.name == "GSL_EDOM")
    #expect(GSLStatus.outOfMemory.name == "GSL_ENOMEM")
    #expect(GSLStatus.noProgress.name == "GSL_ENOPROG")
    #expect(GSLStatus.underflow.name == "GSL_EUNDRFLW")
    #expect(GSLStatus.overflow.name == "GSL_EOVRFLW")
    #expect(GSLStatus.roundoff.name == "GSL_EROUND")
    #expect(GSLStatus.singular.name == "GSL_ESING")
    #expect(GSLStatus.maximumIterations.name == "GSL_EMAXITER")
    #expect(GSLStatus.badTolerance.name == "GSL_EBADTOL")
  }

  @Test("reads as problem, reason in brackets, suggestion")
  func text() {
    let error = numericsError { _ = try Bessel.k(1.0 / 3, at: 800) }
    #expect(
      error?.description
        == "no value of Bessel K(0.3333333333333333, 800.0) (gsl_sf_bessel_Knu_e: GSL_EUNDRFLW, "
        + "underflow; best so far 0.0 +- 2.2250738585072014e-308) "
        + "use kScaled, which carries no exponential")
    #expect(error?.cause == .status(.underflow, routine: "gsl_sf_bessel_Knu_e"))
  }

  @Test("two errors of NaN at the same place are equal")
  func equality() {
    func fail() -> NumericsError? {
      numericsError { _ = try integrate(from: 0, to: 1) { _ in .nan } }
    }
    #expect(fail() != nil)
    #expect(fail() == fail())
  }
}
