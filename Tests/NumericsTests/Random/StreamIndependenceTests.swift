// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Numerics
import Testing

@Suite("Streams that differ in one thing are independent")
struct StreamIndependenceTests {
  /// A family of streams numbered along one of the things that tell streams apart.
  enum Family: CaseIterable, Sendable {
    case seeds, names, events, tracks, positions

    func stream(_ index: Int) -> RandomStream {
      switch self {
      case .seeds: return RandomStream(seed: UInt64(index), name: "shower")
      case .names: return RandomStream(seed: 1, name: "shower \(index)")
      case .events: return RandomStream(seed: 1, name: "shower", event: index)
      case .tracks: return RandomStream(seed: 1, name: "shower").split(track: index)
      case .positions:
        var stream = RandomStream(seed: 1, name: "shower")
        stream.advance(by: UInt64(index))
        return stream
      }
    }
  }

  @Test(
    "first numbers of neighbours are uniform in the plane and uncorrelated",
    arguments: Family.allCases)
  func neighbours(family: Family) {
    let count = 400_000
    let cells = 32
    var counts = [Int](repeating: 0, count: cells * cells)
    var sum = 0.0
    var stream = family.stream(0)
    var last = stream.uniform()
    for index in 1...count {
      stream = family.stream(index)
      let next = stream.uniform()
      counts[Int(last * Double(cells)) * cells + Int(next * Double(cells))] += 1
      sum += (last - 0.5) * (next - 0.5)
      last = next
    }
    let expected = [Double](repeating: Double(count) / Double(cells * cells), count: counts.count)
    #expect(GoodnessOfFit.passes(GoodnessOfFit.chiSquare(counts: counts, expected: expected)))
    // Each product has the variance 1/144.
    let deviation = sum * 12 / Double(count).squareRoot()
    #expect(GoodnessOfFit.normal(deviation) > GoodnessOfFit.bound)
  }

  @Test(
    "words collide as often as birthdays do: in 64 bits never, in 38 bits eight times",
    arguments: Family.allCases)
  func birthdays(family: Family) {
    let count = 1 << 20
    var words = (0..<count).map { index -> UInt64 in
      var stream = family.stream(index)
      return stream.next()
    }
    // With other positions also the words of a stream of another name take part.
    var other = RandomStream(seed: 1, name: "beam")
    words += (0..<count).map { _ in other.next() }
    let pairs = 0.5 * Double(words.count) * Double(words.count - 1)
    #expect(repeats(in: words) == 0)
    for shift in [0, 26] as [UInt64] {
      let parts = words.map { ($0 >> shift) & ((1 << 38) - 1) }
      let probability = GoodnessOfFit.poisson(count: repeats(in: parts), mean: pairs * 0x1p-38)
      #expect(probability > GoodnessOfFit.bound)
    }
  }

  /// How many words equal the one before, when sorted.
  private func repeats(in words: [UInt64]) -> Int {
    let sorted = words.sorted()
    return zip(sorted, sorted.dropFirst()).count { $0 == $1 }
  }
}
