// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Numerics
import Testing

@Suite("Steffen's monotone cubic")
struct MonotoneCubicInterpolantTests {
  @Test("has the values, slopes and integrals of GSL 2.7, to 1e-13")
  func oracle() throws {
    let table = try MonotoneCubicInterpolant(
      [0, 0.4, 1, 1.1, 2.5, 4, 4.2, 7], [1, 3, 2.5, 2.5, -1, 0.5, 8, 9])
    // gsl_spline_eval, _eval_deriv and _eval_integ from 0.05, with gsl_interp_steffen.
    let references = [
      (0.1, 1.59375, 6.5625, 0.07166341145833334),
      (0.39, 2.9975312500000002, 0.49062499999999964, 0.77995291666666666),
      (0.7, 2.75, -1.2499999999999998, 1.6818196614583334),
      (1.3, 2.306122448979592, -1.8367346938775508, 3.1966793553358843),
      (2.2, -0.58673469387755128, -2.5255102040816313, 4.0168961920705781),
      (3.3, -0.57333333333333347, 1.0666666666666664, 3.0737224392361115),
      (4.1, 4.2821428571428335, 55.571428571428527, 3.2044089471726176),
      (5.9, 8.7008473032069968, 0.24189139941690951, 18.17371888096757),
    ]
    for (x, value, slope, area) in references {
      #expect(isNear(try table.value(at: x), value, relative: 1e-13))
      #expect(isNear(try table.derivative(at: x), slope, relative: 2e-13))
      #expect(isNear(try table.integral(from: 0.05, to: x), area, relative: 1e-13))
    }
  }

  @Test("never leaves the range of two neighbours, over a thousand random tables")
  func monotone() throws {
    var dice = Dice(11)
    for _ in 0..<1000 {
      var places = [0.0]
      var values = [dice.roll()]
      for _ in 0..<8 {
        places.append((places.last ?? 0) + 1e-3 + dice.roll() * dice.roll())
        // Now and then a plateau.
        values.append(dice.roll() < 0.2 ? values.last ?? 0 : dice.roll())
      }
      let table = try MonotoneCubicInterpolant(places, values)
      for cell in 0..<8 {
        let (start, end) = (values[cell], values[cell + 1])
        var last = start
        for step in 1...20 {
          let x = places[cell] + Double(step) / 20 * (places[cell + 1] - places[cell])
          let value = table.value(clamping: x)
          #expect(value >= min(start, end) - 1e-14 && value <= max(start, end) + 1e-14)
          #expect((value - last) * (end - start) >= -1e-14)
          last = value
        }
      }
    }
  }

  @Test("its slope is continuous")
  func smooth() throws {
    let places = [0.0, 1, 1.5, 4]
    let table = try MonotoneCubicInterpolant(places, [0, 1, 3, 3.5])
    for x in places[1...2] {
      let below = table.derivative(extrapolating: x - 1e-12)
      #expect(isNear(below, table.derivative(extrapolating: x), relative: 1e-9))
    }
  }
}
