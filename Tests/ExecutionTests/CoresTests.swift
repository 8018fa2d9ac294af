// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Execution
import Testing
import _Probing

@Suite("cores")
struct CoresTests {
  @Test(
    "a list of cores as Linux writes it is counted",
    arguments: [("0", 1), ("0-3", 4), ("0-3,8", 5), ("1,3,5-6", 4), ("0-127,256-383", 256)])
  func count(list: String, cores: Int) {
    #expect(Cores.count(inList: list) == cores)
  }

  @Test("anything else is refused", arguments: ["", "-", "3-1", "0-1-2", "a", "0,,1", "0-", "-1"])
  func refused(list: String) {
    #expect(Cores.count(inList: list) == nil)
  }

  @Test("there is at least one")
  func available() {
    #expect(Cores.available >= 1)
  }

  @Test("a process bound to one core knows it")
  func affinity() {
    #expect(Probe(["cores"], through: ["taskset", "-c", "0"]).wait().output == "1\n")
  }
}
