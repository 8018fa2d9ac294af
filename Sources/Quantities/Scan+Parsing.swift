// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

extension Scan: ParsableQuantity {
  /// What belongs there, with an example of a list and of a range.
  public static var expectation: String {
    "\(D.indefiniteName) such as '\(D.example)', several with commas, or a range with its number "
      + "of points such as 'LOW..HIGH:40'"
  }

  /// Reads values and ranges separated by commas.
  ///
  /// - Parameter text: the text, such as `1MeV..1GeV:40, 2GeV`; a range ends in `:COUNT` for
  ///   logarithmic spacing or `:COUNTlin` for linear.
  /// - Throws: ``QuantityError`` with the place of the fault in `text`.
  public init(parsing text: some StringProtocol) throws(QuantityError) {
    var items: [Item] = []
    var total = 0
    var offset = 0
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      do throws(QuantityError) {
        let item = try Self.readItem(String(part))
        // A range may ask for as many points as an Int holds, to which no other could be added.
        total += min(item.count, Self.mostPoints + 1)
        guard total <= Self.mostPoints else {
          throw QuantityError(
            problem: "\(quoted(part)) asks for too many points",
            reason: "a scan has at most \(Self.mostPoints)",
            suggestion: "take fewer points or split the scan", extent: 0..<part.count)
        }
        items.append(item)
      } catch {
        throw error.moved(by: offset)
      }
      offset += part.count + 1
    }
    self.init(items: items)
  }

  private static func readItem(_ part: String) throws(QuantityError) -> Item {
    let characters = Array(part)
    let dots = characters.indices.dropLast().first {
      characters[$0] == "." && characters[$0 + 1] == "."
    }
    guard let dots else { return .point(try Quantity(parsing: part)) }
    let first = try Quantity<D>(parsing: String(characters[..<dots]))
    let afterDots = dots + 2
    let colon = characters[afterDots...].lastIndex(of: ":")
    let last: Quantity<D>
    do throws(QuantityError) {
      last = try Quantity(parsing: String(characters[afterDots..<(colon ?? characters.count)]))
    } catch {
      throw error.moved(by: afterDots)
    }
    guard let colon else {
      throw QuantityError(
        problem: "\(quoted(part)) has no number of points", reason: "a range ends in ':COUNT'",
        suggestion: "write for example \(quoted(part.trimmed + ":40"))", extent: 0..<part.count)
    }
    let (count, spacing) = try readCount(
      String(characters[(colon + 1)...]), offset: colon + 1, whole: part)
    try check(first, last, spacing, whole: part)
    return .range(first, last, count: count, spacing: spacing)
  }

  private static func readCount(
    _ text: String, offset: Int, whole: String
  ) throws(QuantityError) -> (Int, Spacing) {
    var number = text.trimmed
    var spacing = Spacing.logarithmic
    if number.hasSuffix("lin") {
      spacing = .linear
      number = String(number.dropLast(3)).trimmed
    } else if number.hasSuffix("log") {
      number = String(number.dropLast(3)).trimmed
    }
    let extent = offset..<(offset + text.count)
    guard let count = Int(number), number.allSatisfy(\.isDecimalDigit) else {
      throw QuantityError(
        problem: "\(quoted(text.trimmed)) is not a number of points",
        reason: "a range ends in ':COUNT', or ':COUNTlin' for linear spacing",
        suggestion: "write for example ':40'", extent: extent)
    }
    guard count >= 2 else {
      throw QuantityError(
        problem: "the range \(quoted(whole.trimmed)) has \(count) point\(count == 1 ? "" : "s")",
        reason: "a range includes both ends and needs at least 2", extent: extent)
    }
    return (count, spacing)
  }

  private static func check(
    _ first: Quantity<D>, _ last: Quantity<D>, _ spacing: Spacing, whole: String
  ) throws(QuantityError) {
    let extent = 0..<whole.count
    guard first < last else {
      throw QuantityError(
        problem: "the range \(quoted(whole.trimmed)) is empty",
        reason: "\(first) is not below \(last)", suggestion: "write the lower end first",
        extent: extent)
    }
    guard spacing == .linear || first.baseValue > 0 else {
      throw QuantityError(
        problem: "the range \(quoted(whole.trimmed)) has no logarithmic points",
        reason: "its lower end is not above zero",
        suggestion: "add 'lin' to the number of points for linear spacing", extent: extent)
    }
  }
}

extension String {
  /// The text without white space at its ends.
  fileprivate var trimmed: String {
    let start = firstIndex { !$0.isWhitespace } ?? endIndex
    let tail = self[start...]
    guard let last = tail.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(tail[...last])
  }
}
