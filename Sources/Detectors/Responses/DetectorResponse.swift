// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Numerics
import Showers

/// Turns what a shower left in a stack into the observables of an event, in one row.
///
///     var response = DetectorResponse(of: stack, layout: layout, scales: ["ecal": 9.13])
///     let ecal = layout.index(of: "ecal.energy")
///     response.read(record, seed: 1, event: 17)
///     response.values[ecal]
///
/// Elements that no shower is carried through keep the numbers that others write into ``values``.
package struct DetectorResponse: Sendable {
  /// Where each observable stands.
  package let layout: ObservableLayout
  /// The observables of the event, in base units.
  package var values: [Double]

  private var calorimeters: [(offset: Int, response: CalorimeterResponse)] = []
  private var counters: [(offset: Int, section: Int, response: CounterResponse)] = []

  /// Prepares to read a stack.
  /// - Parameters:
  ///   - stack: the elements that showers are carried through.
  ///   - layout: where their observables stand.
  ///   - scales: by name of calorimeter, the energy of an electron over its visible energy; 1 where
  ///     none is given.
  ///   - templates: by name of calorimeter, the shower of an electron.
  package init(
    of stack: DetectorStack, layout: ObservableLayout, scales: [String: Double],
    templates: [String: ElectronTemplate] = [:]
  ) {
    self.layout = layout
    values = [Double](repeating: 0, count: layout.count)
    for part in stack.parts {
      guard let offset = layout.offset(of: part.name) else { continue }
      switch part.role {
      case .calorimeter(let calorimeter, let sections):
        let response = CalorimeterResponse(
          of: calorimeter, sections, in: stack.block, scale: scales[part.name] ?? 1,
          template: templates[part.name])
        calorimeters.append((offset, response))
      case .counter(let counter, let section):
        counters.append((offset, section, CounterResponse(of: counter)))
      case .passive: continue
      }
    }
  }

  /// Measures an event; the same event has the same random numbers, whatever came before it.
  /// - Parameters:
  ///   - record: what its shower left.
  ///   - seed: the seed of the run.
  ///   - event: the number of the event.
  package mutating func read(_ record: LayeredRecord, seed: UInt64, event: Int) {
    var random = RandomStream(seed: seed, name: "response", event: event)
    values.withUnsafeMutableBufferPointer { values in
      for index in calorimeters.indices {
        let offset = calorimeters[index].offset
        let row = UnsafeMutableBufferPointer(
          rebasing: values[offset..<offset + CalorimeterResponse.count])
        calorimeters[index].response.read(record, into: row, &random)
      }
      for counter in counters {
        values[counter.offset] = counter.response.read(record.sections[counter.section], &random)
      }
    }
  }
}
