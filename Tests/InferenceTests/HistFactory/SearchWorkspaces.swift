// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Inference

/// Workspaces for the tests of this folder.
enum SearchWorkspaces {
  typealias Channel = Workspace.Channel
  typealias Sample = Workspace.Sample

  /// One counter with an uncertain background.
  static func counter(
    _ name: String = "counter", observed: Double, background: Double, error: Double,
    efficiency: Double = 1
  ) -> Workspace {
    Workspace(
      channels: [
        Channel(
          name,
          samples: [
            Sample("signal", rates: [efficiency], modifiers: [Modifier("mu", .normFactor)]),
            Sample(
              "background", rates: [background],
              modifiers: [Modifier("error", .shapeSystematic([error]))]),
          ])
      ],
      observations: [.init(name, counts: [observed])],
      measurements: [
        .init("limit", signalStrength: "mu", settings: [.init("mu", bounds: [[0, 100]])])
      ])
  }

  /// Two channels with every kind of modifier.
  static let everything = Workspace(
    channels: [
      Channel(
        "signal region",
        samples: [
          Sample(
            "signal", rates: [5, 12, 3],
            modifiers: [
              Modifier("mu", .normFactor), Modifier("lumi", .luminosity),
              Modifier("scale", .normSystematic(low: 0.93, high: 1.08)),
              Modifier(
                "scale", .histogramSystematic(low: [4.6, 11.8, 3.3], high: [5.5, 12.3, 2.6])),
            ]),
          Sample(
            "beam", rates: [50, 60, 30],
            modifiers: [
              Modifier("rate", .normFactor), Modifier("stat", .statisticalError([2, 3, 2.5])),
              Modifier("scale", .histogramSystematic(low: [46, 61, 33], high: [55, 58, 28])),
            ]),
          Sample(
            "cosmic", rates: [7, 6, 4],
            modifiers: [
              Modifier("stat", .statisticalError([1, 1, 0.5])), Modifier("lumi", .luminosity),
              Modifier("shape", .shapeSystematic([2, 0, 1])),
            ]),
        ]),
      Channel(
        "control region",
        samples: [
          Sample("beam", rates: [400, 300], modifiers: [Modifier("rate", .normFactor)]),
          Sample("free", rates: [20, 10], modifiers: [Modifier("free", .shapeFactor)]),
        ]),
    ],
    observations: [
      .init("signal region", counts: [66, 80, 35]), .init("control region", counts: [450, 333]),
    ],
    measurements: [
      .init(
        "search", signalStrength: "mu",
        settings: [
          .init("lumi", initial: [1], bounds: [[0.9, 1.1]], auxiliary: [1], sigmas: [0.02])
        ])
    ])
}
