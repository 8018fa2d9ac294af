// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

@preconcurrency import CGSL

/// The door to GSL: every call of the library goes through `prepare` before and `check` after.
enum GSLEntry {
  // GSL's default handler aborts the program. A static stored property is initialised once, with
  // other threads waiting, so the handler is off before the first routine runs on any of them.
  private static let handlerIsOff: Bool = {
    gsl_set_error_handler_off()
    return true
  }()

  /// Switches GSL's aborting error handler off, on the first call only.
  @inline(__always)
  static func prepare() {
    _ = handlerIsOff
  }

  /// Turns a status other than success into an error.
  static func check(
    _ status: Int32, _ routine: String, partial: Estimate? = nil,
    suggestion: (GSLStatus) -> String = { _ in "" }, problem: () -> String
  ) throws(NumericsError) {
    guard status != Int32(GSL_SUCCESS) else { return }
    let status = GSLStatus(status)
    throw NumericsError(
      problem(), .status(status, routine: routine), partial: partial,
      suggestion: suggestion(status))
  }

  /// Unwraps what a GSL allocation returned; GSL answers nil when memory is short.
  static func allocated<Workspace>(
    _ workspace: Workspace?, _ routine: String
  ) throws(NumericsError) -> Workspace {
    prepare()
    guard let workspace else {
      throw NumericsError(
        "no workspace", .status(.outOfMemory, routine: routine),
        suggestion: "ask for fewer subdivisions or dimensions")
    }
    return workspace
  }
}
