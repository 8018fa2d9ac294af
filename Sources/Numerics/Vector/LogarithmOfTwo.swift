// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// ln 2 in two parts, for range reduction without rounding.
///
/// `high` has 32 significant bits, so that its product with an integer of up to 21 bits is exact;
/// `high + low` is ln 2 to 2^-86.
@usableFromInline
enum LogarithmOfTwo {
  @inlinable static var high: Double { 0x1.62e42feep-1 }
  @inlinable static var low: Double { 0x1.a39ef35793c76p-33 }
}
