// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector
import Matter
import Numerics
import Production
import Quantities

extension CrossSectionReport {
  /// The report for people: a table of totals, then one of each spectrum.
  func text(on channel: Channel) -> String {
    var parts = [channel.styled(printable(request.title), .strong)]
    if request.spectrum == nil || points.count > 1 { parts.append(totals(on: channel)) }
    if request.spectrum != nil {
      for point in points { parts.append(spectrum(at: point, on: channel)) }
    }
    var seen: Set<String> = []
    let notes =
      (remarks + points.flatMap { point in point.notes.map { remark($0, at: point) } })
      .filter { seen.insert($0).inserted }
    let shown = notes.count > Self.mostNotes ? Array(notes.prefix(Self.mostNotes)) : notes
    let left = notes.count - shown.count
    let more = left > 0 ? ["and \(left) more notes, which --json and the table in --out have"] : []
    let width = channel.columns ?? 100
    parts.append(
      (shown + more).map { Paragraph(printable($0), width: width).hanging(by: 2) }
        .joined(separator: "\n"))
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private static let mostNotes = 12

  private func remark(_ note: String, at point: CrossSectionPoint) -> String {
    points.count == 1
      ? note
      : "\(point.mass.formatted(significant: 6)), \(point.energy.formatted(significant: 6)): \(note)"
  }

  private func totals(on channel: Channel) -> String {
    let masses = MassColumn(for: points.map(\.mass))
    let isElement = request.target.element != nil
    let hasBand = points.contains { $0.values.contains { $0.full != nil } }
    let perElectron = !request.channel.isInField
    let single = request.methods.count == 1
    let perAtom = isElement ? "pb/atom" : "pb/mean atom"
    var columns = [masses.column, Table.Column("energy", unit: "GeV", .number)]
    if single {
      columns += [
        Table.Column("sigma", unit: perAtom, .number), Table.Column("error", .number),
        Table.Column("sigma", unit: "pb/g", .number), Table.Column("per X0", .number),
      ]
      if perElectron { columns.append(Table.Column("sigma", unit: "pb/electron", .number)) }
    } else {
      for method in request.methods {
        columns.append(Table.Column(method.name, unit: perAtom, .number))
        if method.name != "exact", hasExact {
          columns.append(Table.Column("/exact", .number))
        }
      }
    }
    if hasBand { columns.append(Table.Column("elastic..full", unit: perAtom)) }
    var lines = Table(columns)
    for point in points {
      var row = [masses.entry(point.mass), point.energy.gev.formatted(significant: 6)]
      if single, let value = point.values.first {
        let result = value.crossSection
        row += [
          number(result?.perAtom.value), number(result?.perAtom.relativeError, 1),
          number(result?.perGram.value), number(result?.perRadiationLength?.value),
        ]
        if perElectron {
          row.append(number(result.map { $0.perAtom.value / request.electronsPerAtom }))
        }
      } else {
        for value in point.values {
          row.append(number(value.crossSection?.perAtom.value))
          if value.method.name != "exact", hasExact {
            row.append(number(point.ratioToExact(value), 4))
          }
        }
      }
      if hasBand { row.append(band(at: point)) }
      lines.append(row)
    }
    return lines.rendered(on: channel)
  }

  private var hasExact: Bool { request.methods.contains { $0.name == "exact" } }

  private func band(at point: CrossSectionPoint) -> String {
    guard let value = point.values.first(where: { $0.full != nil }) else { return "" }
    return number(value.crossSection?.perAtom.value, 4) + ".."
      + number(value.full?.perAtom.value, 4)
  }

  private func spectrum(at point: CrossSectionPoint, on channel: Channel) -> String {
    guard let spectrum = request.spectrum else { return "" }
    let variable = spectrum.variable == .angle ? "dtheta" : "dx"
    let totals = point.values.map { value in
      "\(value.method.name) \(number(value.crossSection?.perAtom.value)) pb"
    }.joined(separator: ", ")
    let title =
      "mass \(point.mass.formatted(significant: 6)), energy "
      + "\(point.energy.formatted(significant: 6)): \(totals)"
    let unit = spectrum.variable == .angle ? "pb/rad" : "pb"
    let exact = point.values.first { $0.method.name == "exact" }?.spectrum
    var columns = [
      Table.Column(
        spectrum.variable.rawValue, unit: spectrum.variable == .angle ? "rad" : nil, .number)
    ]
    for value in point.values {
      columns.append(
        Table.Column("dsigma/\(variable) \(value.method.name)", unit: unit, .number))
      if value.method.name != "exact", hasExact { columns.append(Table.Column("/exact", .number)) }
    }
    var lines = Table(columns)
    let places = point.values.first { !$0.spectrum.isEmpty }?.spectrum.map(\.place) ?? []
    for (index, place) in places.enumerated() {
      var row = [place.formatted(significant: 8)]
      for value in point.values {
        let density = value.spectrum.isEmpty ? nil : value.spectrum[index].density.value
        row.append(number(density))
        guard value.method.name != "exact", hasExact else { continue }
        let whole = exact.flatMap { $0.isEmpty ? nil : $0[index].density.value } ?? 0
        row.append(number(whole > 0 ? density.map { $0 / whole } : nil, 4))
      }
      lines.append(row)
    }
    return title + "\n\n" + lines.rendered(on: channel)
  }

  private func number(_ number: Double?, _ digits: Int = 6) -> String {
    guard let number else { return "" }
    return number.isFinite ? number.formatted(significant: digits) : "?"
  }
}

extension CrossSectionRequest {
  /// What was asked, in one line.
  var title: String {
    let kind = (structure == .axial ? "an " : "a ") + structure.rawValue
    let reaction =
      switch channel {
      case .brems: "\(projectile.rawValue)s radiate \(kind) X"
      case .primakoff: "photons become an axion-like particle"
      case .annihilation: "positrons annihilate through \(kind) X"
      case .continuum: "positrons annihilate into a photon and \(kind) X"
      case .compton: "photons become \(kind) X on electrons"
      }
    let cut =
      shares.map {
        ", \($0.lowerBound.formatted(significant: 6)) < x < "
          + $0.upperBound.formatted(significant: 6)
      } ?? ""
    return "\(reaction) on \(target.name): \(couplingText)\(methodText)\(cut)"
  }

  /// The coupling in words.
  var couplingText: String {
    switch coupling {
    case .epsilon(let epsilon): return "epsilon = \(epsilon.formatted(significant: 6))"
    case .perGeV(let g): return "g = \(g.formatted(significant: 6)) /GeV"
    case .leptons(let couplings):
      let values = Lepton.allCases.map { couplings[$0] }
      if Set(values).count == 1 { return "g = \(values[0].formatted(significant: 6))" }
      return Lepton.allCases.map {
        "g(\($0.rawValue)) = \(couplings[$0].formatted(significant: 6))"
      }
      .joined(separator: ", ")
    }
  }

  private var methodText: String {
    let form =
      channel.isInField ? (content == .elastic ? ", elastic" : ", elastic and break-up") : ""
    return methods.count == 1 && channel.methods.count > 1 ? ", \(methods[0].name)\(form)" : form
  }
}
