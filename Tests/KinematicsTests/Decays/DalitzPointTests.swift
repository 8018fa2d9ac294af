// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Kinematics
import Testing

@Suite("DalitzPoint")
struct DalitzPointTests {
  @Test("the three squares add up to those of all masses")
  func sum() throws {
    var random = RandomConfigurations("Dalitz sum")
    for _ in 0..<(5000 * Effort.factor) {
      let (parent, m) = random.masses(daughters: 3)
      let decay = try ThreeBodyDecay(of: parent, into: m[0], m[1], m[2])
      let point = decay.split(at: random.stream.uniform())
        .dalitzPoint(cosine: 2 * random.stream.uniform() - 1)
      let expected = m.reduce(parent * parent) { $0 + $1 * $1 }
      #expect(abs(point.s12 + point.s23 + point.s13 - expected) <= 4e-15 * expected)
    }
  }

  @Test("the invariant masses of the daughters are those of the point")
  func daughters() throws {
    var random = RandomConfigurations("Dalitz daughters")
    let decay = try ThreeBodyDecay(of: 1.2, into: 0.3, 0, 0.2)
    for _ in 0..<1000 {
      let split = decay.drawSplit(using: &random.stream)
      let first = Direction(isotropic: &random.stream)
      let pair = Direction(isotropic: &random.stream)
      let point = split.dalitzPoint(cosine: first.z)
      let out = decay.daughters(ofParentWith: .zero, split, pair: pair, first: first)
      #expect(abs(out.first.invariantMass(with: out.second) - point.s12.squareRoot()) < 2e-15)
      #expect(abs(out.second.invariantMass(with: out.third) - point.s23.squareRoot()) < 2e-15)
      #expect(abs(out.first.invariantMass(with: out.third) - point.s13.squareRoot()) < 2e-15)
    }
  }

  @Test("the limits are (E2 + E3)^2 - (p2 +- p3)^2 in the frame of the pair")
  func limits() throws {
    let (M, m1, m2, m3) = (1.8, 0.14, 0.5, 0.3)
    let decay = try ThreeBodyDecay(of: M, into: m1, m2, m3)
    for share in [0.1, 0.5, 0.9] {
      let split = decay.split(at: share)
      let s12 = split.pair.parentMass * split.pair.parentMass
      let e2 = (s12 - m1 * m1 + m2 * m2) / (2 * s12.squareRoot())
      let e3 = (M * M - s12 - m3 * m3) / (2 * s12.squareRoot())
      let (p2, p3) = ((e2 * e2 - m2 * m2).squareRoot(), (e3 * e3 - m3 * m3).squareRoot())
      let range = split.s23Range
      #expect(abs(range.lowerBound - (pow(e2 + e3, 2) - pow(p2 + p3, 2))) < 1e-14)
      #expect(abs(range.upperBound - (pow(e2 + e3, 2) - pow(p2 - p3, 2))) < 1e-14)
    }
    // The corner where 3 rests: s23 is fixed.
    let corner = decay.split(at: 1).s23Range
    #expect(corner.upperBound - corner.lowerBound < 1e-15)
    #expect(try ThreeBodyDecay(of: 2, into: 0, 0, 2).split(at: 0.5).s23Range == 4...4)
  }

  @Test("a massless pair near its threshold has its small squares to the last digits")
  func smallSquares() throws {
    let decay = try ThreeBodyDecay(of: 1, into: 0, 0, 0)
    let split = decay.split(at: 1e-10)
    // s12 = v^2; s23 + s13 = 1 - v^2, s23 = (1 - v^2) (1 - c) / 2.
    let point = split.dalitzPoint(cosine: 1 - 1e-8)
    let cosine = 1 - 1e-8
    #expect(abs(point.s12 - 1e-20) < 1e-35)
    #expect(abs(point.s23 - 0.5 * (1 - cosine)) < 2e-15 * point.s23)
  }
}
