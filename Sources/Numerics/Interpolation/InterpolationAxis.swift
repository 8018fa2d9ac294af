// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// The places at which a table holds its values: finite, strictly ascending, two or more.
public struct InterpolationAxis: Hashable, Sendable {
  /// The places, ascending.
  public let places: [Double]

  /// Checks and takes over the places of a table.
  ///
  /// - Parameters:
  ///   - places: The places in ascending order.
  ///   - name: What the axis is, for the text of an error.
  /// - Throws: ``NumericsError`` that names the first place at fault.
  public init(_ places: [Double], name: String = "axis") throws(NumericsError) {
    guard places.count >= 2 else {
      throw NumericsError(
        "no table along \(name)", .invalidArgument("\(places.count) places are too few"),
        suggestion: "give two places at least")
    }
    if let index = places.firstIndex(where: { !$0.isFinite }) {
      throw NumericsError(
        "no table along \(name)", .invalidArgument("place \(index) is \(places[index])"))
    }
    for index in 1..<places.count where places[index] <= places[index - 1] {
      throw NumericsError(
        "no table along \(name)",
        .invalidArgument(
          "place \(index) at \(places[index]) does not lie above place \(index - 1) at "
            + "\(places[index - 1])"),
        suggestion: "sort the places and leave out those that repeat")
    }
    self.places = places
  }

  /// The first place.
  @inlinable public var lower: Double { places[0] }

  /// The last place.
  @inlinable public var upper: Double { places[places.count - 1] }

  /// True within the range, both ends included; false for NaN.
  @inlinable
  public func contains(_ x: Double) -> Bool { x >= lower && x <= upper }

  /// The nearest place within the range; NaN stays NaN.
  @inlinable
  public func clamp(_ x: Double) -> Double { x < lower ? lower : x > upper ? upper : x }

  /// The index of the cell that holds x: the first below the range, the last above it.
  ///
  /// A place between two cells belongs to the upper one.
  @inlinable
  public func cell(of x: Double) -> Int {
    var low = 0
    var high = places.count - 1
    while high - low > 1 {
      let middle = (low + high) >> 1
      if x < places[middle] { high = middle } else { low = middle }
    }
    return low
  }

  /// Refuses a place outside the range, or NaN.
  @inlinable
  func check(_ x: Double) throws(NumericsError) {
    if !contains(x) { throw refusal(x) }
  }

  @usableFromInline
  func refusal(_ x: Double) -> NumericsError {
    NumericsError(
      "no value of the table at \(x)", .outsideRange(lower: lower, upper: upper),
      suggestion: "clamp or extrapolate on purpose where that is meant")
  }

  /// Refuses values that do not match the places or are not finite.
  func check(values: [Double], name: String) throws(NumericsError) {
    guard values.count == places.count else {
      throw NumericsError(
        "no table of \(name)",
        .invalidArgument("\(values.count) values for \(places.count) places"))
    }
    if let index = values.firstIndex(where: { !$0.isFinite }) {
      throw NumericsError(
        "no table of \(name)",
        .invalidArgument("the value at \(places[index]) is \(values[index])"))
    }
  }

  /// The slopes of the straight lines between neighbours.
  static func secants(_ places: [Double], _ values: [Double]) -> [Double] {
    (1..<places.count).map { (index: Int) -> Double in
      (values[index] - values[index - 1]) / (places[index] - places[index - 1])
    }
  }

  /// The natural logarithms of numbers that must all be positive.
  static func logarithms(of numbers: [Double], name: String) throws(NumericsError) -> [Double] {
    if let index = numbers.firstIndex(where: { !($0 > 0) }) {
      throw NumericsError(
        "no logarithmic table of \(name)",
        .invalidArgument("number \(index) is \(numbers[index]), not above zero"),
        suggestion: "leave out what is not positive, or interpolate linearly")
    }
    return numbers.map { log($0) }
  }
}
