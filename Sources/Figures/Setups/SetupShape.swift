// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// Draws one element of a set-up into its box.
struct SetupShape {
  private let element: Setup.Element
  private let box: Box
  private let scale: BrokenScale
  private let style: FigureStyle

  /// Layers are drawn one by one if a pair is so wide on paper.
  private static let leastPair = 2.0
  /// Absorbers are filled if a pair is so wide.
  private static let widePair = 6.0
  /// Lines that stand for layers are so far apart.
  private static let hatch = 2.4

  init(_ element: Setup.Element, box: Box, scale: BrokenScale, style: FigureStyle) {
    self.element = element
    self.box = box
    self.scale = scale
    self.style = style
  }

  /// True for a stack whose layers are too many to be drawn one by one.
  static func isHatched(_ element: Setup.Element, _ scale: BrokenScale) -> Bool {
    guard case .stack(let pairs, _, _, _) = element.look else { return false }
    return element.length * scale.factor / Double(pairs) < leastPair
  }

  /// The colour of a look, for the element and for its row in the table.
  static func colour(of look: Setup.Look) -> Colour {
    switch look {
    case .stack: Palette.sky.tinted(0.55)
    case .slab: Palette.green.tinted(0.75)
    case .block: Palette.grey.tinted(0.7)
    case .magnet: Palette.orange.tinted(0.5)
    case .planes: Palette.blue
    case .volume: Palette.white
    }
  }

  private var outline: Stroke {
    Stroke(Palette.black, width: style.fineLine, dashes: element.width == nil ? [2, 1.5] : [])
  }

  func draw(on drawing: inout Drawing) {
    switch element.look {
    case .stack(let pairs, let leading, let rows, let absorber):
      drawStack(
        pairs: pairs, leading: leading, rows: rows, absorber: absorber, on: &drawing)
    case .slab, .block, .magnet:
      drawing.fill(Path(box), Self.colour(of: element.look), stroke: outline)
    case .planes: drawPlanes(on: &drawing)
    case .volume: drawing.stroke(Path(box), outline)
    }
  }

  /// Both ends, and a line between them if they are apart.
  private func drawPlanes(on drawing: inout Drawing) {
    let line = Stroke(Palette.blue, width: style.strongLine)
    let ends = box.width > 3 ? [box.left, box.right] : [box.middle]
    for x in ends {
      drawing.stroke(Path(from: Point(x, box.top), to: Point(x, box.bottom)), line)
    }
    guard ends.count > 1 else { return }
    var edges = Path(from: Point(box.left, box.top), to: Point(box.right, box.top))
    edges.add(from: Point(box.left, box.bottom), to: Point(box.right, box.bottom))
    drawing.stroke(edges, Stroke(Palette.blue, width: style.fineLine, dashes: [2, 1.5]))
  }

  private func drawStack(
    pairs: Int, leading: Int, rows: Int, absorber: Double, on drawing: inout Drawing
  ) {
    drawing.fill(Path(box), Self.colour(of: element.look))
    if leading > 0 {
      var preshower = box
      preshower.right = box.left + box.width * Double(leading) / Double(pairs)
      drawing.fill(Path(preshower), Palette.blue.tinted(0.6))
    }
    let pair = box.width / Double(pairs)
    var layers = Path()
    if pair >= Self.widePair {
      for index in 0..<pairs {
        let left = box.left + Double(index) * pair
        drawing.fill(
          Path(
            Box(left: left, top: box.top, right: left + absorber * pair, bottom: box.bottom)),
          index < leading ? Palette.blue : Palette.blue.tinted(0.75))
      }
    } else if pair >= Self.leastPair {
      for index in 1..<max(pairs, 1) { add(at: box.left + Double(index) * pair, to: &layers) }
    } else {
      let lines = Int(box.width / Self.hatch)
      for index in 1..<max(lines, 1) {
        add(at: box.left + box.width * Double(index) / Double(lines), to: &layers)
      }
    }
    drawing.stroke(layers, Stroke(Palette.blue.tinted(0.8), width: 0.3))
    var cells = Path()
    for row in 1..<max(rows, 1) {
      let y = box.top + box.height * Double(row) / Double(rows)
      cells.add(from: Point(box.left, y), to: Point(box.right, y))
    }
    drawing.stroke(cells, Stroke(Palette.black, width: 0.3))
    drawing.stroke(Path(box), outline)
  }

  private func add(at x: Double, to path: inout Path) {
    path.add(from: Point(x, box.top), to: Point(x, box.bottom))
  }
}
