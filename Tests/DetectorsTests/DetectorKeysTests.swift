// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Detectors
import Quantities
import Testing

@Suite("Cards of detectors")
struct DetectorKeysTests {
  private func findings(_ elements: String) -> [String] {
    Shipped.reading(elements).findings.byPlace.map { "\($0.message); \($0.suggestion)" }
  }

  @Test("an element has the keys of the card it extends, and its own over them")
  func extends() throws {
    let axis = try Shipped.axis(
      "- {name: ecal, extends: na64-ecal, at: 1 m, layers: 100, active: {thickness: 2 mm}}\n")
    let section = try #require(axis.stations.first).element.section
    #expect(axis.stations[0].element.kind == "sampling-calorimeter")
    #expect(section[SamplingCalorimeterKeys.layers] == 100)
    #expect(section[SamplingCalorimeterKeys.cells] == [6, 6])
    let active = section[SamplingCalorimeterKeys.active]
    #expect(active[LayerKeys.thickness] == .mm(2))
    #expect(active[LayerKeys.material].name == "polystyrene")
    #expect(active[ActiveLayerKeys.birks].value.mmPerMeV == 0.126)
    #expect(active[ActiveLayerKeys.birks].certainty == .recalled)
    #expect(axis.stations[0].length.mm == 350)
  }

  @Test("a card that is not there is told with the nearest name")
  func unknown() {
    #expect(
      findings("- {name: e, extends: na64-eca, at: 0 m}\n") == [
        "no detector is named 'na64-eca' ('extends' takes a name or a path);"
          + " did you mean 'na64-ecal'?"
      ])
  }

  @Test("an element cannot change the kind of what it extends")
  func otherKind() {
    #expect(
      findings("- {name: e, kind: counter, extends: na64-ecal, at: 0 m}\n").contains(
        "'kind: counter' of an element that extends 'na64-ecal' (a sampling-calorimeter);"
          + " leave 'kind' out, or extend another card"))
  }

  @Test(
    "the preshower is not longer than the stack, no layer has zero thickness, cells have a size")
  func faults() {
    #expect(
      findings("- {name: e, extends: na64-ecal, at: 0 m, preshower-layers: 151}\n") == [
        "a preshower of 151 layers in 150 (it is made of the first of them); choose at most 150"
      ])
    #expect(
      findings("- {name: e, extends: na64-ecal, at: 0 m, absorber: {thickness: 0 mm}}\n")
        .contains { $0.contains("0 mm") })
    #expect(
      findings("- {name: e, extends: na64-wcal, at: 0 m, cells: [2, 2]}\n") == [
        "cells without a size (the key 'cell-size' is missing); add 'cell-size: 38.2 mm'"
      ])
  }

  @Test("cells that do not cover the beam are found, with the shift of the grid")
  func coverage() throws {
    let axis = try Shipped.axis(Shipped.na64)
    #expect(axis.uncovered(by: .mm(190)).isEmpty)
    let finding = try #require(axis.uncovered(by: .mm(192)).first)
    #expect(
      finding.message
        == "the cells of 'ecal' do not cover the beam (they reach 95.5 mm from its axis, half its"
        + " spot is 96 mm)")
  }

  @Test(
    "detectors that ship have the published depths",
    arguments: [
      ("na64-ecal", 40.6, 1.57, 450.0), ("na64-hcal", 0, 29.6, 5568), ("na64-wcal", 29.3, 0, 170),
    ])
  func depths(name: String, x0: Double, lambda: Double, depth: Double) throws {
    let calorimeter = try Shipped.calorimeter(name)
    #expect(calorimeter.depth == depth)
    if x0 > 0 { #expect(abs(calorimeter.radiationLengths - x0) < 0.05) }
    if lambda > 0 { #expect(abs(calorimeter.interactionLengths - lambda) < 0.05) }
  }
}
