// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import CHepMC3
import Kinematics
import Quantities
import Storage

/// Writes events as HepMC3 text (Asciiv3), in GeV and mm, through the HepMC3 library.
///
/// Numbers have the shortest digits that read back to the same bits. Times become c t in mm.
///
/// - Source: Buckley:2019xhk, Asciiv3
package final class HepMC3Writer: EventWriter {
  /// The text that is gathered before it goes to the file.
  private static let blockSize = 1 << 20

  private let library: OpaquePointer
  private var file: GrowingFile
  private let weightCount: Int
  private var particles: [lacuna_hepmc3_particle] = []
  private var vertices: [lacuna_hepmc3_vertex] = []

  /// How many events have been taken.
  package private(set) var count = 0

  /// Begins a file.
  ///
  /// - Parameters:
  ///   - path: its name.
  ///   - header: what all events have in common, without a flaw.
  ///   - overwriting: whether a file of that name may be replaced.
  /// - Throws: what keeps the file from being made.
  init(_ path: String, header: RunHeader, overwriting: Bool) throws(EventFileError) {
    file = try storing { () throws(StorageError) in
      try GrowingFile(path, overwriting: overwriting)
    }
    guard let library = lacuna_hepmc3_writer_make() else {
      throw .library(path: path, reason: "no memory is left")
    }
    self.library = library
    weightCount = header.weights.count
    try begin(header)
  }

  deinit { lacuna_hepmc3_writer_free(library) }

  private func begin(_ header: RunHeader) throws(EventFileError) {
    try check(
      lacuna_hepmc3_writer_add_tool(
        library, header.tool, header.version, "fixed-target dark-sector events"))
    for weight in header.weights {
      let section = weight.crossSection
      try check(
        lacuna_hepmc3_writer_add_weight(library, weight.name, section.value, section.error))
    }
    for attribute in header.attributes {
      try check(lacuna_hepmc3_writer_add_attribute(library, attribute.name, attribute.text))
    }
    try check(lacuna_hepmc3_writer_begin(library))
  }

  package func write(_ event: EventRecord) throws(EventFileError) {
    if let flaw = event.flaw(weights: weightCount) { throw .event(count, flaw) }
    fill(event)
    try check(add(event))
    count += 1
    try flush(above: Self.blockSize)
  }

  package func finish() throws(EventFileError) {
    try check(lacuna_hepmc3_writer_end(library))
    try flush(above: 0)
    try storing { () throws(StorageError) in try file.finish() }
  }

  /// Copies an event into the arrays of the library's C face.
  private func fill(_ event: EventRecord) {
    particles.removeAll(keepingCapacity: true)
    for particle in event.particles {
      let p = particle.momentum.components
      particles.append(
        lacuna_hepmc3_particle(
          energy: p[0], px: p[1], py: p[2], pz: p[3], mass: particle.mass, id: particle.id,
          status: particle.status.rawValue, production_vertex: particle.productionVertex,
          end_vertex: particle.endVertex))
    }
    vertices.removeAll(keepingCapacity: true)
    for vertex in event.vertices {
      let r = vertex.components
      vertices.append(
        lacuna_hepmc3_vertex(
          x: r[0], y: r[1], z: r[2], ct: r[3] * PhysicalConstants.speedOfLight))
    }
  }

  /// Has the library add the event to its text.
  private func add(_ event: EventRecord) -> Bool {
    particles.withUnsafeBufferPointer { particles in
      vertices.withUnsafeBufferPointer { vertices in
        event.weights.withUnsafeBufferPointer { weights in
          var flat = lacuna_hepmc3_event(
            number: Int32(clamping: event.number), particles: particles.baseAddress,
            particle_count: particles.count, vertices: vertices.baseAddress,
            vertex_count: vertices.count, weights: weights.baseAddress,
            weight_count: weights.count)
          return lacuna_hepmc3_writer_add_event(library, &flat)
        }
      }
    }
  }

  /// Brings the text to the file once there is more of it than a limit.
  private func flush(above limit: Int) throws(EventFileError) {
    var size = 0
    let text = lacuna_hepmc3_writer_text(library, &size)
    guard size > limit else { return }
    try storing { () throws(StorageError) in
      try file.write(UnsafeRawBufferPointer(start: text, count: size))
    }
    lacuna_hepmc3_writer_clear_text(library)
  }

  private func check(_ isDone: Bool) throws(EventFileError) {
    guard !isDone else { return }
    throw .library(path: file.path, reason: String(cString: lacuna_hepmc3_problem()))
  }
}
