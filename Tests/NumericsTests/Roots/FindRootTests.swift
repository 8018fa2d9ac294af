// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Numerics
import Testing

@Suite("Roots in a bracket")
struct FindRootTests {
  @Test("are exact to 1e-12 for smooth, flat and steep functions")
  func accuracy() throws {
    let dottie = try findRoot(from: 0, to: 1) { cos($0) - $0 }
    #expect(isNear(dottie.value, 0.7390851332151607, relative: 1e-12))
    let cube = try findRoot(from: 0, to: 9) { $0 * $0 * $0 - 2 }
    #expect(isNear(cube.value, cbrt(2), relative: 1e-12))
    let steep = try findRoot(from: -1, to: 1) { tanh(1e6 * ($0 - 0.3)) }
    #expect(isNear(steep.value, 0.3, relative: 1e-12))
    let tiny = try findRoot(from: 0, to: 1) { $0 - 1e-12 }
    #expect(isNear(tiny.value, 1e-12, relative: 1e-11))
  }

  @Test("do not depend on the order of the ends, and an end may be the root")
  func ends() throws {
    let forward = try findRoot(from: 1, to: 4) { $0 * $0 - 3 }
    let backward = try findRoot(from: 4, to: 1) { $0 * $0 - 3 }
    #expect(forward == backward)
    #expect(try findRoot(from: 2, to: 5) { $0 - 2 } == Estimate(value: 2, error: 0))
    #expect(try findRoot(from: 2, to: 5) { $0 - 5 } == Estimate(value: 5, error: 0))
  }

  @Test("a jump through zero counts, to 1e-12")
  func jump() throws {
    let root = try findRoot(from: 0, to: 1) { $0 < 0.25 ? -1 : 2 }
    #expect(isNear(root.value, 0.25, relative: 1e-12))
  }

  @Test("a root at zero is found with an absolute error, and asks for one without")
  func zero() throws {
    let root = try findRoot(from: -1, to: 2, absoluteError: 1e-14) { sinh($0) + pow($0, 3) }
    #expect(root.value.magnitude <= 1e-14)
  }

  @Test("equal signs at the ends are refused with the way to a bracket")
  func noBracket() {
    let error = numericsError { _ = try findRoot(from: -1, to: 1) { $0 * $0 + 1 } }
    #expect(
      error?.description
        == "no root between -1.0 and 1.0 (gsl_root_fsolver_set: GSL_EINVAL, invalid argument "
        + "supplied by user) give ends where the function has opposite signs; see findBracket")
  }

  @Test("NaN says where, the closure's own error comes out unchanged, at once")
  func failures() {
    let error = numericsError { _ = try findRoot(from: 0, to: 4) { $0 == 4 ? .nan : -1 } }
    #expect(error?.cause == .notFinite(value: .notANumber, at: [4]))
    var calls = 0
    #expect(throws: Interruption(place: 3)) {
      _ = try findRoot(from: 0, to: 1) { x in
        calls += 1
        if calls == 4 { throw Interruption(place: 3) }
        return exp(x) - 2
      }
    }
    #expect(calls == 4)
  }
}
