// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Storage

extension Diagnosis {
  /// The diagnosis for people.
  func text(on channel: Channel) -> String {
    var table = Table([Table.Column("part"), Table.Column("state")])
    table.append(["program", "\(version), build \(build), for \(machine.compiledFor)"])
    table.append(["processor", processor])
    table.append(["cores", "\(machine.cores)"])
    table.append(["memory", memory])
    for library in libraries { table.append([library.name, library.version]) }
    for line in dataLines { table.append(line) }
    table.append(["cache", cacheLine])
    table.append(["terminal", terminal])
    return ([table.rendered(on: channel), ""] + verdict(on: channel)).joined(separator: "\n")
  }

  private var processor: String {
    let name = machine.model.isEmpty ? "" : ", \(machine.model)"
    let use = machine.usesVectorInstructions ? "in use" : "idle"
    return "\(machine.processor)\(name); vector instructions \(use)"
  }

  private var memory: String {
    guard let total = machine.memory else { return "unknown" }
    let available = machine.availableMemory.map { ", \(size($0)) available" } ?? ""
    return size(total) + available
  }

  private var dataLines: [[String]] {
    switch data {
    case .success(let folder):
      let counts = dataCounts.filter { $0.count > 0 }.map { "\($0.kind.rawValue) \($0.count)" }
      return [
        ["data", "\(folder.path) (found by: \(folder.rule.rawValue))"],
        ["", "files: " + (counts.isEmpty ? "none" : counts.joined(separator: ", "))],
      ]
    case .failure(let error):
      let tried = error.tried.map { ["", "\($0.rule.rawValue): \($0.path), \($0.reason)"] }
      return [["data", tried.isEmpty ? "none found" : "none found; tried:"]] + tried
    }
  }

  private var cacheLine: String {
    guard let cache else { return "none" }
    let state = cache.isWritable ? "writable" : "not writable"
    return "\(cache.folder): \(cache.entryCount) entries, \(size(cache.byteCount)), \(state)"
  }

  private var terminal: String {
    guard let columns = output.columns else { return "none: output goes to a file or a program" }
    return "\(columns) columns, \(output.isColourful ? "colours" : "no colours")"
  }

  private func verdict(on channel: Channel) -> [String] {
    guard !complaints.isEmpty else {
      return [channel.styled("all that is needed is here", .good)]
    }
    return complaints.map { complaint in
      let label = complaint.isGrave ? "lacking" : "remark"
      let emphasis: Emphasis = complaint.isGrave ? .alarm : .caution
      return "\(channel.styled(label + ":", emphasis)) \(complaint.problem); \(complaint.remedy)"
    }
  }

  /// A number of bytes with a binary prefix.
  private func size(_ bytes: Int) -> String {
    let units = ["B", "KiB", "MiB", "GiB", "TiB"]
    var value = Double(bytes)
    var unit = 0
    while value >= 1024, unit + 1 < units.count {
      value /= 1024
      unit += 1
    }
    return "\(value.formatted(significant: 3)) \(units[unit])"
  }
}
