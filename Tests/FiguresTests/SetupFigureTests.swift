// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Foundation
import Testing

@Suite("Set-ups drawn to scale")
struct SetupFigureTests {
  /// Elements as NA64 has them, with round numbers.
  static let setup = Setup(
    title: "A <search> & its set-up", beam: "<i>e</i><sup>\u{2212}</sup> 100 GeV/c",
    elements: [
      element("tracker", .planes, "tracking planes", -22_000, 2_000, width: nil),
      element("magnet", .magnet, "dipole magnet, 1.75 T", -18_000, 2_000, width: nil),
      element("srd", .slab, "synchrotron tag", -800, 200, width: nil),
      element(
        "ecal", .stack(pairs: 150, leading: 16, rows: 6, absorber: 0.5),
        "150 × (lead + polystyrene)", 0, 450,
        width: 229.2, offset: 19.1, depth: (40.6, 1.57)),
      element("veto", .slab, "polystyrene", 500, 50, width: 600, depth: (0.12, 0.065)),
      element(
        "hcal", .stack(pairs: 192, leading: 0, rows: 3, absorber: 0.86),
        "192 × (iron + polystyrene)", 600, 5568,
        width: 582, depth: (275, 29.6)),
    ])

  private static func element(
    _ name: String, _ look: Setup.Look, _ composition: String, _ front: Double, _ length: Double,
    width: Double?, offset: Double = 0, depth: (Double, Double)? = nil
  ) -> Setup.Element {
    Setup.Element(
      name: name, look: look, composition: composition, front: front, length: length,
      width: width, offset: offset, radiationLengths: depth?.0, interactionLengths: depth?.1)
  }

  @Test("the drawing is the one that was looked at", arguments: [FigureStyle.paper, .talk])
  func snapshot(style: FigureStyle) throws {
    let drawing = SetupFigure(Self.setup, style: style).drawing
    let svg = try FigureFormat.svg.file(of: drawing, in: style)
    try Snapshot.expect(svg, is: style == .paper ? "setup-paper.svg" : "setup-talk.svg")
  }

  @Test("no label covers another, however close the elements stand")
  func overlaps() {
    var elements = Self.setup.elements
    for index in 0..<6 {
      elements.insert(
        Self.element(
          "counter-\(index)", .slab, "polystyrene", 451 + 8 * Double(index), 4, width: 100),
        at: 4 + index)
    }
    let crowded = Setup(title: "crowded", beam: "", elements: elements)
    for setup in [Self.setup, crowded] {
      for style in [FigureStyle.paper, .talk] {
        let ruler = TextRuler(fonts: style.fonts)
        let drawing = SetupFigure(setup, style: style).drawing
        let boxes = drawing.marks.compactMap { mark -> (String, Box)? in
          guard case .caption(let caption, let point) = mark else { return nil }
          return (caption.plainText, caption.box(at: point, ruler))
        }
        for (index, (text, box)) in boxes.enumerated() {
          #expect(box.left >= 0 && box.right <= drawing.width && box.top >= 0, "\(text)")
          #expect(box.bottom <= drawing.height, "\(text)")
          for (other, second) in boxes[(index + 1)...] {
            let isApart =
              box.right <= second.left + 0.2 || second.right <= box.left + 0.2
              || box.bottom <= second.top || second.bottom <= box.top
            #expect(isApart, "\(text) and \(other)")
          }
        }
      }
    }
  }

  @Test("lengths keep their ratios along the beam, across breaks too")
  func scale() {
    let drawing = SetupFigure(Self.setup).drawing
    let widths = drawing.marks.compactMap { mark -> Double? in
      guard case .path(let path, let stroke, nil) = mark, stroke != nil, path.steps.count == 5
      else { return nil }
      let xs = path.steps.compactMap { step -> Double? in
        if case .line(let point) = step {
          point.x
        } else if case .move(let point) = step {
          point.x
        } else {
          nil
        }
      }
      return (xs.max() ?? 0) - (xs.min() ?? 0)
    }
    // The outlines of the two stacks.
    #expect(widths.count == 2)
    #expect(abs(widths[1] / widths[0] - 5568 / 450) < 1e-6)
  }

  @Test("absorbers are drawn with their share of a pair where pairs are wide enough")
  func absorbers() {
    let dump = Setup(
      title: "dump", beam: "",
      elements: [
        Self.element(
          "wcal", .stack(pairs: 34, leading: 0, rows: 1, absorber: 0.6), "34 × (W + PS)", 0, 170,
          width: nil)
      ])
    let fills = SetupFigure(dump).drawing.marks.compactMap { mark -> Double? in
      guard case .path(let path, nil, let fill?) = mark, fill != Palette.white,
        case .move(let start) = path.steps.first, case .line(let next) = path.steps[1]
      else { return nil }
      return next.x - start.x
    }
    // The whole stack, and its absorbers.
    #expect(fills.count == 35)
    #expect(fills.dropFirst().allSatisfy { abs($0 / fills[0] - 0.6 / 34) < 1e-9 })
  }

  @Test("an empty set-up is a drawing, too")
  func empty() throws {
    let drawing = SetupFigure(Setup(title: "", beam: "", elements: [])).drawing
    #expect(drawing.height > 0 && drawing.height.isFinite)
    #expect(try !FigureFormat.png.file(of: drawing, in: .paper).isEmpty)
  }
}

extension Caption {
  /// The room that a caption takes.
  fileprivate func box(at point: Point, _ ruler: TextRuler) -> Box {
    let width = ruler.width(of: self)
    if angle == 90 {
      return Box(
        left: point.x - 0.7 * size, top: point.y - width, right: point.x + 0.2 * size,
        bottom: point.y)
    }
    let left =
      switch anchor {
      case .start: point.x
      case .middle: point.x - 0.5 * width
      case .end: point.x - width
      }
    return Box(
      left: left, top: point.y - 0.75 * size, right: left + width, bottom: point.y + 0.25 * size)
  }
}
