// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Showers

extension ShowerStep {
  /// A block of one material has no other.
  var medium: Int { 0 }
}
