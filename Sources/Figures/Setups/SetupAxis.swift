// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// Draws the axis along the beam, with ticks between its breaks.
struct SetupAxis {
  let scale: BrokenScale
  let unit: LengthUnit
  let style: FigureStyle
  let ruler: TextRuler

  /// Ticks with labels are at least so far apart.
  private static let leastDistance = 40.0

  /// The height of ticks, labels and title.
  var height: Double { 6 + 2.4 * style.textSize }

  func draw(at y: Double, on drawing: inout Drawing) {
    let line = Stroke(Palette.black, width: style.fineLine)
    for segment in scale.segments {
      drawing.stroke(
        Path(from: Point(segment.start, y), to: Point(scale(segment.high), y)), line)
    }
    for x in scale.breaks {
      let half = 0.5 * BrokenScale.breakWidth
      drawing.stroke(
        Path(from: Point(x - half, y), to: Point(x - 2.5, y)), line)
      drawing.stroke(
        Path(from: Point(x + 2.5, y), to: Point(x + half, y)), line)
      for shift in [-1.5, 1.5] {
        drawing.stroke(
          Path(from: Point(x + shift - 1.5, y + 3.5), to: Point(x + shift + 1.5, y - 3.5)), line)
      }
    }
    drawTicks(at: y, line, on: &drawing)
  }

  private func drawTicks(at y: Double, _ line: Stroke, on drawing: inout Drawing) {
    let title = Caption("<i>z</i> [\(unit.name)]", size: style.textSize, .end)
    let right = style.fullWidth - SetupFigure.margin
    drawing.write(title, at: Point(right, y + 4 + 2.3 * style.textSize))
    var taken: [(Double, Double)] = []
    for tick in ticks {
      let x = scale(tick)
      drawing.stroke(Path(from: Point(x, y), to: Point(x, y + 3.5)), line)
      let label = Caption(plain: unit.text(tick), size: style.textSize, .middle)
      let half = 0.5 * ruler.width(of: label) + 2
      guard !taken.contains(where: { x - half < $0.1 && x + half > $0.0 }) else { continue }
      taken.append((x - half, x + half))
      drawing.write(label, at: Point(x, y + 5 + style.textSize))
    }
  }

  /// Round positions in mm; at least one in each part if there is a round one.
  private var ticks: [Double] {
    let step = step
    return scale.segments.flatMap { segment -> [Double] in
      let ticks = multiples(of: step, in: segment)
      if !ticks.isEmpty { return ticks }
      var finer = step
      for _ in 0..<12 {
        finer = Self.below(finer)
        let ticks = multiples(of: finer, in: segment)
        guard ticks.isEmpty else { return [ticks[ticks.count / 2]] }
      }
      return []
    }
  }

  private func multiples(of step: Double, in segment: BrokenScale.Segment) -> [Double] {
    let first = (segment.low / step).rounded(.up)
    let last = (segment.high / step).rounded(.down)
    guard first <= last else { return [] }
    // Adding zero turns -0 into 0.
    return stride(from: first, through: last, by: 1).map { $0 * step + 0 }
  }

  /// The least of 1, 2, 5 times a power of ten whose ticks are far enough apart.
  private var step: Double {
    var step = 1e7
    while Self.below(step) * scale.factor >= Self.leastDistance { step = Self.below(step) }
    return step
  }

  /// The next smaller one of 1, 2, 5 times a power of ten.
  private static func below(_ step: Double) -> Double {
    var power = 1.0
    while power * 10 <= step * 1.000001 { power *= 10 }
    while power > step * 1.000001 { power /= 10 }
    let digit = (step / power).rounded()
    return digit > 2 ? 2 * power : (digit > 1 ? power : 0.5 * power)
  }
}
