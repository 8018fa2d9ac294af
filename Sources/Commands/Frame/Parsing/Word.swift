// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// A word of the command line, or the value after the `=` of one, that remembers its place.
package struct Word: Hashable, Sendable {
  /// Where a word stands.
  package struct Place: Hashable, Sendable {
    /// Which word after the program's name, counted from 0.
    package let index: Int
    /// At which character of that word it begins.
    package let offset: Int
    /// How many characters it covers; nil for all that follow.
    package let length: Int?

    /// A place.
    package init(index: Int, offset: Int = 0, length: Int? = nil) {
      self.index = index
      self.offset = offset
      self.length = length
    }
  }

  /// The text, without quotes.
  package let text: String
  /// Where it stands.
  package let place: Place

  /// A word.
  package init(_ text: String, at place: Place) {
    self.text = text
    self.place = place
  }

  /// Its value in a form, or a mistake at its place.
  func read<Value>(_ form: ValueForm<Value>) throws(UsageErrors) -> Value {
    do throws(UsageError) {
      return try form.read(text)
    } catch {
      throw UsageErrors(error.at(place))
    }
  }
}

extension [Word] {
  /// The values of all words in a form, or all their mistakes.
  func readAll<Value>(_ form: ValueForm<Value>) throws(UsageErrors) -> [Value] {
    var values: [Value] = []
    var errors: [UsageError] = []
    for word in self {
      do throws(UsageErrors) {
        values.append(try word.read(form))
      } catch {
        errors += error.all
      }
    }
    guard errors.isEmpty else { throw UsageErrors(errors) }
    return values
  }
}
