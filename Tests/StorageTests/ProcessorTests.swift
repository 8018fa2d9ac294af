// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Storage
import Testing

@Suite("the processor and the build")
struct ProcessorTests {
  @Test("its class is what the system's list of flags says")
  func level() throws {
    guard Processor.level.hasPrefix("x86-64") else { return }
    let flags = Set(
      try String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)
        .split(separator: "\n").first { $0.hasPrefix("flags") }
        .map { $0.split(separator: " ").map(String.init) } ?? [])
    let hasThird = flags.isSuperset(
      of: ["avx", "avx2", "fma", "f16c", "bmi1", "bmi2", "abm", "movbe"])
    let hasFourth = flags.isSuperset(
      of: ["avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl"])
    #expect((Processor.level >= "x86-64-v3") == hasThird)
    #expect((Processor.level >= "x86-64-v4") == (hasThird && hasFourth))
  }

  @Test("the program runs on no lesser class than it was compiled for")
  func compiled() {
    #expect(Processor.compiledLevel <= Processor.level)
  }

  @Test("its model is the one the system shows")
  func model() throws {
    let names = try String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)
      .split(separator: "\n").filter { $0.hasPrefix("model name") }
    guard let name = names.first, !Processor.model.isEmpty else { return }
    #expect(name.hasSuffix(": \(Processor.model)"))
  }

  @Test("the build is told by hexadecimal digits")
  func build() {
    let digits = ProgramVersion.build.replacing("sha256-", with: "")
    #expect(digits.count >= 16)
    #expect(digits.allSatisfy { "0123456789abcdef".contains($0) })
    #expect(
      ProgramVersion.code
        == "\(ProgramVersion.current) \(ProgramVersion.build) \(Processor.level)")
  }
}
