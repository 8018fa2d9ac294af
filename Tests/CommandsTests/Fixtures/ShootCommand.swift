// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Commands
import Quantities

/// A command with a parameter of every kind, which prints what it read.
struct ShootCommand: Command {
  enum Method: String, CaseIterable {
    case exact, ww, leadingLog = "leading-log"
  }

  struct Silent: Error {}
  struct Spoken: Error, CustomStringConvertible {
    let description = "the beam is off (no one turned it on) turn it on"
  }

  static let target = Argument(
    .text("TARGET", "the name of a target").completed(by: .words(["lead", "tungsten"])),
    "what the beam meets")
  static let side = Argument(
    optional: .choice("SIDE", [Choice("left"), Choice("right")]), absent: "the middle",
    "where it meets it")
  static let energy = Option(
    "energy", .quantity(.positive), default: Energy.gev(100), "energy of the beam")
  static let mass = Option(
    "mass", ValueForm<Scan<MassDimension>>.scan(.positive), "masses of the mediator")
  static let efficiency = Option(
    "efficiency", .quantity(.closed(Fraction.share(0), .share(1))), default: .share(0.5),
    "share of events that are kept")
  static let method = Option(
    "method",
    .list(
      of: ValueForm<Method>.choice("METHOD") { method in
        switch method {
        case .exact: "the tree-level cross section, integrated over all angles of the recoil"
        case .ww: "Weizsaecker-Williams"
        case .leadingLog: "the leading logarithm"
        }
      }), default: [.exact], "how the cross section is computed")
  static let fault = Option(
    "fault", .choice("FAULT", [Choice("silent"), Choice("spoken")]), "fail")

  let declaration = CommandDeclaration(
    name: "shoot",
    abstract: "Shoot a beam at a target",
    discussion: "Nothing is simulated: the command prints what it has read.",
    examples: [
      Example("shoot", "lead", "--energy", "50 GeV", shows: "a beam of 50 GeV"),
      Example("shoot", "left", "lead", "--set", "a.b=1", shows: "the left side"),
    ],
    parameters: [
      side, target, energy, mass, efficiency, method, fault, StandardOption.events,
      StandardOption.seed, StandardOption.set, StandardOption.figure, StandardOption.json,
    ])

  func run(_ arguments: Arguments, in surroundings: Surroundings) throws -> ExitStatus {
    switch arguments[Self.fault] {
    case "silent": throw Silent()
    case "spoken": throw Spoken()
    default: break
    }
    let side = arguments[Self.side] ?? "middle"
    var lines = ["\(side) of \(arguments[Self.target]) at \(arguments[Self.energy])"]
    if let scan = arguments[Self.mass] { lines.append("\(scan.values.count) masses") }
    lines.append("\(arguments[Self.efficiency].share) kept")
    lines.append(arguments[Self.method].map(\.rawValue).joined(separator: "+"))
    lines.append("seed \(arguments[StandardOption.seed])")
    if let events = arguments[StandardOption.events] { lines.append("\(events) events") }
    for entry in arguments[StandardOption.set] { lines.append("\(entry.path) := \(entry.value)") }
    if let figure = arguments[StandardOption.figure] { lines.append("into \(figure)") }
    try surroundings.console.print(lines.joined(separator: "; "))
    return .done
  }
}

/// A command with one repeatable argument.
struct GatherCommand: Command {
  static let files = Argument(repeating: .file(), "files to gather")

  let declaration = CommandDeclaration(
    name: "gather", abstract: "Gather files", examples: [], parameters: [files])

  func run(_ arguments: Arguments, in surroundings: Surroundings) throws -> ExitStatus {
    try surroundings.console.print(arguments[Self.files].joined(separator: "|"))
    return .done
  }
}

extension Program {
  /// A program of fixture commands.
  static let fixture = Program(
    name: "beamline", abstract: "A beam line in a test", version: "1.2.3",
    commands: [ShootCommand(), GatherCommand()])
}
