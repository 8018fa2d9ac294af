// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Numerics
import Testing

@Suite("exp and log along buffers")
struct BuffersTests {
  @Test("give every number the bits of a single call, whatever the length", arguments: 0...20)
  func tails(length: Int) {
    let numbers = (0..<length).map { 0.1 + 1.7 * Double($0) }
    var results = [Double](repeating: -1, count: length)
    var span = results.mutableSpan
    exp(numbers.span, into: &span)
    #expect(results == numbers.map { exp(SIMD4(repeating: $0))[0] })
    span = results.mutableSpan
    log(numbers.span, into: &span)
    #expect(results == numbers.map { log(SIMD4(repeating: $0))[0] })
  }

  @Test("write nothing beyond the buffer")
  func margins() {
    let numbers = [1.0, 2, 3, 4, 5]
    var results = [Double](repeating: -1, count: 9)
    results.withUnsafeMutableBufferPointer { buffer in
      var span = UnsafeMutableBufferPointer(rebasing: buffer[2..<7]).mutableSpan
      exp(numbers.span, into: &span)
    }
    #expect(results[0] == -1 && results[1] == -1)
    #expect(results[7] == -1 && results[8] == -1)
    #expect(results[2...6].allSatisfy { $0 > 0 })
  }

  @Test("of different lengths stop the program")
  func lengths() async {
    await #expect(processExitsWith: .failure) {
      var results = [0.0]
      var span = results.mutableSpan
      log([1, 2].span, into: &span)
    }
  }
}
