// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Numerics

/// How a hadron shares its energy among the calorimeters of a stack: a parametrisation, not a cascade.
///
/// - It meets a nucleus after a depth drawn from exp(-t), t in interaction lengths; with the
///   probability exp(-depth) it passes all of them without doing so.
/// - There a share f of its energy becomes photons, mean f = 1 - E^(-0.18) with E in GeV, rms a
///   quarter of 1 - f, which stay in the element of the vertex.
/// - The rest is absorbed along the way with exp(-t / L), L = 1.2 + 0.13 ln E interaction lengths; what
///   is left behind the last element has leaked.
/// - Its ionisation is left out, so that one that passes all of them leaves nothing.
/// - What a calorimeter gets is multiplied by its declared response and smeared with its declared
///   resolution; what passive matter gets is lost.
///
/// The numbers are round ones that describe containment in iron (96% of 100 GeV within 6 interaction
/// lengths); they are assumed, and good for a shape, not for a rate.
/// - Source: PDG:2024cfk, section 35.9.2
package struct HadronCascade: Sendable {
  /// One element on the way.
  package struct Element: Sendable {
    /// Its depth in interaction lengths.
    package let depth: Double
    /// Its response; nil where nothing is read out.
    package let response: HadronResponse?

    /// An element by its depth in interaction lengths and its response.
    package init(depth: Double, response: HadronResponse?) {
      self.depth = depth
      self.response = response
    }
  }

  /// The elements, in the order of the beam.
  package let elements: [Element]
  /// The depth of all, in interaction lengths.
  package let depth: Double

  /// A cascade through some elements.
  package init(_ elements: [Element]) {
    self.elements = elements
    depth = elements.reduce(0) { $0 + $1.depth }
  }

  /// A cascade through the elements of a stack.
  package init(through stack: DetectorStack) {
    self.init(
      stack.parts.map { part in
        if case .calorimeter(let calorimeter, _) = part.role {
          return Element(depth: part.interactionLengths, response: calorimeter.hadrons)
        }
        return Element(depth: part.interactionLengths, response: nil)
      })
  }

  /// The probability that a hadron meets no nucleus at all, exp(-depth).
  package var punchThrough: Double { exp(-depth) }

  /// The mean share of the energy that becomes photons, 1 - E^(-0.18), E in GeV from 1 up.
  package static func photonShare(at energy: Double) -> Double {
    max(0, 1 - pow(energy, -0.18))
  }

  /// The length of absorption in interaction lengths, 1.2 + 0.13 ln E, E in GeV from 1 up.
  package static func absorptionLength(at energy: Double) -> Double {
    1.2 + 0.13 * max(0, log(energy))
  }

  /// Draws what one hadron leaves.
  /// - Parameters:
  ///   - energy: its energy in GeV.
  ///   - energies: takes what each element measures in GeV; zero where nothing is read out.
  ///   - random: the random numbers of the event.
  /// - Returns: the energy that leaked behind the last element, in GeV.
  package func draw(
    energy: Double, into energies: inout [Double], from random: inout RandomStream
  ) -> Double {
    for index in energies.indices { energies[index] = 0 }
    var vertex = random.exponential()
    guard
      let first = elements.indices.first(where: { index in
        if vertex < elements[index].depth { return true }
        vertex -= elements[index].depth
        return false
      })
    else { return energy }
    let mean = Self.photonShare(at: energy)
    let photons = min(max(mean + 0.25 * (1 - mean) * random.normal(), 0), 1) * energy
    let length = Self.absorptionLength(at: energy)
    var rest = energy - photons
    var depth = elements[first].depth - vertex
    for index in first..<elements.count {
      let left = rest * exp(-depth / length)
      let deposit = rest - left + (index == first ? photons : 0)
      rest = left
      if let response = elements[index].response {
        let factor = response.resolution.factor(at: deposit, &random)
        energies[index] = response.response * deposit * factor
      }
      if index + 1 < elements.count { depth = elements[index + 1].depth }
    }
    return rest
  }
}
