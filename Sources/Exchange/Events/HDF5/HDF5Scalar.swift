// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import CHDF5

/// A type of numbers that a column may have.
protocol HDF5Scalar: BitwiseCopyable {
  /// Its form in files, little-endian.
  static var fileType: hid_t { get }
  /// Its form in memory.
  static var memoryType: hid_t { get }
  static var zero: Self { get }
}

extension Double: HDF5Scalar {
  static var fileType: hid_t { lacuna_h5_double() }
  static var memoryType: hid_t { lacuna_h5_native_double() }
}

extension Int32: HDF5Scalar {
  static var fileType: hid_t { lacuna_h5_int32() }
  static var memoryType: hid_t { lacuna_h5_native_int32() }
}

extension Int64: HDF5Scalar {
  static var fileType: hid_t { lacuna_h5_int64() }
  static var memoryType: hid_t { lacuna_h5_native_int64() }
}

extension UInt64: HDF5Scalar {
  static var fileType: hid_t { lacuna_h5_uint64() }
  static var memoryType: hid_t { lacuna_h5_native_uint64() }
}
