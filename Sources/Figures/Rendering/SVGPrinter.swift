// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// Writes a drawing as SVG by hand, with texts that can be searched.
///
/// Cairo would write every letter as a path, 20 kB a label. Here a viewer that lacks the font takes the
/// next of the list; labels keep their anchors, so that none moves away from what it names.
struct SVGPrinter {
  let drawing: Drawing
  let fonts: [String]

  /// The file.
  var text: String {
    let size = "\(number(drawing.width)) \(number(drawing.height))"
    let families = fonts.map { $0.contains(" ") ? "'\($0)'" : $0 } + ["serif"]
    var lines = [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(number(drawing.width))pt\""
        + " height=\"\(number(drawing.height))pt\" viewBox=\"0 0 \(size)\""
        + " font-family=\"\(families.joined(separator: ", "))\" stroke-linejoin=\"round\">",
      "<title>\(drawing.title.markupEscaped)</title>",
      "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>",
    ]
    for mark in drawing.marks {
      switch mark {
      case .path(let path, let stroke, let fill): lines.append(line(for: path, stroke, fill))
      case .caption(let caption, let point): lines.append(line(for: caption, at: point))
      }
    }
    return (lines + ["</svg>"]).map { $0 + "\n" }.joined()
  }

  private func line(for path: Path, _ stroke: Stroke?, _ fill: Colour?) -> String {
    let data = path.steps.map { step in
      switch step {
      case .move(let point): "M\(number(point.x)) \(number(point.y))"
      case .line(let point): "L\(number(point.x)) \(number(point.y))"
      case .close: "Z"
      }
    }.joined()
    var line = "<path d=\"\(data)\"" + paint("fill", fill)
    if let stroke {
      line += paint("stroke", stroke.colour) + " stroke-width=\"\(number(stroke.width))\""
      if !stroke.dashes.isEmpty {
        line += " stroke-dasharray=\"\(stroke.dashes.map(number).joined(separator: " "))\""
      }
    }
    return line + "/>"
  }

  private func line(for caption: Caption, at point: Point) -> String {
    let anchor: String =
      switch caption.anchor {
      case .start: ""
      case .middle: " text-anchor=\"middle\""
      case .end: " text-anchor=\"end\""
      }
    let (x, y) = (number(point.x), number(point.y))
    let turn =
      caption.angle == 0 ? "" : " transform=\"rotate(\(number(-caption.angle)) \(x) \(y))\""
    var spans = ""
    var height = 0.0
    for run in caption.runs {
      let wanted: Double =
        switch run.script {
        case .base: 0
        case .lower: PangoText.descent * caption.size
        case .upper: -PangoText.rise * caption.size
        }
      var attributes = ""
      // Shifts add up along a line of SVG.
      if wanted != height { attributes += " dy=\"\(number(wanted - height))\"" }
      height = wanted
      if run.script != .base {
        attributes += " font-size=\"\(number(PangoText.scriptSize * caption.size))\""
      }
      if run.isItalic { attributes += " font-style=\"italic\"" }
      if run.isBold { attributes += " font-weight=\"bold\"" }
      let text = run.text.markupEscaped
      spans += attributes.isEmpty ? text : "<tspan\(attributes)>\(text)</tspan>"
    }
    return "<text x=\"\(x)\" y=\"\(y)\" font-size=\"\(number(caption.size))\""
      + paint("fill", caption.colour) + anchor + turn + " xml:space=\"preserve\">\(spans)</text>"
  }

  private func paint(_ attribute: String, _ colour: Colour?) -> String {
    guard let colour else { return " \(attribute)=\"none\"" }
    let parts = [colour.red, colour.green, colour.blue].map { part in
      let digits = String(part, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }
    let opacity = colour.opacity < 1 ? " \(attribute)-opacity=\"\(number(colour.opacity))\"" : ""
    return " \(attribute)=\"#\(parts.joined())\"" + opacity
  }

  /// A number with at most two decimals, without -0.
  private func number(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let (whole, rest) = (abs(hundredths) / 100, abs(hundredths) % 100)
    let sign = hundredths < 0 ? "-" : ""
    if rest == 0 { return "\(sign)\(whole)" }
    let digits = rest % 10 == 0 ? "\(rest / 10)" : (rest < 10 ? "0\(rest)" : "\(rest)")
    return "\(sign)\(whole).\(digits)"
  }
}
