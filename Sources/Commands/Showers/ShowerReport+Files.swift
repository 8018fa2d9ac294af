// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Showers

extension ShowerReport {
  /// The tables of the result, by the names of their files.
  var tables: [(name: String, text: String)] {
    [
      ("longitudinal.csv", longitudinalCSV), ("radial.csv", radialCSV),
      ("track-length.csv", trackLengthCSV),
    ]
  }

  /// The names of all files of a result.
  static let fileNames = [
    "shower.json", "longitudinal.csv", "radial.csv", "track-length.csv", "run.json",
  ]

  private var longitudinalCSV: String {
    lines(
      ["depth_x0", "low_x0", "high_x0", "mean_gev", "rms_gev", "error_gev"],
      longitudinal.map {
        [$0.middle, $0.low, $0.high, $0.deposit.mean, $0.deposit.rms, $0.deposit.error].map(field)
      })
  }

  private var radialCSV: String {
    lines(["radius_mm", "fraction"], radial.map { [field($0.radius), field($0.share)] })
  }

  private var trackLengthCSV: String {
    lines(
      ["species", "low_gev", "high_gev", "dl_de_x0_per_gev", "error"],
      ShowerSpecies.allCases.flatMap { species in
        tally.trackLength(of: species).coarseBins.map { bin in
          [ShowerBeam.name(of: species)]
            + [bin.low, bin.high, bin.density, bin.densityError].map(field)
        }
      })
  }

  private func lines(_ columns: [String], _ rows: [[String]]) -> String {
    let header = (["\(request.title): \(tally.events) showers"] + remarks).map {
      "# \(printable($0))"
    }
    return (header + ([columns] + rows).map { $0.joined(separator: ",") })
      .map { $0 + "\n" }.joined()
  }

  private func field(_ number: Double) -> String { number.isFinite ? "\(number)" : "" }
}
