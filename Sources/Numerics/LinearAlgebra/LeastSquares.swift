// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

@preconcurrency import CGSL

/// A linear fit: the parameters c that make X c come closest to y, with their covariance.
///
/// Solved by the singular values of the design matrix with balanced columns. A design whose columns
/// depend on each other within rounding is refused.
///
/// - Source: Golub2013matrix, section 5.5
public struct LeastSquares: Hashable, Sendable {
  /// The fitted parameters, one for each column of the design.
  public let parameters: [Double]

  /// The covariance of the parameters.
  public let covariance: Matrix

  /// The sum of the squared residuals, each over the square of its error where that is known.
  public let chiSquare: Double

  /// The number of measurements minus the number of parameters.
  public let degreesOfFreedom: Int

  /// Fits measurements of known errors; the covariance follows from the errors alone.
  ///
  /// - Parameters:
  ///   - design: One row a measurement, one column a parameter.
  ///   - measurements: The values y.
  ///   - errors: The standard deviations of y, all positive.
  /// - Throws: ``NumericsError`` where the sizes do not fit or the columns are dependent.
  public init(
    design: Matrix, measurements: [Double], errors: [Double]
  ) throws(NumericsError) {
    guard errors.count == measurements.count, errors.allSatisfy({ $0 > 0 && $0.isFinite }) else {
      throw NumericsError(
        "no linear fit",
        .invalidArgument("the errors must be \(measurements.count) positive finite numbers"))
    }
    try self.init(design, measurements, weights: errors.map { 1 / ($0 * $0) })
  }

  /// Fits measurements of unknown but equal error, which is estimated from the residuals.
  ///
  /// - Parameters:
  ///   - design: One row a measurement, one column a parameter, more rows than columns.
  ///   - measurements: The values y.
  /// - Throws: ``NumericsError`` where the sizes do not fit or the columns are dependent.
  public init(design: Matrix, measurements: [Double]) throws(NumericsError) {
    try self.init(design, measurements, weights: nil)
  }

  private init(
    _ design: Matrix, _ measurements: [Double], weights: [Double]?
  ) throws(NumericsError) {
    let problem = "no linear fit"
    try design.checkFinite(problem)
    try design.checkRightSide(measurements, problem)
    let degrees = design.rows - design.columns
    guard degrees >= (weights == nil ? 1 : 0) else {
      throw NumericsError(
        problem,
        .invalidArgument("\(design.rows) measurements for \(design.columns) parameters"),
        suggestion: "measure more or fit less")
    }
    let workspace = try GSLEntry.allocated(
      gsl_multifit_linear_alloc(design.rows, design.columns), "gsl_multifit_linear_alloc")
    defer { gsl_multifit_linear_free(workspace) }
    var parameters = [Double](repeating: 0, count: design.columns)
    var covariance = Matrix(rows: design.columns, columns: design.columns)
    var chiSquare = 0.0
    let status = design.withGSLMatrix { design in
      measurements.withGSLVector { measurements in
        parameters.withMutableGSLVector { parameters in
          covariance.withMutableGSLMatrix { covariance in
            // Without weights GSL scales the covariance by the mean squared residual.
            weights?.withGSLVector {
              gsl_multifit_wlinear(
                design, $0, measurements, parameters, covariance, &chiSquare, workspace)
            }
              ?? gsl_multifit_linear(
                design, measurements, parameters, covariance, &chiSquare, workspace)
          }
        }
      }
    }
    try GSLEntry.check(status, "gsl_multifit_linear") { problem }
    let rank = gsl_multifit_linear_rank(1e-14 * Double(design.rows), workspace)
    guard rank == design.columns else {
      throw NumericsError(
        problem,
        .noConvergence("only \(rank) of \(design.columns) columns of the design are independent"),
        suggestion: "drop the parameters that others can replace")
    }
    self.parameters = parameters
    self.covariance = covariance
    self.chiSquare = chiSquare
    degreesOfFreedom = degrees
  }
}
