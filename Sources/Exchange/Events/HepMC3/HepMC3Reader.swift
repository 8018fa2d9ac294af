// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import CHepMC3
import Kinematics
import Numerics
import Quantities
import Storage

/// Reads events from HepMC3 text (Asciiv3) through the HepMC3 library, whoever has written it.
///
/// A file that was cut is refused at the place where it ends, though its last event may look whole.
///
/// - Source: Buckley:2019xhk, Asciiv3
package final class HepMC3Reader {
  private let library: OpaquePointer
  private let path: String
  private var count = 0

  /// The programs that made the file, with their versions.
  package let tools: [String]
  /// The names of the weights.
  package let weightNames: [String]
  /// The facts of the run, sorted by name.
  package let attributes: [RunRemark]
  /// The cross section in pb that the last event read carries; nil for none.
  package private(set) var crossSection: Estimate?

  /// Opens a file.
  ///
  /// - Parameter path: its name.
  /// - Throws: why it is no file of HepMC3, or cannot be read.
  package init(_ path: String) throws(EventFileError) {
    // Says in our words what is missing or forbidden; the library only knows that it failed.
    try storing { () throws(StorageError) in try FileReader.check(path) }
    guard let library = lacuna_hepmc3_reader_open(path) else {
      throw .unreadable(
        path: path, place: "line 1", reason: String(cString: lacuna_hepmc3_problem()))
    }
    self.library = library
    self.path = path
    tools = Self.texts { lacuna_hepmc3_reader_tool(library, $0) }
    weightNames = Self.texts { lacuna_hepmc3_reader_weight(library, $0) }
    let names = Self.texts { lacuna_hepmc3_reader_attribute_name(library, $0) }
    let texts = Self.texts { lacuna_hepmc3_reader_attribute(library, $0) }
    attributes = zip(names, texts).map { RunRemark(name: $0, text: $1) }
  }

  deinit { lacuna_hepmc3_reader_free(library) }

  private static func texts(_ entry: (Int) -> UnsafePointer<CChar>?) -> [String] {
    var texts: [String] = []
    while let text = entry(texts.count) { texts.append(String(cString: text)) }
    return texts
  }

  /// Reads the next event.
  ///
  /// - Parameter event: is replaced by it.
  /// - Returns: false at the end of the file.
  /// - Throws: where the file is damaged or ends too early.
  package func read(into event: inout EventRecord) throws(EventFileError) -> Bool {
    var flat = lacuna_hepmc3_event()
    var section = Estimate(value: .nan, error: .nan)
    switch lacuna_hepmc3_reader_next(library, &flat, &section.value, &section.error) {
    case lacuna_hepmc3_event_read:
      crossSection = section.value.isNaN ? nil : section
      count += 1
      Self.take(flat, into: &event)
      return true
    case lacuna_hepmc3_end_of_file: return false
    default:
      throw .unreadable(
        path: path, place: "line \(lacuna_hepmc3_reader_line(library)), after \(count) events",
        reason: String(cString: lacuna_hepmc3_problem()))
    }
  }

  private static func take(_ flat: lacuna_hepmc3_event, into event: inout EventRecord) {
    event.removeAll()
    event.number = Int(flat.number)
    for p in UnsafeBufferPointer(start: flat.particles, count: flat.particle_count) {
      event.append(
        EventParticle(
          id: p.id, status: ParticleStatus(rawValue: p.status),
          momentum: FourVector(SIMD4(p.energy, p.px, p.py, p.pz)), mass: p.mass,
          from: p.production_vertex, to: p.end_vertex))
    }
    for r in UnsafeBufferPointer(start: flat.vertices, count: flat.vertex_count) {
      event.append(
        EventVertex(
          position: ThreeVector(r.x, r.y, r.z), time: r.ct / PhysicalConstants.speedOfLight))
    }
    event.weights.append(
      contentsOf: UnsafeBufferPointer(start: flat.weights, count: flat.weight_count))
  }
}
