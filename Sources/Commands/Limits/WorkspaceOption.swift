// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// The options that name a workspace and what to ask of it.
enum WorkspaceOption {
  /// A workspace in the JSON of pyhf.
  static let workspace = Option(
    "workspace", .file("FILE.json"), absent: "counts and backgrounds of the options above",
    "HistFactory workspace, as pyhf 1.0.0 writes it")
  /// Which of its measurements is asked.
  static let measurement = Option(
    "measurement", .text("NAME", "a name"), absent: "the first of the workspace",
    "measurement of the workspace")

  /// All of them, in the order of help pages.
  static let all: [any Parameter] = [workspace, measurement]
}
