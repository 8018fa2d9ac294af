// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// The prefixes of the International System that the field uses, from atto to peta.
///
/// - Source: BIPM2019si, table 7
enum SIPrefix: String, CaseIterable {
  case atto = "a"
  case femto = "f"
  case pico = "p"
  case nano = "n"
  case micro = "u"
  case milli = "m"
  case none = ""
  case kilo = "k"
  case mega = "M"
  case giga = "G"
  case tera = "T"
  case peta = "P"

  /// The exponent of ten.
  var power: Int {
    switch self {
    case .atto: -18
    case .femto: -15
    case .pico: -12
    case .nano: -9
    case .micro: -6
    case .milli: -3
    case .none: 0
    case .kilo: 3
    case .mega: 6
    case .giga: 9
    case .tera: 12
    case .peta: 15
    }
  }

  /// All multiples of a unit, `listed` ones named in messages, the rest accepted silently.
  ///
  /// - Parameters:
  ///   - stem: the symbol without prefix, such as `eV`.
  ///   - power: the exponent of the unprefixed unit in base units.
  ///   - suffixes: what may follow; the first is the preferred one.
  ///   - listed: the prefixes of everyday use.
  ///   - unwanted: the prefixes that are more likely a slip than meant.
  ///   - printed: whether values are printed in the listed units.
  /// - Returns: one unit a prefix, the listed ones first.
  static func multiples(
    of stem: String, power: Int, suffixes: [String] = [""], listed: [SIPrefix],
    without unwanted: [SIPrefix] = [], printed: Bool = true
  ) -> [MeasuringUnit] {
    let accepted = listed + allCases.filter { !listed.contains($0) && !unwanted.contains($0) }
    return accepted.map { prefix in
      let isListed = listed.contains(prefix)
      let spellings = suffixes.map { prefix.rawValue + stem + $0 }
      return MeasuringUnit(
        spellings[0], or: Array(spellings.dropFirst()),
        scale: .decimal(power + prefix.power), isPrinted: printed && isListed, isListed: isListed)
    }
  }
}
