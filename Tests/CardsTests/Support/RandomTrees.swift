// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards

/// Draws that are the same in every run: a linear congruential generator, good enough for mutations.
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 2 &+ 1 }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    var mixed = state
    mixed ^= mixed >> 33
    mixed = mixed &* 0xFF51_AFD7_ED55_8CCD
    return mixed ^ (mixed >> 33)
  }
}

/// Random trees of one grammar: `v*` are values, `l*` lists of values, `e*` lists of named elements,
/// `m*` maps, so that two of them merge as two sound cards do.
struct RandomTree {
  private var dice: Dice

  init(seed: UInt64) { dice = Dice(seed: seed) }

  mutating func map(depth: Int) -> String {
    var entries: [String] = []
    for key in ["v1", "v2", "l1", "e1", "m1", "m2"] where Bool.random(using: &dice) {
      switch key.first {
      case "v": entries.append("\(key): \(number)")
      case "l":
        entries.append("\(key): [" + (0..<count).map { _ in number }.joined(separator: ", ") + "]")
      case "e" where depth > 0: entries.append("\(key): [" + elements(depth: depth - 1) + "]")
      case "m" where depth > 0: entries.append("\(key): " + map(depth: depth - 1))
      default: break
      }
    }
    return "{" + entries.joined(separator: ", ") + "}"
  }

  private mutating func elements(depth: Int) -> String {
    ["a", "b", "c"].filter { _ in Bool.random(using: &dice) }.map { name in
      "{name: \(name), m: \(map(depth: depth))}"
    }.joined(separator: ", ")
  }

  private var number: String {
    mutating get { String(Int.random(in: 0..<100, using: &dice)) }
  }

  private var count: Int {
    mutating get { Int.random(in: 1..<4, using: &dice) }
  }
}

extension Node {
  /// The tree without places, for comparisons; maps sorted by key.
  var plain: Written {
    switch content {
    case .scalar(let scalar): .text(scalar.text)
    case .sequence(let items): .list(items.map(\.plain))
    case .mapping(let entries):
      .map(entries.sorted { $0.key < $1.key }.map { .init($0.key, $0.value.plain) })
    case .refused: .list([])
    }
  }
}
