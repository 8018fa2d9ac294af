// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

@preconcurrency import CGSL

/// A solver of systems of ordinary differential equations, dy/dt = f(t, y), with adaptive steps.
///
/// ```swift
/// let solver = DifferentialSolver(relativeError: 1e-10)
/// let path = try solver.solve(from: 0, startingAt: [1, 0], at: [1, 2, 3]) { t, y, slope in
///   slope[0] = y[1]
///   slope[1] = -y[0]
/// }
/// ```
public struct DifferentialSolver: Sendable {
  /// How a step is taken.
  public enum Method: Hashable, Sendable {
    /// Runge-Kutta-Fehlberg of orders 4 and 5: for moderate accuracy.
    case rungeKutta45

    /// Runge-Kutta-Prince-Dormand of orders 8 and 9: for high accuracy and smooth systems.
    case rungeKutta89

    /// Backward differences of variable order, 1 to 5: for stiff systems.
    case backwardDifferences

    /// Implicit Bulirsch-Stoer by Bader and Deuflhard: for stiff, smooth systems at high accuracy.
    case bulirschStoer
  }

  /// How a step is taken.
  public var method: Method

  /// The error allowed in each step as a fraction of each component.
  public var relativeError: Double

  /// The error allowed in each step in the unit of the components; not zero where one may vanish.
  public var absoluteError: Double

  /// The number of steps between two points after which the solver gives up.
  public var maximumSteps: Int

  /// Makes a solver with the given method and tolerances.
  public init(
    method: Method = .rungeKutta89, relativeError: Double = 1e-8, absoluteError: Double = 1e-12,
    maximumSteps: Int = 100_000
  ) {
    self.method = method
    self.relativeError = relativeError
    self.absoluteError = absoluteError
    self.maximumSteps = maximumSteps
  }

  /// Solves the system and samples it at the given points.
  ///
  /// A slope that is not finite shortens the step; it is an error where the solution meets it.
  /// The tolerances hold for each step; errors add up along the way. Where a method wants the
  /// derivatives of f, they are taken by differences.
  ///
  /// - Parameters:
  ///   - start: Where the independent variable starts.
  ///   - state: The components at the start.
  ///   - points: Where to sample, moving away from the start in one direction.
  ///   - slope: Fills its last argument with dy/dt. It may throw; its error comes out unchanged.
  /// - Returns: The components at each of the points.
  /// - Throws: ``NumericsError`` where no step meets the tolerance or f is not finite, and whatever
  ///   the closure throws.
  public func solve(
    from start: Double, startingAt state: [Double], at points: [Double],
    _ slope: (Double, Span<Double>, inout MutableSpan<Double>) throws -> Void
  ) throws -> [[Double]] {
    try withoutActuallyEscaping(slope) { slope in
      try run(from: start, state, points, slope, jacobian: nil)
    }
  }

  /// Solves the system with given derivatives of f, which stiff methods need at every step.
  ///
  /// - Parameters:
  ///   - start: Where the independent variable starts.
  ///   - state: The components at the start.
  ///   - points: Where to sample, moving away from the start in one direction.
  ///   - jacobian: Fills its third argument with df_i/dy_j at index i n + j, its last with df_i/dt.
  ///   - slope: Fills its last argument with dy/dt.
  /// - Returns: The components at each of the points.
  /// - Throws: ``NumericsError`` where no step meets the tolerance or f is not finite, and whatever
  ///   the closures throw.
  public func solve(
    from start: Double, startingAt state: [Double], at points: [Double],
    jacobian: (
      Double, Span<Double>, inout MutableSpan<Double>, inout MutableSpan<Double>
    ) throws -> Void,
    _ slope: (Double, Span<Double>, inout MutableSpan<Double>) throws -> Void
  ) throws -> [[Double]] {
    try withoutActuallyEscaping(slope) { slope in
      try withoutActuallyEscaping(jacobian) { jacobian in
        try run(from: start, state, points, slope, jacobian: jacobian)
      }
    }
  }

