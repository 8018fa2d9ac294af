// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Numerics
import Testing

@Suite("Axes of histograms")
struct HistogramAxisTests {
  /// Random axes of all spacings, narrow and wide, near zero and far from it.
  static func randomAxes(_ count: Int) throws -> [HistogramAxis] {
    var stream = RandomStream(seed: 1, name: "axes")
    return try (0..<count).map { index in
      let bins = 1 + stream.integer(below: 200)
      // A range of 2^-20 to 2^20 times its distance from zero.
      let low = stream.uniform(in: -1..<1) * exp(SIMD4(repeating: stream.uniform(in: -50..<50)))[0]
      let scale = exp(SIMD4(repeating: stream.uniform(in: -14..<14)))[0]
      switch index % 3 {
      case 0: return try .uniform(bins: bins, from: low, to: low + abs(low) * scale)
      case 1: return try .logarithmic(bins: bins, from: abs(low), to: abs(low) * (1 + scale))
      default:
        let edges = Set((0...bins).map { _ in stream.normal() })
        return try .variable(edges: [-10] + edges.sorted() + [10])
      }
    }
  }

  @Test("put every edge into the bin above it and the number below into the bin below")
  func edgesBelongAbove() throws {
    for axis in try Self.randomAxes(600) {
      for (index, edge) in axis.edges.enumerated() {
        #expect(axis.place(of: edge) == index + 1)
        #expect(axis.place(of: edge.nextDown) == index)
        if index < axis.count {
          #expect(
            axis.place(of: edge.nextUp)
              == (edge.nextUp < axis.edges[index + 1] ? index + 1 : index + 2))
          #expect(axis.bin(of: edge) == index)
        }
      }
      #expect(axis.bin(of: axis.high) == nil)
      #expect(axis.bin(of: axis.low.nextDown) == nil)
    }
  }

  @Test("find the bin whose edges enclose the number")
  func enclosed() throws {
    var stream = RandomStream(seed: 2, name: "axes")
    for axis in try Self.randomAxes(300) {
      for _ in 0..<100 {
        let x = stream.uniform(in: axis.low..<axis.high)
        let bin = try #require(axis.bin(of: x))
        #expect(axis.edges[bin] <= x && x < axis.edges[bin + 1])
      }
    }
  }

  @Test("have exact ends, and tenths where tenths are asked for")
  func exactEdges() throws {
    let tenths = try HistogramAxis.uniform(bins: 10, from: 0, to: 1)
    #expect(tenths.edges == [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1])
    let symmetric = try HistogramAxis.uniform(bins: 6, from: -0.3, to: 0.3)
    #expect(symmetric.edges[3] == 0)
    #expect(zip(symmetric.edges, symmetric.edges.reversed()).allSatisfy { $0 == -$1 })
    let decades = try HistogramAxis.logarithmic(bins: 6, from: 1e-3, to: 1e3)
    for (edge, power) in zip(decades.edges, [1e-3, 1e-2, 0.1, 1, 10, 100, 1e3]) {
      #expect(abs(edge / power - 1) < 2e-15)
    }
    #expect(decades.low == 1e-3 && decades.high == 1e3)
  }

  @Test("may reach the ends of the range of numbers")
  func extremes() throws {
    let most = Double.greatestFiniteMagnitude
    let wide = try HistogramAxis.uniform(bins: 4, from: -most, to: most)
    #expect(wide.place(of: 0) == 3)
    #expect(wide.place(of: -1) == 2)
    let all = try HistogramAxis.logarithmic(bins: 10, from: .leastNonzeroMagnitude, to: most)
    #expect(all.place(of: 1) == 6)
    #expect(all.place(of: 0) == 0)
    let one = try HistogramAxis.uniform(bins: 1, from: 1, to: 1.0.nextUp)
    #expect(one.place(of: 1) == 1)
  }

  @Test("put infinities outside and NaN nowhere")
  func notFinite() throws {
    for axis in try Self.randomAxes(3) {
      #expect(axis.place(of: -.infinity) == 0)
      #expect(axis.place(of: .infinity) == axis.count + 1)
      #expect(axis.place(of: .nan) == nil)
      #expect(axis.bin(of: .nan) == nil)
    }
  }

  @Test("that cannot be are errors that say why")
  func errors() {
    func text(_ make: () throws -> HistogramAxis) -> String {
      do {
        _ = try make()
        return "no error"
      } catch {
        return "\(error)"
      }
    }
    #expect(
      text { try .uniform(bins: 0, from: 0, to: 1) }
        == "invalid number of bins 0 (must be at least 1) choose a positive number")
    #expect(
      text { try .uniform(bins: 2, from: 1, to: 1) }
        == "invalid range 1.0 to 1.0 of an axis (must be finite and increasing) correct the range")
    #expect(text { try .uniform(bins: 2, from: .nan, to: 1) }.hasPrefix("invalid range nan to 1.0"))
    #expect(
      text { try .uniform(bins: 2, from: 0, to: .infinity) }.hasPrefix("invalid range 0.0 to inf"))
    #expect(
      text { try .logarithmic(bins: 2, from: 0, to: 1) }
        == "invalid lower edge 0.0 of a logarithmic axis (must be positive) "
        + "begin above zero or choose a uniform axis")
    #expect(
      text { try .variable(edges: [0, 1, 1]) }
        == "invalid edge 1.0 at index 2 (must be finite and above the edge before) sort the edges")
    #expect(text { try .variable(edges: [0, .nan]) }.hasPrefix("invalid edge nan at index 1"))
    #expect(text { try .variable(edges: [1]) } == "1 edges (a bin has two edges) give at least two")
    // More bins than there are numbers between the ends.
    #expect(
      text { try .uniform(bins: 10, from: 1, to: 1 + 0x1p-51) }.hasSuffix("choose fewer bins"))
  }
}
