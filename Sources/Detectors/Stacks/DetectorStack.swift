// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Matter
import Quantities
import Showers

/// The elements of an axis that showers are carried through, as layers one behind the other.
///
///     let stack = try DetectorStack(axis, from: "ecal", materials: catalogue)
///     stack.block                        // for the transport of showers
///     stack.parts[0].role                // what the ecal is, and its sections
///
/// Blocks, calorimeters and counters are matter; between them, and in trackers, magnets and volumes,
/// all fly straight. What leaves an element at its sides is not followed on to those behind it.
package struct DetectorStack: Sendable {
  /// What an element is to a shower.
  package enum Role: Sendable {
    /// A calorimeter, with its sections.
    case calorimeter(SamplingCalorimeter, SamplingCalorimeter.Sections)
    /// A counter, with its section.
    case counter(Counter, section: Int)
    /// Matter without readout.
    case passive
  }

  /// An element in the stack.
  package struct Part: Sendable {
    /// The name of the element.
    package let name: String
    /// What it is.
    package let role: Role
    /// Its layers in the block.
    package let layers: Range<Int>
    /// The depth in interaction lengths.
    package let interactionLengths: Double
  }

  /// The layers; z = 0 is the front face of the first part.
  package let block: LayeredBlock
  /// The elements, in the order of the beam.
  package let parts: [Part]
  /// Where the beam axis is, from the middle of the layers, in mm; that of the first calorimeter is
  /// in its middle.
  package let axis: (x: Double, y: Double)

  /// The first calorimeter.
  package var target: SamplingCalorimeter? {
    parts.lazy.compactMap { part in
      if case .calorimeter(let calorimeter, _) = part.role { calorimeter } else { nil }
    }.first
  }

  /// Makes the stack of the elements of an axis.
  /// - Parameters:
  ///   - axis: the elements, without overlaps.
  ///   - first: the name of the element to begin with; the first one of matter if it is left out.
  ///   - materials: the materials.
  /// - Throws: why a material is not to be had.
  package init(
    _ axis: DetectorAxis, from first: String? = nil, materials: MaterialCatalogue
  ) throws(MaterialError) {
    var block = LayeredBlock(halfWidth: SamplingCalorimeter.unlimited)
    var parts: [Part] = []
    var end: Double?
    let begin = first.flatMap { name in axis.stations.firstIndex { $0.element.name == name } } ?? 0
    let stations = axis.stations[begin...].filter { Self.isMatter($0.kind) }
    let beam = Self.axis(of: stations)
    for station in stations {
      if let end, station.front.mm - end > 1e-6 {
        block.halfWidth = SamplingCalorimeter.unlimited
        block.addGap(thickness: station.front.mm - end)
      }
      end = station.back.mm
      let begin = block.layers.count
      let role = try Self.append(station, to: &block, about: beam, materials)
      let layers = begin..<block.layers.count
      let depth = layers.reduce(0) { depth, index in
        let layer = block.layers[index]
        return depth
          + (layer.medium.map {
            Slab(block.media[$0], thickness: layer.thickness).interactionLengths
          } ?? 0)
      }
      parts.append(
        Part(name: station.element.name, role: role, layers: layers, interactionLengths: depth))
    }
    self.block = block
    self.parts = parts
    self.axis = beam
  }

  /// The beam axis from the middle of the first calorimeter, in mm.
  private static func axis(of stations: [DetectorAxis.Station]) -> (x: Double, y: Double) {
    let first = stations.first { $0.kind.form.name == ElementKind.samplingCalorimeter.form.name }
    return first.map { SamplingCalorimeter.axis(of: $0.element.section) } ?? (0, 0)
  }

  private static func isMatter(_ kind: ElementKind) -> Bool {
    [ElementKind.block, .samplingCalorimeter, .counter].contains { $0.form.name == kind.form.name }
  }

  private static func append(
    _ station: DetectorAxis.Station, to block: inout LayeredBlock,
    about axis: (x: Double, y: Double), _ materials: MaterialCatalogue
  ) throws(MaterialError) -> Role {
    let section = station.element.section
    let name = station.element.name
    if station.kind.form.name == ElementKind.samplingCalorimeter.form.name {
      let calorimeter = try SamplingCalorimeter(section, from: materials).standing(about: axis)
      return .calorimeter(calorimeter, calorimeter.append(to: &block, named: name))
    }
    let material = try materials.material(named: section[SlabKeys.material].name)
    let width = section[SlabKeys.width]?.mm ?? 2 * SamplingCalorimeter.unlimited
    block.halfWidth = material.isVacuum ? SamplingCalorimeter.unlimited : 0.5 * width
    let thickness = section[SlabKeys.thickness].mm
    guard station.kind.form.name == ElementKind.counter.form.name else {
      if material.isVacuum {
        block.addGap(thickness: thickness)
      } else {
        block.addLayer(of: material, thickness: thickness)
      }
      return .passive
    }
    let counter = Counter(section, slab: Slab(material, thickness: thickness))
    let cell = CellGrid(columns: 1, rows: 1, side: width, x: axis.x, y: axis.y)
    block.halfWidth += max(axis.x.magnitude, axis.y.magnitude)
    let index = block.addSection(name, cells: cell)
    block.addLayer(of: material, thickness: thickness, section: index)
    return .counter(counter, section: index)
  }
}
