// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Production
import Quantities
import Storage

extension CrossSectionReport {
  /// The totals as a table: one row a point, what is undefined is empty.
  var csv: String {
    let methods = request.methods.map(\.name)
    let columns =
      ["mass_gev", "energy_gev"]
      + methods.flatMap { name in
        [
          "sigma_pb", "relative_error", "sigma_per_gram_pb", "per_radiation_length",
          "sigma_full_pb",
        ]
        .map { "\($0) \(name)" }
      } + ["note"]
    let rows = points.map { point in
      let numbers =
        [point.mass.gev, point.energy.gev]
        + point.values.flatMap { value -> [Double?] in
          let result = value.crossSection
          return [
            result?.perAtom.value, result?.perAtom.relativeError, result?.perGram.value,
            result?.perRadiationLength?.value, value.full?.perAtom.value,
          ]
        }
      return numbers.map(field) + [quotedField(point.notes.joined(separator: "; "))]
    }
    return lines(columns, rows)
  }

  /// The spectra as one long table; nil where none was asked for.
  var spectraCSV: String? {
    guard let spectrum = request.spectrum else { return nil }
    let columns = [
      "mass_gev", "energy_gev", "method", spectrum.variable.placeKey,
      spectrum.variable.densityKey, "relative_error",
    ]
    var rows: [[String]] = []
    for point in points {
      for value in point.values {
        for entry in value.spectrum {
          rows.append([
            field(point.mass.gev), field(point.energy.gev), value.method.name,
            field(entry.place), field(entry.density.value),
            field(entry.density.relativeError),
          ])
        }
      }
    }
    return lines(columns, rows)
  }

  private func lines(_ columns: [String], _ rows: [[String]]) -> String {
    let header = ["# \(printable(request.title))"] + remarks.map { "# \(printable($0))" }
    return (header + ([columns] + rows).map { $0.joined(separator: ",") })
      .map { $0 + "\n" }.joined()
  }

  private func field(_ number: Double?) -> String {
    guard let number, number.isFinite else { return "" }
    return "\(number)"
  }

  private func quotedField(_ text: String) -> String {
    text.isEmpty ? "" : "\"\(printable(text).replacing("\"", with: "\"\""))\""
  }
}