  private func run(
    from start: Double, _ state: [Double], _ points: [Double],
    _ slope: @escaping DifferentialCallback.Slope, jacobian: DifferentialCallback.Jacobian?
  ) throws -> [[Double]] {
    guard let end = points.last else { return [] }
    try check(start, state, points)
    GSLEntry.prepare()
    var callback = DifferentialCallback(
      slope: slope, jacobian: jacobian, start: start, end: end, dimension: state.count,
      scale: absoluteError / relativeError)
    return try withUnsafeMutablePointer(to: &callback) { context in
      var system = gsl_odeiv2_system(
        function: evaluateSlope, jacobian: evaluateJacobian, dimension: state.count,
        params: context)
      // GSL keeps the address of the system, so it has to hold still while the driver lives.
      return try withUnsafeMutablePointer(to: &system) { system in
        try advance(system, context, from: start, state, points)
      }
    }
  }

  private func advance(
    _ system: UnsafeMutablePointer<gsl_odeiv2_system>,
    _ context: UnsafeMutablePointer<DifferentialCallback>, from start: Double,
    _ state: [Double], _ points: [Double]
  ) throws -> [[Double]] {
    var (t, y) = (start, state)
    let first = points.first { $0 != start } ?? start
    let driver = try GSLEntry.allocated(
      gsl_odeiv2_driver_alloc_y_new(
        system, stepType, first == start ? 1e-3 : 1e-3 * (first - start), absoluteError,
        relativeError),
      "gsl_odeiv2_driver_alloc_y_new")
    defer { gsl_odeiv2_driver_free(driver) }
    gsl_odeiv2_driver_set_nmax(driver, UInt(max(1, maximumSteps)))
    var samples: [[Double]] = []
    samples.reserveCapacity(points.count)
    for point in points {
      if point != t {
        let status = gsl_odeiv2_driver_apply(driver, &t, point, &y)
        let problem = "no solution of the equations from \(start) to \(point)"
        if let error = context.pointee.thrown { throw error }
        if status == Int32(GSL_FAILURE), let fault = context.pointee.notFinite {
          throw fault.error("\(problem), stuck at \(t)")
        }
        try GSLEntry.check(status, "gsl_odeiv2_driver_apply", suggestion: advice) {
          "\(problem), stuck at \(t)"
        }
        if let index = y.firstIndex(where: { !$0.isFinite }) {
          throw NumericsError(
            problem, .noConvergence("component \(index) is \(y[index]) at \(t)"),
            suggestion: "end before the solution diverges")
        }
      }
      samples.append(y)
    }
    return samples
  }

  private var stepType: UnsafePointer<gsl_odeiv2_step_type> {
    switch method {
    case .rungeKutta45: gsl_odeiv2_step_rkf45
    case .rungeKutta89: gsl_odeiv2_step_rk8pd
    case .backwardDifferences: gsl_odeiv2_step_msbdf
    case .bulirschStoer: gsl_odeiv2_step_bsimp
    }
  }

  private func advice(_ status: GSLStatus) -> String {
    switch method {
    case .rungeKutta45, .rungeKutta89:
      "if the system is stiff use backwardDifferences; otherwise ask for less or allow more steps"
    case .backwardDifferences, .bulirschStoer:
      "ask for less, allow more steps, or give the derivatives"
    }
  }

  private func check(
    _ start: Double, _ state: [Double], _ points: [Double]
  ) throws(NumericsError) {
    let times = [start] + points
    let sign = (points.last ?? start) < start ? -1.0 : 1.0
    let isOrdered = zip(times, points).allSatisfy { sign * $0 <= sign * $1 }
    let requirement: String? =
      !isOrdered
      ? "the points must move away from the start in one direction"
      : !(times + state).allSatisfy(\.isFinite) || state.isEmpty
        ? "start, state and points must be finite, and the state not empty"
        : relativeError > 0 && absoluteError >= 0
          ? nil : "relativeError=\(relativeError) must be positive, absoluteError not below zero"
    guard let requirement else { return }
    throw NumericsError(
      "no solution of the equations from \(start)", .invalidArgument(requirement))
  }
}
