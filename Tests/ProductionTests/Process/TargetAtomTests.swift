// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Matter
import Production
import Testing

@Suite("An atom as a target")
struct TargetAtomTests {
  @Test("the form factor is the elastic one, plus the inelastic one where that is asked for")
  func contents() {
    let whole = TargetAtom(z: 82, atomicWeight: 207, mass: 192.8)
    let both = TargetAtom(z: 82, atomicWeight: 207, mass: 192.8, .elasticAndInelastic)
    let t = 1e-3
    #expect(whole.formFactor(t) == whole.elastic(t))
    #expect(both.formFactor(t) == whole.elastic(t) + InelasticFormFactor(z: 82)(t))
  }
}
