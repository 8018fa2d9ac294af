// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// The values that an entry or an option may take, declared once and checked everywhere.
///
///     static let mass = PermittedRange<MassDimension>.above(.zero)
///     mass.description       // "above 0 GeV"
public struct PermittedRange<D: Dimension>: Hashable, Sendable {
  /// One end of a range.
  public enum End: Hashable, Sendable {
    /// The end itself is permitted.
    case inclusive(Quantity<D>)
    /// The end itself is not permitted.
    case exclusive(Quantity<D>)
    /// There is no end; infinity is still refused.
    case open
  }

  /// The lower end.
  public let lower: End

  /// The upper end.
  public let upper: End

  /// Makes a range from its ends.
  public init(lower: End, upper: End) {
    self.lower = lower
    self.upper = upper
  }

  /// Every finite value.
  public static var any: Self { Self(lower: .open, upper: .open) }

  /// Values above zero.
  public static var positive: Self { above(.zero) }

  /// Zero and above.
  public static var nonNegative: Self { Self(lower: .inclusive(.zero), upper: .open) }

  /// Values above a bound.
  public static func above(_ bound: Quantity<D>) -> Self {
    Self(lower: .exclusive(bound), upper: .open)
  }

  /// A bound and the values above it.
  public static func atLeast(_ bound: Quantity<D>) -> Self {
    Self(lower: .inclusive(bound), upper: .open)
  }

  /// Two bounds and the values between them.
  public static func closed(_ low: Quantity<D>, _ high: Quantity<D>) -> Self {
    Self(lower: .inclusive(low), upper: .inclusive(high))
  }

  /// The values strictly between two bounds.
  public static func between(_ low: Quantity<D>, _ high: Quantity<D>) -> Self {
    Self(lower: .exclusive(low), upper: .exclusive(high))
  }

  /// Whether a value is permitted; NaN and infinities never are.
  public func contains(_ value: Quantity<D>) -> Bool {
    guard value.baseValue.isFinite else { return false }
    let isHighEnough =
      switch lower {
      case .inclusive(let bound): value >= bound
      case .exclusive(let bound): value > bound
      case .open: true
      }
    let isLowEnough =
      switch upper {
      case .inclusive(let bound): value <= bound
      case .exclusive(let bound): value < bound
      case .open: true
      }
    return isHighEnough && isLowEnough
  }

  /// Throws if a value is not permitted.
  ///
  /// - Parameters:
  ///   - value: the value.
  ///   - text: how the user wrote it, quoted in the message.
  /// - Throws: ``QuantityError`` that names the range.
  public func check(_ value: Quantity<D>, writtenAs text: String) throws(QuantityError) {
    guard !contains(value) else { return }
    throw QuantityError(
      problem: "\(quoted(text)) is out of range", reason: "must be \(description)",
      extent: 0..<text.count)
  }

  /// True if every finite value is permitted.
  public var isUnlimited: Bool { self == .any }
}

extension PermittedRange: CustomStringConvertible {
  /// The range in words, such as `above 0 GeV` or `from 0 % to 100 %`.
  public var description: String {
    switch (lower, upper) {
    case (.open, .open): "finite"
    case (.inclusive(let low), .inclusive(let high)): "from \(low) to \(high)"
    case (.exclusive(let low), .exclusive(let high)): "between \(low) and \(high), ends excluded"
    case (.inclusive(let low), .open): "\(low) or more"
    case (.exclusive(let low), .open): "above \(low)"
    case (.open, .inclusive(let high)): "at most \(high)"
    case (.open, .exclusive(let high)): "below \(high)"
    case (.exclusive(let low), .inclusive(let high)): "above \(low), at most \(high)"
    case (.inclusive(let low), .exclusive(let high)): "from \(low) to below \(high)"
    }
  }
}
