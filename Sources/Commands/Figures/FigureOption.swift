// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Figures

/// The options of commands that draw, beside `--figure`.
enum FigureOption {
  static let style = Option(
    "style", ValueForm<FigureLook>.choice("STYLE"), default: .paper,
    "fonts and sizes of the figure")
}

/// What a figure is for, as the command line names it.
enum FigureLook: String, CaseIterable, Sendable {
  case paper
  case talk

  /// The style.
  var style: FigureStyle {
    switch self {
    case .paper: .paper
    case .talk: .talk
    }
  }
}
