// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// The key of a family of random streams, made from a seed and the name of what is drawn.
///
///     key = mix(seed) ^ fnv1a(name)
///
/// mix is a bijection of 64-bit integers. So for one name different seeds always give different
/// keys, and for one seed different names give different keys unless their 64-bit hashes collide:
/// probability n^2 / 2^65 for n names, 3e-16 for a hundred. Two pairs that differ in seed and name
/// share a key with probability 2^-64. The hash is fixed for ever, unlike the standard library's,
/// which is seeded anew in every process.
enum StreamKey {
  /// Returns the key, whose lower half is Philox's k0.
  static func make(seed: UInt64, name: String) -> UInt64 { mixed(seed) ^ fnv1a(name) }

  /// Hashes the UTF-8 bytes of a name: h = (h ^ byte) * 0x100000001b3 modulo 2^64 for every byte.
  /// - Source: Fowler2019fnv, section 2 (FNV-1a, 64-bit constants)
  static func fnv1a(_ name: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name.utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    return hash
  }

  /// Spreads neighbouring seeds over all bits, one to one: the first output of SplitMix64.
  /// - Source: Steele2014splittable, mix64variant13
  static func mixed(_ seed: UInt64) -> UInt64 {
    var z = seed &+ 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
