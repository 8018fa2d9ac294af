// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Matter
import Testing

@Suite("Interpolated interaction lengths")
struct InteractionInterpolationTests {
  @Test("a tabulated element comes back from its neighbours within 3.1% below neon, 1% above")
  func leaveOneOut() throws {
    let text = try Shipped.text(of: "Data/tables/elements.csv")
    let elements = try Shipped.elements().elements
    var tried = 0
    for element in elements where element.hasTabulatedInteraction && (4...79).contains(element.z) {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        guard line.hasPrefix("\(element.z),"), let comma = line.lastIndex(of: ",") else {
          return String(line)
        }
        return String(line[...comma])
      }
      let table = try ElementTable(lines.joined(separator: "\n"), file: "e.csv")
      let interpolated = try #require(table.element(z: element.z))
      #expect(!interpolated.hasTabulatedInteraction)
      let ratio =
        interpolated.nuclearInteractionThickness / element.nuclearInteractionThickness
      #expect((ratio - 1).magnitude < (element.z <= 10 ? 0.031 : 0.01), "\(element.name) \(ratio)")
      tried += 1
    }
    #expect(tried > 15)
  }

  @Test("without any tabulated element lambda is 35 g/cm^2 A^(1/3)")
  func rule() throws {
    let text = """
      z,symbol,name,atomic_weight,weight_kind,mean_excitation_ev,in_gas_ev,in_condensed_ev,      nuclear_interaction_g_cm2
      1,X,xenium,27,standard,20,,,
      """
    let element = try #require(ElementTable(text, file: "e.csv").element(z: 1))
    #expect(isNear(element.nuclearInteractionThickness, 105, 1e-12))
  }
}
