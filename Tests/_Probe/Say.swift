// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// Prints a line at once: a test must find it even when the process is killed.
func say(_ line: Any) {
  print(line)
  fflush(nil)
}
