// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// How many cells of a terminal a character takes: 0, 1 or 2.
///
/// Wide are the East Asian wide and fullwidth characters of Unicode's Annex 11 by their blocks, and
/// what is shown as an emoji.
func displayWidth(_ character: Character) -> Int {
  if character.isASCII { return 1 }
  var width = 0
  for scalar in character.unicodeScalars {
    width = max(width, scalarWidth(scalar))
    // A variation selector asks for the picture of what is text by default.
    if scalar.value == 0xFE0F { width = 2 }
  }
  return width
}

private func scalarWidth(_ scalar: Unicode.Scalar) -> Int {
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format: return 0
  default: break
  }
  if scalar.properties.isEmojiPresentation { return 2 }
  return wideBlocks.contains { $0.contains(scalar.value) } ? 2 : 1
}

private let wideBlocks: [ClosedRange<UInt32>] = [
  0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
  0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
  0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1B000...0x1B2FF, 0x20000...0x3FFFD,
]
