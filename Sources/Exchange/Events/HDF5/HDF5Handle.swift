// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import CHDF5

/// Something open in HDF5, closed at the end of its life.
final class HDF5Handle {
  let id: hid_t
  private let close: @convention(c) (hid_t) -> herr_t

  /// Takes what the library has opened, or tells why it has not.
  init(_ id: hid_t, _ close: @convention(c) (hid_t) -> herr_t) throws(HDF5Problem) {
    guard id >= 0 else { throw HDF5Problem() }
    self.id = id
    self.close = close
  }

  deinit { _ = close(id) }
}

/// What HDF5 says of its last failure.
struct HDF5Problem: Error {
  let reason: String

  /// Asks the library.
  init() {
    let text = withUnsafeTemporaryAllocation(of: CChar.self, capacity: 200) { buffer in
      buffer.initialize(repeating: 0)
      guard let start = buffer.baseAddress else { return "" }
      lacuna_h5_problem(start)
      return String(cString: start)
    }
    reason = text.isEmpty ? "HDF5 gives no reason" : text
  }

  /// A reason of our own.
  init(_ reason: String) { self.reason = reason }
}

/// Turns the sign of a result of the library into an error.
func checked(_ status: herr_t) throws(HDF5Problem) {
  guard status >= 0 else { throw HDF5Problem() }
}
