// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// How a material is held together; the density effect and the critical energy depend on it.
package enum StateOfMatter: String, CaseIterable, Hashable, Sendable {
  /// A solid.
  case solid
  /// A liquid.
  case liquid
  /// A gas.
  case gas
}
