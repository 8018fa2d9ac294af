// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Execution
import Glibc
import Storage

/// The machine the program runs on, as far as its results and its speed depend on it.
struct Machine: Hashable, Sendable {
  /// The class of the processor, such as `x86-64-v3`.
  let processor: String
  /// The name the processor gives itself; may be empty.
  let model: String
  /// The class of processors the program was compiled for.
  let compiledFor: String
  /// The processors that this process may use.
  let cores: Int
  /// The memory of the machine, in bytes; nil where the system does not tell.
  let memory: Int?
  /// The memory that can be had without swapping, in bytes.
  let availableMemory: Int?

  /// Whether the program uses the vector instructions of the processor.
  ///
  /// Programs are compiled for `x86-64-v3` (AVX2, FMA) or for less; `v4` gains nothing here.
  var usesVectorInstructions: Bool {
    let modern: Set = ["x86-64-v3", "x86-64-v4"]
    return !modern.contains(processor) || modern.contains(compiledFor)
  }

  /// This machine.
  static func current() -> Machine {
    let memory = memoryInformation()
    return Machine(
      processor: Processor.level, model: Processor.model, compiledFor: Processor.compiledLevel,
      cores: Cores.available, memory: memory["MemTotal"], availableMemory: memory["MemAvailable"])
  }

  /// The lines `MemTotal:  16384256 kB` of /proc/meminfo, in bytes.
  private static func memoryInformation() -> [String: Int] {
    guard let bytes = try? FileReader.read("/proc/meminfo", atMost: 1 << 16) else { return [:] }
    var information: [String: Int] = [:]
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let words = line.split(separator: " ")
      guard words.count == 3, words[2] == "kB", let count = Int(words[1]) else { continue }
      information[String(words[0].dropLast())] = 1024 * count
    }
    return information
  }
}
