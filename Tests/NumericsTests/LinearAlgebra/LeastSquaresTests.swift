// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Numerics
import Testing

@Suite("Linear fits")
struct LeastSquaresTests {
  @Test("a straight line with errors has the textbook's parameters and covariance, to 1e-13")
  func line() throws {
    let x = [0.0, 1, 2, 3, 5]
    let y = [1.1, 2.9, 5.2, 6.8, 11.3]
    let errors = [0.1, 0.2, 0.1, 0.3, 0.2]
    let fit = try LeastSquares(
      design: Matrix(x.map { [1, $0] }), measurements: y, errors: errors)
    // Closed form of the weighted line.
    let w = errors.map { 1 / ($0 * $0) }
    func sum(_ term: (Int) -> Double) -> Double { x.indices.reduce(0) { $0 + term($1) } }
    let (s, sx, sy) = (sum { w[$0] }, sum { w[$0] * x[$0] }, sum { w[$0] * y[$0] })
    let (sxx, sxy) = (sum { w[$0] * x[$0] * x[$0] }, sum { w[$0] * x[$0] * y[$0] })
    let delta = s * sxx - sx * sx
    #expect(isNear(fit.parameters[0], (sxx * sy - sx * sxy) / delta, relative: 1e-13))
    #expect(isNear(fit.parameters[1], (s * sxy - sx * sy) / delta, relative: 1e-13))
    #expect(isNear(fit.covariance[0, 0], sxx / delta, relative: 1e-13))
    #expect(isNear(fit.covariance[1, 1], s / delta, relative: 1e-13))
    #expect(isNear(fit.covariance[0, 1], -sx / delta, relative: 1e-13))
    let chiSquare = sum { index in
      let rest = y[index] - fit.parameters[0] - fit.parameters[1] * x[index]
      return w[index] * rest * rest
    }
    #expect(isNear(fit.chiSquare, chiSquare, relative: 1e-12))
    #expect(fit.degreesOfFreedom == 3)
  }

  @Test("without errors the residuals set the scale of the covariance, to 1e-12")
  func unknownErrors() throws {
    let design = try Matrix([[1, 0], [1, 1], [1, 2], [1, 3]])
    let y = [0.1, 0.9, 2.2, 2.9]
    let free = try LeastSquares(design: design, measurements: y)
    let unit = try LeastSquares(design: design, measurements: y, errors: [1, 1, 1, 1])
    #expect(isNear(free.parameters[1], unit.parameters[1], relative: 1e-13))
    let scale = free.chiSquare / Double(free.degreesOfFreedom)
    #expect(isNear(free.covariance[0, 0], scale * unit.covariance[0, 0], relative: 1e-12))
  }

  @Test("exact data are fitted to 1e-10, a cubic in badly scaled units too")
  func cubic() throws {
    let x = (0..<10).map { 1e6 * Double($0) }
    let exact = [3.0, -2e-6, 5e-13, 1e-19]
    let powers = x.map { x in [1, x, x * x, x * x * x] }
    let fit = try LeastSquares(
      design: Matrix(powers), measurements: Matrix(powers) * exact)
    for (found, sought) in zip(fit.parameters, exact) {
      #expect(isNear(found, sought, relative: 1e-10))
    }
  }

  @Test("dependent columns, too few measurements and bad errors are refused in words")
  func refusals() throws {
    let twice = try Matrix([[1, 2], [2, 4], [3, 6]])
    let dependent = numericsError {
      _ = try LeastSquares(design: twice, measurements: [1, 2, 3], errors: [1, 1, 1])
    }
    #expect(
      dependent?.description == "no linear fit (only 1 of 2 columns of the design are "
        + "independent) drop the parameters that others can replace")
    let few = numericsError {
      _ = try LeastSquares(design: Matrix([[1, 2]]), measurements: [1], errors: [1])
    }
    #expect(
      few?.description == "no linear fit (1 measurements for 2 parameters) "
        + "measure more or fit less")
    let errors = numericsError {
      _ = try LeastSquares(design: twice, measurements: [1, 2, 3], errors: [1, 0, 1])
    }
    #expect(errors?.reason == "the errors must be 3 positive finite numbers")
  }
}
