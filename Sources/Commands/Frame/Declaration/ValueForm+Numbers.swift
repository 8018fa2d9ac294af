// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

extension ValueForm {
  /// A quantity with its unit, `16.7MeV`.
  package static func quantity<D>(
    _ range: PermittedRange<D> = .any
  ) -> ValueForm where Value == Quantity<D> {
    ValueForm(
      placeholder: placeholder(of: D.self), expectation: Quantity<D>.expectation,
      permitted: range.words,
      read: { word throws(UsageError) in
        do throws(QuantityError) {
          let value = try Quantity<D>(parsing: word)
          try range.check(value, writtenAs: word)
          return value
        } catch {
          throw UsageError(error)
        }
      },
      write: \.description)
  }

  /// One quantity, a list `10MeV,100MeV` or a range of points `1MeV..1GeV:40`.
  package static func scan<D>(
    _ range: PermittedRange<D> = .any
  ) -> ValueForm where Value == Scan<D> {
    ValueForm(
      placeholder: placeholder(of: D.self),
      expectation: "\(D.indefiniteName), a list or a range, for example \(D.example)",
      permitted: range.words,
      read: { word throws(UsageError) in
        let scan: Scan<D>
        do throws(QuantityError) {
          scan = try Scan<D>(parsing: word)
        } catch {
          throw UsageError(error)
        }
        if let value = scan.ends.first(where: { !range.contains($0) }) {
          throw UsageError("'\(value)' is out of range", because: "must be \(range)")
        }
        return scan
      },
      write: \.description)
  }

  /// A whole number.
  package static func integer(
    _ placeholder: String = "N", in range: ClosedRange<Int> = Int.min...Int.max
  ) -> ValueForm where Value == Int {
    let permitted = words(for: range)
    return ValueForm(
      placeholder: placeholder, expectation: "a whole number", permitted: permitted,
      read: { word throws(UsageError) in
        let value: Int
        do throws(QuantityError) {
          value = try PlainNumber.parseInteger(word)
        } catch {
          throw UsageError(error)
        }
        guard range.contains(value) else {
          throw UsageError("\(value) is out of range", because: "must be \(permitted ?? "")")
        }
        return value
      },
      write: \.description)
  }

  /// Several values with commas between them, in the order given.
  package static func list<Element>(
    of form: ValueForm<Element>
  ) -> ValueForm where Value == [Element] {
    ValueForm(
      placeholder: form.placeholder + ",...",
      expectation: "\(form.expectation), or several with commas", permitted: form.permitted,
      choices: form.choices, completion: form.completion,
      read: { text throws(UsageError) in
        var values: [Element] = []
        var offset = 0
        for word in text.split(separator: ",", omittingEmptySubsequences: false) {
          do throws(UsageError) {
            values.append(try form.read(String(word)))
          } catch {
            throw error.at(Word.Place(index: 0, offset: offset, length: word.count))
          }
          offset += word.count + 1
        }
        return values
      },
      write: { $0.map(form.write).joined(separator: ",") })
  }

  private static func placeholder<D: Dimension>(of dimension: D.Type) -> String {
    String(D.name.uppercased().map { $0 == " " ? "-" : $0 })
  }

  private static func words(for range: ClosedRange<Int>) -> String? {
    switch (range.lowerBound, range.upperBound) {
    case (.min, .max): nil
    case (.min, let highest): "\(highest) or less"
    case (let lowest, .max): "\(lowest) or more"
    case (let lowest, let highest): "from \(lowest) to \(highest)"
    }
  }
}

extension PermittedRange {
  /// The range for a help page; nil where it permits everything.
  fileprivate var words: String? { isUnlimited ? nil : description }
}
