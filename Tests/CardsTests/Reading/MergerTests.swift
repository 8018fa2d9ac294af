// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Testing

@Suite("Merging trees")
struct MergerTests {
  static func tree(_ text: String) throws -> Node {
    var findings = Findings()
    let node = TreeReader.read(Source(name: "t", text: text), into: &findings)
    #expect(findings.isEmpty)
    return try #require(node)
  }

  static func merged(_ base: Node, _ change: Node) -> Node {
    var merger = Merger()
    let node = merger.merge(base, with: change)
    #expect(merger.findings.isEmpty)
    return node
  }

  @Test("merging the same change twice is merging it once", arguments: UInt64(0)..<200)
  func idempotence(seed: UInt64) throws {
    let base = try Self.tree(RandomTree.text(seed, 0))
    let change = try Self.tree(RandomTree.text(seed, 1))
    let once = Self.merged(base, change)
    #expect(Self.merged(once, change).plain == once.plain)
    #expect(Self.merged(base, base).plain == base.plain)
  }

  @Test("a change of a change is a change of the changed", arguments: UInt64(0)..<200)
  func associativity(seed: UInt64) throws {
    let trees = try (UInt64(0)..<3).map { try Self.tree(RandomTree.text(seed, $0)) }
    let left = Self.merged(Self.merged(trees[0], trees[1]), trees[2])
    let right = Self.merged(trees[0], Self.merged(trees[1], trees[2]))
    #expect(left.plain == right.plain)
  }

  @Test("an empty map changes nothing, and changes to nothing are the change")
  func neutralElement() throws {
    let tree = try Self.tree(RandomTree.text(7, 0))
    let empty = try Self.tree("{}")
    #expect(Self.merged(tree, empty).plain == tree.plain)
    #expect(Self.merged(empty, tree).plain == tree.plain)
  }

  @Test("every value of the change is in the result", arguments: UInt64(0)..<50)
  func changeWins(seed: UInt64) throws {
    let base = try Self.tree(RandomTree.text(seed, 0))
    let change = try Self.tree(RandomTree.text(seed, 1))
    #expect(Self.contains(Self.merged(base, change).plain, change.plain))
  }

  private static func contains(_ whole: Written, _ part: Written) -> Bool {
    switch (whole, part) {
    case (.map(let all), .map(let some)):
      return some.allSatisfy { field in
        all.contains { $0.key == field.key && contains($0.value, field.value) }
      }
    case (.list(let all), .list(let some)):
      return some.allSatisfy { item in all.contains { contains($0, item) } }
    default: return whole == part
    }
  }
}

extension RandomTree {
  static func text(_ seed: UInt64, _ index: UInt64) -> String {
    var tree = RandomTree(seed: seed * 3 + index)
    return tree.map(depth: 3)
  }
}
