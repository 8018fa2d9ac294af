// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Quantities

/// A small language of cards in the manner of a search, with every notation in it.
enum Fixture {
  enum Beam {
    static let particle = Key(
      "particle", .choice(["e-", "e+", "mu-", "pi-"]), default: "e-", meaning: "beam particle")
    static let momentum = Key<Measured<MomentumDimension>>(
      "momentum", .measured(.positive), meaning: "momentum of the beam particles")
    static let spread = Key<Fraction>(
      "momentum-spread", .quantity(.nonNegative), default: .percent(0), meaning: "its spread")
    static let spot = Key<Length>(
      "spot", .quantity(.positive), default: .mm(10), meaning: "radius of the beam spot")
    static let contamination = Key<[Named<Fraction>]>(
      "contamination", .map(of: .quantity(.nonNegative), namedBy: "pi-"), default: [],
      meaning: "share of other particles")
    static let form = Form(
      "beam", meaning: "the particles that arrive",
      keys: [particle, momentum, spread, spot, contamination])
  }

  enum Period {
    static let electrons = Key<Measured<NumberDimension>>(
      "electrons", .measured(.positive), meaning: "electrons on target")
    static let form = Form("period", meaning: "a run period", keys: [electrons])
  }

  enum Slab {
    static let material = Key<CardReference>(
      "material", .reference(to: "material", example: "lead"), meaning: "what it is made of")
    static let thickness = Key<Length>(
      "thickness", .quantity(.positive), meaning: "how thick it is")
    static let form = Form("slab", meaning: "a layer of one material", keys: [material, thickness])
  }

  enum Calorimeter {
    static let at = Key<Length>("at", .quantity(), meaning: "position of the front face")
    static let layers = Key<Int>("layers", .integer(1...), meaning: "number of layers")
    static let absorber = Key<Section>("absorber", .section(Slab.form), meaning: "what absorbs")
    static let cells = Key<[Int]>(
      "cells", .list(of: .integer(1...), count: 2...2), default: [1, 1],
      meaning: "cells across and up", example: "[6, 6]")
    static let form = Form(
      "calorimeter", meaning: "layers that absorb and layers that see",
      keys: [at, layers, absorber, cells])
  }

  enum Counter {
    static let form = Form(
      "counter", meaning: "one slab that sees",
      keys: [Calorimeter.at, Slab.material, Slab.thickness])
  }

  enum Cut {
    static let cut = Key<Condition>("cut", .condition(), meaning: "what must hold")
    static let note = Key<String>("note", .text(), default: "", meaning: "a remark")
    static let form = Form("cut", meaning: "one step of the selection", keys: [cut, note])
  }

  enum Production {
    static let bremsstrahlung = Key<String>(
      "bremsstrahlung", .choice(["exact", "ww", "off"]), default: "exact", meaning: "how it is made"
    )
    static let annihilation = Key<Bool>(
      "annihilation", .boolean, default: false, meaning: "whether positrons annihilate")
    static let form = Form(
      "production", meaning: "processes", keys: [bremsstrahlung, annihilation])
  }

  enum Model {
    static let production = Key<Section>(
      "production", .section(Production.form), meaning: "the processes that are on")
    static let form = Form("model", meaning: "what is searched for", keys: [production])
  }

  enum Scan {
    static let mass = Key<Quantities.Scan<MassDimension>?>(
      "mass", optional: .scan(.positive), meaning: "masses", example: "1MeV..1GeV:60")
    static let form = Form("scan", meaning: "the points", keys: [mass])
  }

  enum Statistics {
    static let cl = Key<Double>(
      "cl", .number(.between(Number(baseValue: 0), Number(baseValue: 1))), default: 0.9,
      meaning: "confidence level")
    static let low = Key<Energy>("low", .quantity(), default: .gev(0), meaning: "lower edge")
    static let high = Key<Energy>("high", .quantity(), default: .gev(100), meaning: "upper edge")
    static let form = Form(
      "statistics", meaning: "how the limit is set", keys: [cl, low, high],
      checks: [
        Form.Check(reading: low, high) { section in
          guard section[low] >= section[high] else { return [] }
          return [
            .error(
              "low is \(section[low]) (it must be below high, \(section[high]))",
              at: section.place(of: low))
          ]
        }
      ])
  }

  static let beam = Key<Section>("beam", .section(Beam.form), meaning: "the beam")
  static let exposure = Key<[Element]>(
    "exposure", .elements(Period.form), default: [], meaning: "the run periods")
  static let detector = Key<[Element]>(
    "detector", .elements(kinds: [Calorimeter.form, Counter.form]), default: [],
    meaning: "the detector along the beam")
  static let selection = Key<[Element]>(
    "selection", .elements(Cut.form), default: [], meaning: "the cuts in order")
  static let model = Key<Section>("model", .section(Model.form), meaning: "the model")
  static let scan = Key<Section>("scan", .section(Scan.form), meaning: "the scan")
  static let statistics = Key<Section>(
    "statistics", .section(Statistics.form), meaning: "the statistics")
  static let note = Key<String>("note", .text(), default: "", meaning: "a remark")

  static let search = CardKind(
    Form(
      "search", meaning: "a search from beam to bound",
      keys: [beam, exposure, detector, selection, model, scan, statistics, note]))

  static let density = Key<Measured<DensityDimension>>(
    "density", .measured(.positive), meaning: "its density")
  static let material = CardKind(
    Form("material", meaning: "what things are made of", keys: [density]))

  /// Cards that tests name, by kind and name.
  static func shelf(_ cards: [String: String] = [:]) -> CardShelf {
    CardShelf(
      names: { kind in
        kind == "material" ? ["iron", "lead", "polystyrene"] : cards.keys.sorted()
      },
      find: { address throws(CardShelf.Unreadable) in
        switch address {
        case .name("locked", _): throw CardShelf.Unreadable(reason: "permission denied")
        case .name(let name, _):
          return cards[name].map { Source(name: "\(name).yaml", text: $0) }
        case .path(let path): return cards[path].map { Source(name: path, text: $0) }
        }
      })
  }

  static func read(
    _ text: String, set overrides: [String] = [], shelf cards: [String: String] = [:]
  ) -> CardReader.Reading {
    read(bytes: Array(text.utf8), set: overrides, shelf: cards)
  }

  static func read(
    bytes: [UInt8], set overrides: [String] = [], shelf cards: [String: String] = [:]
  ) -> CardReader.Reading {
    CardReader(kinds: [search, material], shelf: shelf(cards))
      .read(Source(name: "card.yaml", bytes: bytes), overrides: Overrides(overrides))
  }

  /// The first lines that a sound card needs.
  static let head = "schema: 1\nkind: search\nname: test\nbeam: {momentum: 100 GeV}\n"
}
