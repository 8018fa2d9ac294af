// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Numerics
import Testing

@Suite("Axes of tables")
struct InterpolationAxisTests {
  @Test("the cell of a place agrees with a plain search, on and off the places")
  func cells() throws {
    var dice = Dice(3)
    for count in [2, 3, 4, 17, 100] {
      var places = [0.0]
      for _ in 1..<count { places.append((places.last ?? 0) + 0.01 + dice.roll()) }
      let axis = try InterpolationAxis(places)
      let probes = places + (0..<200).map { _ in (dice.roll() * 1.2 - 0.1) * axis.upper }
      for x in probes {
        let plain = places.dropLast().lastIndex { $0 <= x } ?? 0
        #expect(axis.cell(of: x) == plain)
      }
    }
  }

  @Test("faults name the first place at fault")
  func faults() {
    func text(_ places: [Double]) -> String? {
      numericsError { _ = try InterpolationAxis(places, name: "energy") }?.description
    }
    #expect(
      text([1]) == "no table along energy (1 places are too few) give two places at least")
    #expect(text([1, .nan, 3]) == "no table along energy (place 1 is nan)")
    #expect(
      text([1, 2, 2, 0]) == "no table along energy (place 2 at 2.0 does not lie above place 1 at "
        + "2.0) sort the places and leave out those that repeat")
  }
}
