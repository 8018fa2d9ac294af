// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Matter
import Quantities
import Testing

@Suite("Radiation lengths")
struct RadiationLengthTests {
  @Test("Tsai's formula agrees with the tables within 0.1%, elements and compounds alike")
  func tables() throws {
    let elements = try Shipped.elements()
    let catalogue = try Shipped.catalogue()
    let table = try Shipped.table(
      "radiation-lengths.csv", columns: ["substance", "value", "unit"])
    for row in table.rows {
      let name = row.text("substance")
      let computed: Double
      if row.text("unit") == "mm" {
        let material = try catalogue.material(named: name)
        let thickness = RadiationLength.thickness(of: material.composition)
        computed = 10 * thickness / material.density.value.gramsPerCm3
      } else {
        computed = RadiationLength.thickness(of: try elements.element(named: name))
      }
      #expect(isNear(computed, try row.number("value"), 1e-3), "\(name) \(computed)")
    }
  }

  @Test("what cards state agrees with Tsai's formula within 0.1%")
  func cards() throws {
    let catalogue = try Shipped.catalogue()
    var stated = 0
    for name in catalogue.cardNames {
      let material = try catalogue.material(named: name)
      guard let length = material.radiationLength, case .card = length.origin else { continue }
      let thickness = length.value.cm * material.density.value.gramsPerCm3
      #expect(
        isNear(RadiationLength.thickness(of: material.composition), thickness, 1e-3), "\(name)")
      stated += 1
    }
    #expect(stated >= 16)
  }

  @Test("the Coulomb correction is that of the exact sum to 1e-4 up to uranium")
  func coulombCorrection() {
    for z in [1.0, 13, 29, 50, 74, 82, 92] {
      let a = PhysicalConstants.fineStructure * z
      // f = a^2 sum over n of 1 / [n (n^2 + a^2)], with the tail of the sum as an integral.
      let last = 2000.0
      var sum = 0.0
      for n in stride(from: 1.0, through: last, by: 1) { sum += 1 / (n * (n * n + a * a)) }
      let exact = a * a * (sum + 0.5 / (last * last))
      #expect((RadiationLength.coulombCorrection(z: z) - exact).magnitude < 1e-4, "\(z)")
    }
  }

  @Test("the scale is 1 / 716.408 g/mol: a fictitious element with known logarithms")
  func scale() throws {
    let hydrogen = try Shipped.elements().element(named: "H")
    let bracket = 5.31 - RadiationLength.coulombCorrection(z: 1) + 6.144
    #expect(isNear(RadiationLength.thickness(of: hydrogen), 716.408 * 1.008 / bracket, 1e-6))
  }

  @Test("above beryllium the logarithms are those of Thomas and Fermi")
  func logarithms() {
    let (elastic, inelastic) = RadiationLength.logarithms(z: 82)
    #expect(isNear(elastic, log(184.15) - log(82) / 3, 1e-14))
    #expect(isNear(inelastic, log(1194) - 2 * log(82) / 3, 1e-14))
  }
}
