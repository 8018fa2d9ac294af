// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

@preconcurrency import CGSL

/// A status other than success that a routine of the GNU Scientific Library returned.
public struct GSLStatus: Hashable, Sendable, CustomStringConvertible {
  /// The number GSL gives the status, as in gsl_errno.h.
  public let code: Int32

  init(_ code: Int32) { self.code = code }

  init(_ code: Int) { self.code = Int32(truncatingIfNeeded: code) }

  /// An argument is outside the domain of the function.
  public static let domain = GSLStatus(GSL_EDOM)
  /// An allocation failed.
  public static let outOfMemory = GSLStatus(GSL_ENOMEM)
  /// The iterations or subdivisions allowed did not suffice.
  public static let maximumIterations = GSLStatus(GSL_EMAXITER)
  /// A tolerance is below what double precision can hold.
  public static let badTolerance = GSLStatus(GSL_EBADTOL)
  /// The result is too small for a double.
  public static let underflow = GSLStatus(GSL_EUNDRFLW)
  /// The result is too large for a double.
  public static let overflow = GSLStatus(GSL_EOVRFLW)
  /// Rounding keeps the result from the tolerance asked for.
  public static let roundoff = GSLStatus(GSL_EROUND)
  /// A matrix is singular, or an integrand has a singularity that cannot be integrated.
  public static let singular = GSLStatus(GSL_ESING)
  /// An integral or a series diverges or converges too slowly.
  public static let divergent = GSLStatus(GSL_EDIVERGE)
  /// The iteration no longer improves.
  public static let noProgress = GSLStatus(GSL_ENOPROG)

  private static let names = [
    "GSL_SUCCESS", "GSL_EDOM", "GSL_ERANGE", "GSL_EFAULT", "GSL_EINVAL", "GSL_EFAILED",
    "GSL_EFACTOR", "GSL_ESANITY", "GSL_ENOMEM", "GSL_EBADFUNC", "GSL_ERUNAWAY", "GSL_EMAXITER",
    "GSL_EZERODIV", "GSL_EBADTOL", "GSL_ETOL", "GSL_EUNDRFLW", "GSL_EOVRFLW", "GSL_ELOSS",
    "GSL_EROUND", "GSL_EBADLEN", "GSL_ENOTSQR", "GSL_ESING", "GSL_EDIVERGE", "GSL_EUNSUP",
    "GSL_EUNIMPL", "GSL_ECACHE", "GSL_ETABLE", "GSL_ENOPROG", "GSL_ENOPROGJ", "GSL_ETOLF",
    "GSL_ETOLX", "GSL_ETOLG", "GSL_EOF",
  ]

  /// The name in gsl_errno.h, such as `GSL_EDIVERGE`.
  public var name: String {
    if GSLStatus.names.indices.contains(Int(code)) { return GSLStatus.names[Int(code)] }
    return code == -1 ? "GSL_FAILURE" : code == -2 ? "GSL_CONTINUE" : "GSL status \(code)"
  }

  /// What GSL says about the status, in its own words.
  public var meaning: String { String(cString: gsl_strerror(code)) }

  /// The name of the status.
  public var description: String { name }
}
