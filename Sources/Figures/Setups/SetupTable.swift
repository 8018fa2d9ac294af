// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// The table below a set-up: what each element is made of, and how deep it is.
struct SetupTable {
  private let setup: Setup
  private let unit: LengthUnit
  private let style: FigureStyle
  private let ruler: TextRuler
  private let top: Double

  init(_ setup: Setup, unit: LengthUnit, style: FigureStyle, ruler: TextRuler, top: Double) {
    self.setup = setup
    self.unit = unit
    self.style = style
    self.ruler = ruler
    self.top = top
  }

  /// The height of a row.
  private var row: Double { 1.4 * style.textSize }

  /// Where the table ends.
  var bottom: Double { top + row * Double(setup.elements.count + 1) + 8 }

  private var headings: [String] {
    [
      "element", "made of", "<i>z</i> [\(unit.name)]", "length [\(unit.name)]",
      "<i>X</i><sub>0</sub>", "<i>\u{03BB}</i><sub>int</sub>",
    ]
  }

  private func cells(of element: Setup.Element) -> [String] {
    func depth(_ value: Double?) -> String {
      guard let value, value > 0 else { return "\u{2013}" }
      return value.formatted(significant: value < 1 ? 2 : 3)
    }
    return [
      element.name, element.composition, unit.text(element.front),
      element.length > 0 ? unit.text(element.length) : "\u{2013}",
      depth(element.radiationLengths), depth(element.interactionLengths),
    ]
  }

  func draw(on drawing: inout Drawing) {
    let rows = setup.elements.map(cells)
    let left = SetupFigure.margin
    let right = style.fullWidth - SetupFigure.margin
    var widths = headings.map { ruler.width(of: Caption($0, size: style.textSize)) }
    for cells in rows {
      for (index, cell) in cells.enumerated() {
        let width = ruler.width(of: Caption(plain: cell, size: style.textSize))
        widths[index] = max(widths[index], width)
      }
    }
    // Numbers end at the right margin; the first two columns begin at the left one.
    let swatch = style.textSize + 3
    var ends = [Double](repeating: right, count: widths.count)
    for index in stride(from: widths.count - 2, through: 2, by: -1) {
      ends[index] = ends[index + 1] - widths[index + 1] - 14
    }
    let second = left + swatch + widths[0] + 14
    let room = ends[2] - widths[2] - 14 - second
    rule(at: top, style.fineLine * 1.6, on: &drawing)
    let head = top + row
    for (index, heading) in headings.enumerated() {
      write(
        Caption(heading, size: style.textSize), column: index, second, ends, swatch, y: head - 2,
        on: &drawing)
    }
    rule(at: head + 2, style.fineLine, on: &drawing)
    for (index, (element, cells)) in zip(setup.elements, rows).enumerated() {
      let y = head + 2 + row * Double(index + 1)
      let side = 0.7 * style.textSize
      drawing.fill(
        Path(Box(left: left, top: y - 2 - side, right: left + side, bottom: y - 2)),
        SetupShape.colour(of: element.look), stroke: Stroke(Palette.black, width: 0.3))
      for (column, cell) in cells.enumerated() {
        let text = column == 1 ? fitted(cell, into: room) : cell
        write(
          Caption(plain: text, size: style.textSize), column: column, second, ends, swatch,
          y: y - 2, on: &drawing)
      }
    }
    rule(at: bottom - 3, style.fineLine * 1.6, on: &drawing)
  }

  private func write(
    _ caption: Caption, column: Int, _ second: Double, _ ends: [Double], _ swatch: Double,
    y: Double, on drawing: inout Drawing
  ) {
    var caption = caption
    caption.anchor = column < 2 ? .start : .end
    let x = column == 0 ? SetupFigure.margin + swatch : column == 1 ? second : ends[column]
    drawing.write(caption, at: Point(x, y))
  }

  private func rule(at y: Double, _ width: Double, on drawing: inout Drawing) {
    drawing.stroke(
      Path(
        from: Point(SetupFigure.margin, y), to: Point(style.fullWidth - SetupFigure.margin, y)),
      Stroke(Palette.black, width: width))
  }

  /// A text that is not wider than its column; what does not fit is cut off.
  private func fitted(_ text: String, into room: Double) -> String {
    var text = text
    guard ruler.width(of: Caption(plain: text, size: style.textSize)) > room else { return text }
    while !text.isEmpty,
      ruler.width(of: Caption(plain: text + "…", size: style.textSize)) > room
    {
      text.removeLast()
    }
    return text + "…"
  }
}
