// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import CHDF5
import Kinematics
import Storage

/// Reads events that ``HDF5Writer`` has written, in blocks, so that files may be larger than memory.
package final class HDF5Reader {
  /// The version of the layout.
  static let version: Int64 = 1

  private static let blockSize = 1024

  private let path: String
  private let content: Content
  private var block: [EventRecord] = []
  private var nextInBlock = 0
  private var nextToLoad = 0

  /// How many events the file holds.
  package let count: Int

  /// Opens a file.
  ///
  /// - Parameter path: its name.
  /// - Throws: why it is no file of events, or cannot be read.
  package init(_ path: String) throws(EventFileError) {
    self.path = path
    try storing { () throws(StorageError) in try FileReader.check(path) }
    do throws(HDF5Problem) {
      content = try Content(path)
      count = content.number.rows
    } catch {
      throw .unreadable(path: path, place: "its header", reason: error.reason)
    }
  }

  /// A fact of the run; nil where the file does not tell it.
  ///
  /// - Parameter name: of an attribute that is a text.
  /// - Returns: its text.
  package func attribute(_ name: String) -> String? {
    try? HDF5Attribute.text(name, of: content.file)
  }

  /// Reads the next event.
  ///
  /// - Parameter event: is replaced by it.
  /// - Returns: false at the end of the file.
  /// - Throws: where the file is damaged.
  package func read(into event: inout EventRecord) throws(EventFileError) -> Bool {
    if nextInBlock == block.count {
      guard nextToLoad < count else { return false }
      let range = nextToLoad..<min(count, nextToLoad + Self.blockSize)
      do throws(HDF5Problem) { block = try content.events(range) } catch {
        throw .unreadable(path: path, place: "event \(range.lowerBound)", reason: error.reason)
      }
      nextToLoad = range.upperBound
      nextInBlock = 0
    }
    event = block[nextInBlock]
    nextInBlock += 1
    return true
  }
}

extension HDF5Reader {
  /// The open columns of a file.
  private struct Content {
    let number: HDF5Source<Int64>
    let firstParticle: HDF5Source<Int64>
    let particleCount: HDF5Source<Int32>
    let firstVertex: HDF5Source<Int64>
    let vertexCount: HDF5Source<Int32>
    let weights: HDF5Source<Double>
    let particles: HDF5ParticleColumns
    let vertices: HDF5VertexColumns
    let file: HDF5Handle

    init(_ path: String) throws(HDF5Problem) {
      lacuna_h5_be_quiet()
      file = try HDF5Handle(lacuna_h5_file(path, false), H5Fclose)
      guard try HDF5Attribute.text("format", of: file) == "lacuna events" else {
        throw HDF5Problem("its attribute 'format' is not 'lacuna events'")
      }
      number = try HDF5Source("events/number", in: file)
      firstParticle = try HDF5Source("events/first_particle", in: file)
      particleCount = try HDF5Source("events/particle_count", in: file)
      firstVertex = try HDF5Source("events/first_vertex", in: file)
      vertexCount = try HDF5Source("events/vertex_count", in: file)
      weights = try HDF5Source("events/weights", in: file)
      particles = try HDF5ParticleColumns(in: file)
      vertices = try HDF5VertexColumns(in: file)
    }

    /// The events of a range of rows.
    func events(_ range: Range<Int>) throws(HDF5Problem) -> [EventRecord] {
      let numbers = try number.read(range)
      let particleRows = Self.rows(try firstParticle.read(range), try particleCount.read(range))
      let vertexRows = Self.rows(try firstVertex.read(range), try vertexCount.read(range))
      let values = try weights.read(range)
      let allParticles = try particles.read(Self.hull(particleRows))
      let allVertices = try vertices.read(Self.hull(vertexRows))
      return range.indices.map { index in
        let offset = index - range.lowerBound
        var event = EventRecord(number: Int(numbers[offset]))
        event.particles = Array(allParticles[Self.shifted(particleRows, offset)])
        event.vertices = Array(allVertices[Self.shifted(vertexRows, offset)])
        event.weights = Array(values[offset * weights.width..<(offset + 1) * weights.width])
        return event
      }
    }

    private static func rows(_ first: [Int64], _ count: [Int32]) -> [Range<Int>] {
      zip(first, count).map { Int($0)..<Int($0) + Int(max(0, $1)) }
    }

    private static func hull(_ rows: [Range<Int>]) -> Range<Int> {
      let lower = rows.map(\.lowerBound).min() ?? 0
      return lower..<max(lower, rows.map(\.upperBound).max() ?? 0)
    }

    /// The rows of one event among those of a block.
    private static func shifted(_ rows: [Range<Int>], _ index: Int) -> Range<Int> {
      let lower = hull(rows).lowerBound
      return rows[index].lowerBound - lower..<rows[index].upperBound - lower
    }
  }
}
