// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Detectors
import Numerics

extension ElectronCalibration {
  /// The numbers as bytes, for a cache: little-endian doubles.
  package var bytes: [UInt8] {
    var numbers: [Double] = []
    for (scale, shapes) in zip(scales, shapes) {
      numbers += [scale.value, scale.error, Double(shapes.count)]
      for shape in shapes {
        numbers += [shape.energy, Double(shape.mean.count)] + shape.mean + shape.rms
        numbers += shape.squares
      }
    }
    return numbers.flatMap { number in
      withUnsafeBytes(of: number.bitPattern.littleEndian) { Array($0) }
    }
  }

  /// The calibration of calorimeters from bytes; nil where they are none of these.
  package init?(names: [String], bytes: [UInt8]) {
    let numbers = bytes.withUnsafeBytes { raw in
      (0..<raw.count / 8).map {
        Double(
          bitPattern: UInt64(
            littleEndian: raw.loadUnaligned(fromByteOffset: 8 * $0, as: UInt64.self)))
      }
    }
    var rest = numbers[...]
    func take(_ count: Double) -> [Double]? {
      guard let count = Int(exactly: count), 0...rest.count ~= count else { return nil }
      defer { rest = rest.dropFirst(count) }
      return Array(rest.prefix(count))
    }
    var scales: [Estimate] = []
    var shapes: [[ElectronTemplate.Shape]] = []
    for _ in names {
      guard let head = take(3), head[2] < 1000 else { return nil }
      scales.append(Estimate(value: head[0], error: head[1]))
      var own: [ElectronTemplate.Shape] = []
      while Double(own.count) < head[2] {
        guard let first = take(2), let mean = take(first[1]), let rms = take(first[1]),
          let squares = take(first[1])
        else { return nil }
        own.append(
          ElectronTemplate.Shape(energy: first[0], mean: mean, rms: rms, squares: squares))
      }
      shapes.append(own)
    }
    guard rest.isEmpty, bytes.count % 8 == 0 else { return nil }
    self.init(names: names, scales: scales, shapes: shapes)
  }
}
