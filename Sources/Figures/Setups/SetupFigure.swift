// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// Draws a set-up to scale along the beam, with a table of what its elements are.
///
///     let drawing = SetupFigure(setup, style: .paper).drawing
///     let bytes = try FigureFormat.svg.file(of: drawing, in: .paper)
package struct SetupFigure {
  let setup: Setup
  let style: FigureStyle
  let ruler: TextRuler

  /// Space around everything.
  static let margin = 8.0
  /// Half the height of the highest element.
  static let halfHeight = 46.0
  /// The height of the lines from names to elements.
  static let leaderHeight = 19.0
  /// The least width of an element, so that thin counters are seen.
  static let leastWidth = 1.4

  /// A figure of a set-up.
  package init(_ setup: Setup, style: FigureStyle = .paper) {
    self.setup = setup
    self.style = style
    ruler = TextRuler(fonts: style.fonts)
  }

  /// The drawing.
  package var drawing: Drawing {
    let nameHeight = (areNamesUpright ? upright : style.textSize) + Self.leaderHeight
    let beamY = Self.margin + nameHeight + Self.halfHeight
    let axisY = beamY + Self.halfHeight + 8
    let scale = scale
    let axis = SetupAxis(scale: scale, unit: unit, style: style, ruler: ruler)
    let table = SetupTable(
      setup, unit: unit, style: style, ruler: ruler, top: axisY + axis.height + 4)
    let remark = remark(on: scale)
    var drawing = Drawing(
      width: style.fullWidth,
      height: table.bottom + Double(remark.count) * 1.25 * style.smallSize + Self.margin,
      title: setup.title)
    drawAxis(scale, at: beamY, on: &drawing)
    for element in setup.elements {
      SetupShape(element, box: box(of: element, scale, at: beamY), scale: scale, style: style)
        .draw(on: &drawing)
    }
    drawBeam(scale, at: beamY, on: &drawing)
    drawNames(scale, at: beamY, on: &drawing)
    axis.draw(at: axisY, on: &drawing)
    table.draw(on: &drawing)
    for (index, line) in remark.enumerated() {
      let y = table.bottom + (1 + 1.25 * Double(index)) * style.smallSize
      drawing.write(line, at: Point(Self.margin, y))
    }
    return drawing
  }

  /// The scale along the beam.
  private var scale: BrokenScale {
    let beam = beamCaption.map { ruler.width(of: $0) + 14 } ?? 0
    let left = Self.margin + beam
    return BrokenScale(
      occupied: setup.elements.flatMap(\.occupied), left: left,
      width: style.fullWidth - Self.margin - left)
  }

  /// The unit of positions: its name and its size in mm.
  private var unit: LengthUnit {
    let extent = (setup.elements.map(\.back).max() ?? 0) - (setup.elements.map(\.front).min() ?? 0)
    return extent > 1500 ? LengthUnit(name: "m", size: 1000) : LengthUnit(name: "cm", size: 10)
  }

  private var beamCaption: Caption? {
    setup.beam.isEmpty ? nil : Caption(setup.beam, size: style.textSize)
  }

  // MARK: - Across the beam

  /// The half extent that the highest element has, in mm.
  private var reach: Double {
    let known = setup.elements.compactMap { element in
      element.width.map { 0.5 * $0 + element.offset.magnitude }
    }
    return known.max() ?? 100
  }

  /// Points per mm across the beam.
  private var across: Double { Self.halfHeight / reach }

  private func box(of element: Setup.Element, _ scale: BrokenScale, at axisY: Double) -> Box {
    let half = 0.5 * (element.width ?? element.assumedShare * 2 * reach)
    let middle = 0.5 * (scale(element.front) + scale(element.back))
    let width = max(scale(element.back) - scale(element.front), Self.leastWidth)
    return Box(
      left: middle - 0.5 * width, top: axisY - across * (element.offset + half),
      right: middle + 0.5 * width, bottom: axisY - across * (element.offset - half))
  }

  // MARK: - The beam

  /// Where the beam ends: at what stops electrons, or at the last element.
  private func target(on scale: BrokenScale) -> Double {
    let element = setup.elements.first { $0.stopsElectrons } ?? setup.elements.last
    return element.map { scale($0.front) } ?? style.fullWidth - Self.margin
  }

  /// The line about which everything stands, behind the elements.
  private func drawAxis(_ scale: BrokenScale, at y: Double, on drawing: inout Drawing) {
    let left = setup.beam.isEmpty ? Self.margin : target(on: scale)
    let right = style.fullWidth - Self.margin
    drawing.stroke(
      Path(from: Point(left, y), to: Point(right, y)),
      Stroke(Palette.grey, width: style.fineLine, dashes: [4, 2, 1, 2]))
  }

  /// The beam, before the elements that it passes.
  private func drawBeam(_ scale: BrokenScale, at y: Double, on drawing: inout Drawing) {
    guard let caption = beamCaption else { return }
    let target = target(on: scale)
    let beam = Stroke(Palette.vermilion, width: style.strongLine)
    drawing.stroke(Path(from: Point(Self.margin, y), to: Point(target - 3, y)), beam)
    let head = [Point(target, y), Point(target - 6, y - 2.4), Point(target - 6, y + 2.4)]
    drawing.fill(Path(head, isClosed: true), Palette.vermilion)
    drawing.write(caption, at: Point(Self.margin, y - 4))
  }

  // MARK: - Names

  private func name(_ element: Setup.Element) -> Caption {
    Caption(plain: element.name, size: style.textSize)
  }

  /// True if the names do not fit beside each other.
  private var areNamesUpright: Bool {
    setup.elements.reduce(0) { $0 + ruler.width(of: name($1)) + 6 } > style.fullWidth - 20
  }

  /// The length of the longest name.
  private var upright: Double { setup.elements.map { ruler.width(of: name($0)) }.max() ?? 0 }

  private func drawNames(_ scale: BrokenScale, at axisY: Double, on drawing: inout Drawing) {
    let isUpright = areNamesUpright
    let widths = setup.elements.map {
      isUpright ? style.textSize + 1 : ruler.width(of: name($0)) + 6
    }
    let boxes = setup.elements.map { box(of: $0, scale, at: axisY) }
    let middles = LabelRow.middles(
      wanted: boxes.map(\.middle), widths: widths,
      within: Self.margin...style.fullWidth - Self.margin)
    let base = axisY - Self.halfHeight - 20
    let line = Stroke(Palette.grey, width: style.fineLine)
    for (element, (box, middle)) in zip(setup.elements, zip(boxes, middles)) {
      let leader = [
        Point(middle, base + 3), Point(middle, base + 7), Point(box.middle, base + 15),
        Point(box.middle, box.top - 1),
      ]
      drawing.stroke(Path(leader), line)
      var caption = name(element)
      caption.anchor = isUpright ? .start : .middle
      caption.angle = isUpright ? 90 : 0
      let x = isUpright ? middle + 0.35 * style.textSize : middle
      drawing.write(caption, at: Point(x, base))
    }
  }

  // MARK: - What the scales are

  /// The remark below the table, line by line.
  private func remark(on scale: BrokenScale) -> [Caption] {
    let ratio = across / scale.factor
    var remark = "Along the beam to scale"
    if scale.segments.count > 1 { remark += ", empty stretches cut at the double strokes" }
    if setup.elements.allSatisfy({ $0.width == nil }) {
      remark += "; no extent across the beam is given"
    } else {
      remark +=
        "; across the beam "
        + (ratio > 1
          ? "\(ratio.formatted(significant: 2)) times larger"
          : "\((1 / ratio).formatted(significant: 2)) times smaller")
      if setup.elements.contains(where: { $0.width == nil }) {
        remark += ", dashed where no extent is given"
      }
    }
    if setup.elements.contains(where: { SetupShape.isHatched($0, scale) }) {
      remark += "; fine lines stand for several layers"
    }
    return ruler.lines(
      of: remark + ".", size: style.smallSize, width: style.fullWidth - 2 * Self.margin
    ).map { Caption(plain: $0, size: style.smallSize, colour: Colour(0x404040)) }
  }
}

/// A unit of lengths on an axis and in a table.
struct LengthUnit: Hashable {
  let name: String
  /// In mm.
  let size: Double

  /// A length in mm as a number of this unit.
  func text(_ mm: Double) -> String {
    ((mm / size * 1e6).rounded() / 1e6 + 0).formatted(significant: 5)
      .replacing("-", with: "\u{2212}")
  }
}

extension Setup.Element {
  /// The stretches that a break must not cut, in mm.
  var occupied: [(low: Double, high: Double)] {
    switch look {
    case .planes, .volume:
      // Nothing is between the ends; some length shows that there is something at all.
      return [(front, front), (back, back)]
    case .stack, .slab, .block, .magnet: return [(front, back)]
    }
  }

  /// Half the extent of the figure that an element takes where no card gives its width.
  var assumedShare: Double {
    switch look {
    case .stack: 0.8
    case .block, .slab, .volume: 0.7
    case .magnet: 0.85
    case .planes: 0.45
    }
  }

  /// True for what a beam of electrons ends in.
  var stopsElectrons: Bool { (radiationLengths ?? 0) > 2 }
}
