// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Kinematics

/// The columns of particles of a file that is read.
struct HDF5ParticleColumns {
  private let id: HDF5Source<Int32>
  private let status: HDF5Source<Int32>
  private let productionVertex: HDF5Source<Int32>
  private let endVertex: HDF5Source<Int32>
  private let energy: HDF5Source<Double>
  private let px: HDF5Source<Double>
  private let py: HDF5Source<Double>
  private let pz: HDF5Source<Double>
  private let mass: HDF5Source<Double>

  /// Opens the columns.
  init(in file: HDF5Handle) throws(HDF5Problem) {
    id = try HDF5Source("particles/id", in: file)
    status = try HDF5Source("particles/status", in: file)
    productionVertex = try HDF5Source("particles/production_vertex", in: file)
    endVertex = try HDF5Source("particles/end_vertex", in: file)
    energy = try HDF5Source("particles/energy", in: file)
    px = try HDF5Source("particles/px", in: file)
    py = try HDF5Source("particles/py", in: file)
    pz = try HDF5Source("particles/pz", in: file)
    mass = try HDF5Source("particles/mass", in: file)
  }

  /// The particles of some rows.
  func read(_ rows: Range<Int>) throws(HDF5Problem) -> [EventParticle] {
    let (id, status) = (try id.read(rows), try status.read(rows))
    let (from, to) = (try productionVertex.read(rows), try endVertex.read(rows))
    let (energy, mass) = (try energy.read(rows), try mass.read(rows))
    let (px, py, pz) = (try px.read(rows), try py.read(rows), try pz.read(rows))
    return id.indices.map { row in
      EventParticle(
        id: id[row], status: ParticleStatus(rawValue: status[row]),
        momentum: FourVector(SIMD4(energy[row], px[row], py[row], pz[row])), mass: mass[row],
        from: from[row], to: to[row])
    }
  }
}

/// The columns of vertices of a file that is read.
struct HDF5VertexColumns {
  private let x: HDF5Source<Double>
  private let y: HDF5Source<Double>
  private let z: HDF5Source<Double>
  private let time: HDF5Source<Double>

  /// Opens the columns.
  init(in file: HDF5Handle) throws(HDF5Problem) {
    x = try HDF5Source("vertices/x", in: file)
    y = try HDF5Source("vertices/y", in: file)
    z = try HDF5Source("vertices/z", in: file)
    time = try HDF5Source("vertices/time", in: file)
  }

  /// The vertices of some rows.
  func read(_ rows: Range<Int>) throws(HDF5Problem) -> [EventVertex] {
    let (x, y, z) = (try x.read(rows), try y.read(rows), try z.read(rows))
    let time = try time.read(rows)
    return x.indices.map { row in
      EventVertex(position: ThreeVector(x[row], y[row], z[row]), time: time[row])
    }
  }
}
