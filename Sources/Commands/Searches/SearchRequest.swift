// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import DarkSector
import Execution
import Matter
import Quantities
import Searches
import Storage

/// What a command line asks of a search, checked and complete.
struct SearchRequest {
  /// The search.
  let search: Search
  /// Its card with every default filled in.
  let cardText: String
  /// The seed.
  let seed: UInt64
  /// How many threads work.
  let threads: Int
  private let path: String
  private let library: CardLibrary
  private let data: DataFolder
  private let cache: Cache

  /// Reads a command line that declares ``SearchOption/all``.
  init(_ arguments: Arguments, of inventory: Inventory, in surroundings: Surroundings) throws {
    let method = arguments[SearchOption.method].map {
      Assignment(path: "model.production.bremsstrahlung", value: $0.rawValue)
    }
    try self.init(
      arguments[SearchOption.search], at: arguments.places(of: SearchOption.search).first,
      masses: arguments[SearchOption.mass]?.values.map(\.gev), arguments,
      setting: [method].compactMap { $0 }, of: inventory, in: surroundings)
  }

  /// Reads the card of a search.
  ///
  /// - Parameters:
  ///   - word: Its name or path.
  ///   - place: Where that stands on the command line.
  ///   - masses: Masses in GeV in place of those of the card.
  ///   - arguments: The command line, with `--events`, `--set`, `--seed`, `--threads`, `--data`.
  ///   - more: Further entries of the card to change.
  ///   - inventory: The kinds of cards.
  ///   - surroundings: Where data and caches are.
  /// - Throws: What is wrong with card or command line.
  init(
    _ word: String, at place: Word.Place?, masses: [Double]?, _ arguments: Arguments,
    setting more: [Assignment] = [], of inventory: Inventory, in surroundings: Surroundings
  ) throws {
    data = try surroundings.dataFolder(named: arguments[StandardOption.data])
    library = CardLibrary(inventory, in: data)
    let kind = inventory.kind(ofCards: SearchKeys.kind.name)
    var assignments = arguments[StandardOption.set] + more
    if let events = arguments[StandardOption.events] {
      assignments.append(Assignment(path: "simulation.events", value: "\(events)"))
    }
    path = try library.path(of: word, kind: kind, at: place)
    let card = try library.card(
      word, kind: kind, at: place, setting: assignments)
    let model = try Model(
      card[SearchKeys.model][SignalKeys.mediator].name, at: nil, setting: [], in: library)
    do {
      search = try Search(
        card, model: model, materials: try MaterialCatalogue(from: data),
        masses: masses)
    } catch let error as SearchError {
      guard let finding = error.finding else { throw error }
      var findings = Findings()
      findings.append(finding)
      throw CardRefusal(findings: findings)
    }
    cardText = YAMLPrinter(showsMeanings: false).text(for: card.root.written)
    seed = UInt64(arguments[StandardOption.seed])
    threads = arguments[StandardOption.threads] ?? Cores.available
    cache = Cache(folder: Cache.folder(environment: surroundings.variable))
  }

  /// The files that the search is computed from.
  var inputs: [Provenance.Input] {
    get throws(StorageError) { try SearchInputs(of: path, search, in: library, data).files }
  }

  /// What a run gave: the report, or nil after an interruption.
  struct Outcome {
    /// The report.
    let report: SearchReport?
    /// How many blocks were made anew.
    let made: Int
  }

  /// Runs the search.
  ///
  /// - Parameters:
  ///   - cancellation: ends the work early.
  ///   - advance: told how far it is.
  /// - Returns: the report, or that there is none after an interruption.
  /// - Throws: what cannot be simulated.
  func result(
    cancellation: Cancellation, advance: @escaping SearchRun.Advance
  ) throws -> Outcome {
    let clock = MonotonicClock.seconds()
    let run = try SearchRun(
      search,
      with: SearchRun.Means(data: data, cache: cache, seed: seed, threads: threads))
    let sample = try run.sample(cancellation: cancellation, advance: advance)
    guard !sample.isPartial else { return Outcome(report: nil, made: sample.made) }
    let before = MonotonicClock.seconds()
    advance(.analysis, 0, 1)
    let signals = try run.signals(of: sample)
    let between = MonotonicClock.seconds()
    advance(.limits, 0, 1)
    let result = try SearchResult(search, signals)
    let after = MonotonicClock.seconds()
    let seconds =
      sample.seconds.map { ($0.phase.rawValue, $0.seconds) } + [
        (SearchRun.Phase.analysis.rawValue, between - before),
        (SearchRun.Phase.limits.rawValue, after - between), ("in all", after - clock),
      ]
    return Outcome(
      report: SearchReport(
        result, seconds: seconds, newBlocks: sample.made, blocks: search.blocks * signals.count,
        notes: sample.notes), made: sample.made)
  }
}
