// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Testing

@Suite("Plain numbers and rounded printing")
struct PlainNumberTests {
  @Test("whole numbers may be written scientifically")
  func integers() throws {
    #expect(try PlainNumber.parseInteger("200000") == 200_000)
    #expect(try PlainNumber.parseInteger("2e5") == 200_000)
    #expect(try PlainNumber.parseInteger("-3") == -3)
    #expect(try PlainNumber.parseInteger("9223372036854775807") == .max)
  }

  @Test(
    "what is not whole is refused",
    arguments: [
      ("1.5", "'1.5' is not a whole number (it has a fraction) write for example '200' or '1e6'"),
      (
        "1e300", "'1e300' is not a whole number (it is too large) write for example '200' or '1e6'"
      ),
      (
        "many",
        "'many' is not a whole number (it does not begin with a number) "
          + "write for example '200' or '1e6'"
      ),
      (
        "10 GeV",
        "'10 GeV' is an energy (a whole number is wanted) write for example '200' or '1e6'"
      ),
    ])
  func notIntegers(_ text: String, _ message: String) {
    let error = #expect(throws: QuantityError.self) { try PlainNumber.parseInteger(text) }
    #expect(error?.description == message)
  }

  @Test("a rounded number drops trailing zeros and turns scientific where it must")
  func rounded() {
    #expect(837_475_123_456.0.formatted(significant: 6) == "8.37475e11")
    #expect(123_456.0.formatted(significant: 6) == "123456")
    #expect(0.000_123_456.formatted(significant: 3) == "0.000123")
    #expect(0.000_012_345.formatted(significant: 3) == "1.23e-5")
    #expect(2.0.formatted(significant: 4) == "2")
    #expect(9.999.formatted(significant: 2) == "10")
    #expect((-0.5).formatted(significant: 4) == "-0.5")
    #expect(0.0.formatted(significant: 4) == "0")
    #expect(Double.infinity.formatted(significant: 4) == "inf")
    #expect(Double.nan.formatted(significant: 4) == "nan")
  }
}
