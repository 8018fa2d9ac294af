// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Detectors
import Matter
import Quantities

/// What stands along a beam, with all that a drawing of it says.
package struct Setup: Hashable, Sendable {
  /// What an element is to the eye.
  package enum Look: Hashable, Sendable {
    /// Layers that show themselves as such.
    /// - pairs: how many; leading: how many of them are the preshower; rows: cells up and down;
    ///   absorber: the share of the absorber in the thickness of a pair.
    case stack(pairs: Int, leading: Int, rows: Int, absorber: Double)
    /// A slab that is read out.
    case slab
    /// A slab that is not.
    case block
    /// A magnet.
    case magnet
    /// Planes at the beginning and the end of a space.
    case planes
    /// Empty space that has a name.
    case volume
  }

  /// One element.
  package struct Element: Hashable, Sendable {
    /// The name in the card.
    package let name: String
    /// What it is to the eye.
    package let look: Look
    /// What it is and is made of, in a few words.
    package let composition: String
    /// Where it begins, in mm.
    package let front: Double
    /// How long it is, in mm.
    package let length: Double
    /// Its extent across the beam in mm; nil where no card says.
    package let width: Double?
    /// How far its middle is above the beam, in mm.
    package let offset: Double
    /// Its depth in radiation lengths; nil without matter.
    package let radiationLengths: Double?
    /// Its depth in nuclear interaction lengths.
    package let interactionLengths: Double?

    /// An element by its parts; lengths in mm.
    package init(
      name: String, look: Look, composition: String, front: Double, length: Double,
      width: Double?, offset: Double, radiationLengths: Double?, interactionLengths: Double?
    ) {
      self.name = name
      self.look = look
      self.composition = composition
      self.front = front
      self.length = length
      self.width = width
      self.offset = offset
      self.radiationLengths = radiationLengths
      self.interactionLengths = interactionLengths
    }

    /// Where it ends, in mm.
    package var back: Double { front + length }
  }

  /// A heading.
  package let title: String
  /// What arrives from the left, such as `e- of 100 GeV`; empty where no beam is known.
  package let beam: String
  /// The elements, from upstream to downstream.
  package let elements: [Element]

  /// A set-up by its parts.
  package init(title: String, beam: String, elements: [Element]) {
    self.title = title
    self.beam = beam
    self.elements = elements
  }

  /// The set-up of an axis.
  /// - Parameters:
  ///   - axis: the elements.
  ///   - title: a heading.
  ///   - beam: what arrives.
  ///   - materials: the materials.
  /// - Throws: why a material is not to be had.
  package init(
    _ axis: DetectorAxis, title: String, beam: String, materials: MaterialCatalogue
  ) throws(MaterialError) {
    var elements: [Element] = []
    for station in axis.stations {
      elements.append(
        try Element(
          station.element.name, station.kind, station.element.section, front: station.front.mm,
          materials))
    }
    self.init(title: title, beam: beam, elements: elements)
  }
}
