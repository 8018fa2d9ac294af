// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import CProcessor

/// The processor the program runs on.
///
/// Linking this module also links a check at start-up: a processor without the instructions the
/// program was compiled for gets a sentence instead of a signal.
package enum Processor {
  /// The level of the x86-64 psABI it offers, such as "x86-64-v3", or its architecture.
  ///
  /// Results are the same to the last bit within one class; between classes the C library's
  /// exp, log, sin and pow differ there.
  package static let level = String(cString: lacuna_processor_class())

  /// The level the program was compiled for.
  package static let compiledLevel = String(cString: lacuna_compiled_class())

  /// The name the processor gives itself, such as "AMD EPYC"; empty where it gives none.
  package static let model: String = {
    var name = [CChar](repeating: 0, count: 64)
    lacuna_processor_model(&name, name.count)
    let bytes = name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:))
    let words = String(decoding: bytes, as: UTF8.self).split(separator: " ")
    return words.joined(separator: " ")
  }()
}
