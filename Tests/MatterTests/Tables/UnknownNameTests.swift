// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Matter
import Testing

@Suite("Unknown names")
struct UnknownNameTests {
  @Test("the nearest known name is offered, if one is near")
  func nearest() {
    let known = ["lead", "iron"]
    #expect(
      UnknownName("leed", kind: "material", among: known).description
        == "no material is named 'leed' (2 names are known) did you mean 'lead'?")
    #expect(
      UnknownName("unobtainium", kind: "material", among: known).description
        == "no material is named 'unobtainium' (2 names are known)")
  }
}
