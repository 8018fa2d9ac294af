// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

@preconcurrency import CGSL

/// A Monte Carlo integrator with importance sampling that learns the integrand (GSL's VEGAS).
///
/// Deterministic: every integral starts the generator MT19937 afresh from `seed`, so equal settings
/// and integrands give equal results whatever else runs. MT19937 takes 32 bits of seed; seeds 0 and
/// 4357 are the same to it. The streams of `Random/` do not enter.
///
/// The error is one standard deviation, estimated from the spread of the iterations.
///
/// - Source: Lepage1978vegas
public struct MonteCarloIntegrator: Sendable {
  /// What a Monte Carlo integral gives.
  public struct Result: Hashable, Sendable {
    /// The integral, with one standard deviation as its error.
    public let estimate: Estimate

    /// Chi-square per degree of freedom of the iterations; far above 1 the error is too small.
    public let chiSquarePerDegree: Double
  }

  /// The evaluations of each iteration, about.
  public var calls: Int

  /// The iterations that count, after one that only shapes the grid; 2 or more.
  public var iterations: Int

  /// The seed of the generator.
  public var seed: UInt32

  /// Makes an integrator with the given effort and seed.
  public init(calls: Int = 20_000, iterations: Int = 5, seed: UInt32) {
    self.calls = calls
    self.iterations = iterations
    self.seed = seed
  }

  /// Integrates f over a box whose sides are all above zero.
  ///
  /// - Throws: ``NumericsError`` for bad settings or where f is not finite, and whatever f throws.
  public func integrate(
    over box: IntegrationBox, _ f: (Span<Double>) throws -> Double
  ) throws -> Result {
    try check(box)
    let problem = { "no integral over \(box)" }
    return try PointCallback.lend(f, problem: problem) { context in
      let generator = try GSLEntry.allocated(gsl_rng_alloc(gsl_rng_mt19937), "gsl_rng_alloc")
      defer { gsl_rng_free(generator) }
      gsl_rng_set(generator, UInt(seed))
      let state = try GSLEntry.allocated(
        gsl_monte_vegas_alloc(box.dimensions), "gsl_monte_vegas_alloc")
      defer { gsl_monte_vegas_free(state) }
      var function = gsl_monte_function(f: evaluatePoint, dim: box.dimensions, params: context)
      var (lower, upper) = (box.lower, box.upper)
      func run(stage: Int32, iterations: Int) throws -> Estimate {
        var parameters = gsl_monte_vegas_params()
        gsl_monte_vegas_params_get(state, &parameters)
        parameters.stage = stage
        parameters.iterations = iterations
        gsl_monte_vegas_params_set(state, &parameters)
        var (value, error) = (0.0, 0.0)
        let status = gsl_monte_vegas_integrate(
          &function, &lower, &upper, box.dimensions, calls, generator, state, &value, &error)
        if let failure = context.pointee.failure { throw failure.error(problem()) }
        try GSLEntry.check(status, "gsl_monte_vegas_integrate", problem: problem)
        return Estimate(value: value, error: error)
      }
      // Stage 0 starts with an even grid; stage 1 keeps the grid and forgets the sums.
      _ = try run(stage: 0, iterations: 1)
      let estimate = try run(stage: 1, iterations: iterations)
      return Result(estimate: estimate, chiSquarePerDegree: gsl_monte_vegas_chisq(state))
    }
  }

  private func check(_ box: IntegrationBox) throws(NumericsError) {
    let requirement: String? =
      calls < 100
      ? "calls=\(calls) must be 100 or more"
      : iterations < 2
        ? "iterations=\(iterations) must be 2 or more"
        : box.volume > 0 ? nil : "a side of the box is empty"
    guard let requirement else { return }
    throw NumericsError("no integral over \(box)", .invalidArgument(requirement))
  }
}

private func evaluatePoint(
  _ point: UnsafeMutablePointer<Double>?, _ dimensions: Int, _ raw: UnsafeMutableRawPointer?
) -> Double {
  guard let point, let raw else { return .nan }
  return PointCallback.evaluate(
    UnsafeBufferPointer(start: point, count: dimensions),
    raw.assumingMemoryBound(to: PointCallback.self))
}
