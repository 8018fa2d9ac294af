// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// -ln L of a model for some data, with all its first and second derivatives.
///
/// Derivatives of products leave one or two factors out; they are multiplied from both sides
/// rather than divided out, since a signal strength of zero is a common value.
struct HistFactoryLikelihood: SmoothObjective {
  /// The expected counts at the last point.
  private(set) var means: [Double]

  private let model: HistFactoryModel
  private let counts: [Double]
  private let constraints: [HistFactoryParameter.Constraint?]

  /// The part of -ln L that depends on the counts alone.
  private let constant: Double

  private var factors: [ScaleFactor.Expansion]
  private var slopes: [Double]
  private var before: [Double]
  private var after: [Double]

  /// The likelihood of the observed data.
  init(_ model: HistFactoryModel) {
    self.init(model, counts: model.counts, constraints: model.constraints)
  }

  /// The likelihood of other data.
  init(
    _ model: HistFactoryModel, counts: [Double],
    constraints: [HistFactoryParameter.Constraint?]
  ) {
    self.model = model
    self.counts = counts
    self.constraints = constraints
    constant = counts.reduce(0) { $0 + PoissonTerm.least(count: $1) }
    means = [Double](repeating: 0, count: counts.count)
    factors = [ScaleFactor.Expansion](repeating: .init(), count: model.factors.count)
    slopes = [Double](repeating: 0, count: model.parameters.count)
    let most = model.bins.flatMap(\.terms).map(\.factors.count).max() ?? 0
    before = [Double](repeating: 1, count: most + 1)
    after = [Double](repeating: 1, count: most + 1)
  }

  /// Computes the factors and the expected counts at a point.
  mutating func updateMeans(at x: [Double]) {
    for (index, factor) in model.factors.enumerated() {
      factors[index] = factor.expansion(at: x[factor.parameter])
    }
    for bin in model.bins.indices {
      var mean = 0.0
      for term in model.bins[bin].terms {
        var rate = base(of: term, at: x)
        for factor in term.factors { rate *= factors[factor].value }
        mean += rate
      }
      means[bin] = mean
    }
  }

  private func base(of term: HistFactoryModel.Term, at x: [Double]) -> Double {
    var rate = term.nominal
    for shift in term.shifts { rate += shift.value(at: x[shift.parameter]) }
    return rate
  }

  /// -ln L at a point; infinite where the data are impossible.
  ///
  /// A bin without counts may expect less than none; its term is continued as it is, so that fits
  /// end where those of pyhf do.
  mutating func value(at x: [Double]) -> Double {
    updateMeans(at: x)
    var sum = constant
    for (bin, mean) in means.enumerated() {
      sum += PoissonTerm.value(count: counts[bin], mean: mean)
    }
    guard sum.isFinite else { return .infinity }
    for (index, constraint) in constraints.enumerated() {
      if let constraint { sum += constraint.expansion(at: x[index]).value }
    }
    return sum
  }

  mutating func expand(at x: [Double], into result: inout LocalExpansion) {
    result.reset()
    result.value = value(at: x)
    guard result.value.isFinite else { return }
    for bin in model.bins.indices {
      let ratio = counts[bin] > 0 ? counts[bin] / means[bin] : 0
      for parameter in model.bins[bin].parameters { slopes[parameter] = 0 }
      for term in model.bins[bin].terms {
        add(term, weight: 1 - ratio, at: x, to: &result)
      }
      let curvature = ratio > 0 ? ratio / means[bin] : 0
      for row in model.bins[bin].parameters {
        result.gradient[row] += (1 - ratio) * slopes[row]
        let scaled = curvature * slopes[row]
        guard scaled != 0 else { continue }
        for column in model.bins[bin].parameters {
          result.hessian[row * x.count + column] += scaled * slopes[column]
        }
      }
    }
    for (index, constraint) in constraints.enumerated() {
      guard let expansion = constraint?.expansion(at: x[index]) else { continue }
      result.gradient[index] += expansion.slope
      result.hessian[index * x.count + index] += expansion.curvature
    }
  }

  /// Adds the slopes of a term, and its second derivatives times a weight.
  private mutating func add(
    _ term: HistFactoryModel.Term, weight: Double, at x: [Double],
    to result: inout LocalExpansion
  ) {
    let count = term.factors.count
    for place in 0..<count {
      before[place + 1] = before[place] * factors[term.factors[place]].value
    }
    after[count] = 1
    for place in (0..<count).reversed() {
      after[place] = after[place + 1] * factors[term.factors[place]].value
    }
    let rate = base(of: term, at: x)
    for place in 0..<count {
      let first = model.factors[term.factors[place]].parameter
      let expansion = factors[term.factors[place]]
      let others = before[place] * after[place + 1]
      slopes[first] += others * expansion.slope * rate
      result.hessian[first * x.count + first] += weight * others * expansion.curvature * rate
      for shift in term.shifts {
        let slope = expansion.slope * shift.slope(at: x[shift.parameter])
        result.addMixed(first, shift.parameter, weight * others * slope)
      }
      var between = before[place] * expansion.slope * rate * weight
      for second in (place + 1)..<max(place + 1, count) {
        let partner = factors[term.factors[second]]
        result.addMixed(
          first, model.factors[term.factors[second]].parameter,
          between * after[second + 1] * partner.slope)
        between *= partner.value
      }
    }
    for shift in term.shifts {
      let index = shift.parameter
      slopes[index] += before[count] * shift.slope(at: x[index])
      result.hessian[index * x.count + index] +=
        weight * before[count] * shift.curvature(at: x[index])
    }
  }
}
