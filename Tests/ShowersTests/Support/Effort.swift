// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// How many random cases a property is tried on.
enum Effort {
  /// `make validate` tries 25 times as many cases as `make test`.
  static let factor = ProcessInfo.processInfo.environment["VALIDATE"] == nil ? 1 : 25
}
