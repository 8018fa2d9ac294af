// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// What a sampling calorimeter measures of an event, in the order of its values.
package enum CalorimeterObservable: Int, CaseIterable, Sendable {
  /// The energy of all cells and sections.
  case energy
  /// The energy of the preshower.
  case preshower
  /// The energy of the cell on the beam axis.
  case central
  /// R = 1 - E_central / E.
  case r
  /// The mean depth.
  case depth
  /// The rms depth.
  case length
  /// The mean horizontal position.
  case x
  /// The mean vertical position.
  case y
  /// The rms distance from the mean position.
  case width
  /// The chi-square of the profile against that of an electron.
  case chi2

  /// The name after the element's.
  package var name: String { "\(self)" }

  /// The declaration that cuts are checked against.
  var declaration: Observable {
    switch self {
    case .energy: Observable(name, in: EnergyDimension.self, meaning: "reconstructed energy")
    case .preshower:
      Observable(
        name, in: EnergyDimension.self, meaning: "reconstructed energy in the preshower layers")
    case .central:
      Observable(
        name, in: EnergyDimension.self,
        meaning: "reconstructed energy in the cell on the beam axis")
    case .r:
      Observable(
        name, in: NumberDimension.self,
        meaning: "1 - central / energy, the share outside the cell on the beam axis")
    case .depth:
      Observable(
        name, in: LengthDimension.self,
        meaning: "mean depth of the visible energy, behind the front face")
    case .length:
      Observable(
        name, in: LengthDimension.self, meaning: "rms of the depth of the visible energy")
    case .x:
      Observable(
        name, in: LengthDimension.self,
        meaning: "mean horizontal position of the cells, by energy")
    case .y:
      Observable(
        name, in: LengthDimension.self, meaning: "mean vertical position of the cells, by energy")
    case .width:
      Observable(
        name, in: LengthDimension.self,
        meaning: "rms distance of the cells from their mean position, by energy")
    case .chi2:
      Observable(
        name, in: NumberDimension.self,
        meaning: "chi-square per cell of the lateral profile against an electron of that energy")
    }
  }
}
