// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Testing

@Suite("Nearest names")
struct NearestNameTests {
  private let names = ["dark-photon", "scalar", "pseudoscalar", "axial", "vector", "run", "list"]

  @Test(
    "a slip of the fingers finds the name",
    arguments: [
      ("dark-foton", "dark-photon"), ("scalr", "scalar"), ("LIST", "list"), ("lsit", "list"),
      ("rnu", "run"), ("Vektor", "vector"),
    ])
  func near(_ written: String, _ meant: String) {
    #expect(nearestName(to: written, among: names) == meant)
  }

  @Test("what is like nothing gets no suggestion", arguments: ["", "x", "monopole", "zzzz"])
  func far(_ written: String) {
    #expect(nearestName(to: written, among: names) == nil)
  }

  @Test("a huge text is answered at once")
  func hostile() {
    let huge = String(repeating: "scalar", count: 200_000)
    #expect(nearestName(to: huge, among: names) == nil)
  }
}
