// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import CHDF5
import Kinematics

/// The columns of a file of events; docs/EVENTS.md describes them for readers.
struct HDF5Table {
  private var number: HDF5Column<Int64>
  private var firstParticle: HDF5Column<Int64>
  private var particleCount: HDF5Column<Int32>
  private var firstVertex: HDF5Column<Int64>
  private var vertexCount: HDF5Column<Int32>
  private var weights: HDF5Column<Double>

  private var id: HDF5Column<Int32>
  private var status: HDF5Column<Int32>
  private var productionVertex: HDF5Column<Int32>
  private var endVertex: HDF5Column<Int32>
  private var energy: HDF5Column<Double>
  private var px: HDF5Column<Double>
  private var py: HDF5Column<Double>
  private var pz: HDF5Column<Double>
  private var mass: HDF5Column<Double>

  private var x: HDF5Column<Double>
  private var y: HDF5Column<Double>
  private var z: HDF5Column<Double>
  private var time: HDF5Column<Double>

  private var particles: Int64 = 0
  private var vertices: Int64 = 0

  /// Makes empty columns in an empty file.
  init(in file: HDF5Handle, weights columns: [WeightColumn]) throws(HDF5Problem) {
    for name in ["events", "particles", "vertices"] { try Self.makeGroup(name, in: file) }
    number = try HDF5Column("events/number", in: file)
    firstParticle = try HDF5Column("events/first_particle", in: file)
    particleCount = try HDF5Column("events/particle_count", in: file)
    firstVertex = try HDF5Column("events/first_vertex", in: file)
    vertexCount = try HDF5Column("events/vertex_count", in: file)
    weights = try HDF5Column("events/weights", in: file, unit: "1", width: columns.count)
    try weights.describe(columns)
    id = try HDF5Column("particles/id", in: file)
    status = try HDF5Column("particles/status", in: file)
    productionVertex = try HDF5Column("particles/production_vertex", in: file)
    endVertex = try HDF5Column("particles/end_vertex", in: file)
    energy = try HDF5Column("particles/energy", in: file, unit: "GeV")
    px = try HDF5Column("particles/px", in: file, unit: "GeV")
    py = try HDF5Column("particles/py", in: file, unit: "GeV")
    pz = try HDF5Column("particles/pz", in: file, unit: "GeV")
    mass = try HDF5Column("particles/mass", in: file, unit: "GeV")
    x = try HDF5Column("vertices/x", in: file, unit: "mm")
    y = try HDF5Column("vertices/y", in: file, unit: "mm")
    z = try HDF5Column("vertices/z", in: file, unit: "mm")
    time = try HDF5Column("vertices/time", in: file, unit: "ns")
  }

  /// Makes a group whose bytes do not depend on the time.
  static func makeGroup(_ name: String, in file: HDF5Handle) throws(HDF5Problem) {
    let plain = lacuna_h5_default()
    _ = try HDF5Handle(H5Gcreate2(file.id, name, plain, plain, plain), H5Gclose)
  }

  /// Adds an event.
  mutating func append(_ event: EventRecord) throws(HDF5Problem) {
    try number.append(Int64(event.number))
    try firstParticle.append(particles)
    try particleCount.append(Int32(clamping: event.particles.count))
    try firstVertex.append(vertices)
    try vertexCount.append(Int32(clamping: event.vertices.count))
    for weight in event.weights { try weights.append(weight) }
    for particle in event.particles { try append(particle) }
    for vertex in event.vertices { try append(vertex) }
    particles += Int64(event.particles.count)
    vertices += Int64(event.vertices.count)
  }

  private mutating func append(_ particle: EventParticle) throws(HDF5Problem) {
    let p = particle.momentum.components
    try id.append(particle.id)
    try status.append(particle.status.rawValue)
    try productionVertex.append(particle.productionVertex)
    try endVertex.append(particle.endVertex)
    try energy.append(p[0])
    try px.append(p[1])
    try py.append(p[2])
    try pz.append(p[3])
    try mass.append(particle.mass)
  }

  private mutating func append(_ vertex: EventVertex) throws(HDF5Problem) {
    let r = vertex.components
    try x.append(r[0])
    try y.append(r[1])
    try z.append(r[2])
    try time.append(r[3])
  }

  /// Brings to the file what has gathered.
  mutating func flush() throws(HDF5Problem) {
    try number.flush()
    try firstParticle.flush()
    try particleCount.flush()
    try firstVertex.flush()
    try vertexCount.flush()
    try weights.flush()
    try id.flush()
    try status.flush()
    try productionVertex.flush()
    try endVertex.flush()
    try energy.flush()
    try px.flush()
    try py.flush()
    try pz.flush()
    try mass.flush()
    try x.flush()
    try y.flush()
    try z.flush()
    try time.flush()
  }
}

extension HDF5Column<Double> {
  /// Says what the weights stand for.
  fileprivate func describe(_ columns: [WeightColumn]) throws(HDF5Problem) {
    let sections = columns.map(\.crossSection)
    try HDF5Attribute.write(columns.map(\.name), as: "names", to: dataset)
    try HDF5Attribute.write(sections.map(\.value), as: "cross_section_pb", to: dataset)
    try HDF5Attribute.write(sections.map(\.error), as: "cross_section_error_pb", to: dataset)
  }
}
