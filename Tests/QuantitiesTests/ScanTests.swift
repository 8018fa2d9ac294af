// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Testing

@Suite("Scans")
struct ScanTests {
  @Test("a range has its ends exactly and equal ratios between")
  func logarithmic() throws {
    let scan = try Scan<MassDimension>(parsing: "1MeV..1GeV:40")
    let values = scan.values.map(\.gev)
    #expect(values.count == 40 && scan.count == 40)
    #expect(values.first == 0.001)
    #expect(values.last == 1)
    let ratio = Double(1000).squareRoot()
    #expect(abs(values[39] / values[0] / (ratio * ratio) - 1) < 1e-12)
    for (low, high) in zip(values, values.dropFirst()) {
      #expect(abs(high / low - 1.193_776_641_714_437) < 1e-12)
    }
  }

  @Test("a linear range has equal steps and may begin at zero")
  func linear() throws {
    let values = try Scan<LengthDimension>(parsing: "0mm..1cm:11lin").values
    #expect(values == (0...10).map { Length.mm(Double($0)) })
  }

  @Test("lists keep their order and mix with ranges")
  func lists() throws {
    let scan = try Scan<MassDimension>(parsing: "100MeV, 10 MeV,1MeV..4MeV:3")
    let values = scan.values.map(\.mev)
    #expect(values.count == 5 && values[0] == 100 && values[1] == 10 && values[2] == 1)
    #expect(abs(values[3] - 2) < 1e-12 && values[4] == 4)
  }

  @Test("a range over the whole range of doubles has finite points")
  func wide() throws {
    let values = try Scan<NumberDimension>(parsing: "1e-300..1e300:601").values
    #expect(values.allSatisfy { $0.value.isFinite && $0.value > 0 })
    #expect(abs(values[300].value - 1) < 1e-9)
  }

  @Test("a printed scan reads back as itself")
  func roundTrip() throws {
    for text in ["1MeV..1GeV:40", "10MeV,100MeV", "0eV..7.3eV:11lin, 5 TeV"] {
      let scan = try Scan<EnergyDimension>(parsing: text)
      #expect(try Scan<EnergyDimension>(parsing: scan.description) == scan)
    }
  }

  @Test(
    "a broken scan says where and why",
    arguments: [
      (
        "1MeV..1GeV", 0..<10,
        "'1MeV..1GeV' has no number of points (a range ends in ':COUNT') "
          + "write for example '1MeV..1GeV:40'"
      ),
      (
        "1..1GeV:40", 0..<1,
        "'1' has no unit (a mass needs one) write for example '16.7 MeV'; "
          + "units that fit: eV, keV, MeV, GeV, TeV"
      ),
      (
        "5MeV, 1GeV..1MeV:4", 5..<18,
        "the range '1GeV..1MeV:4' is empty (1 GeV is not below 1 MeV) write the lower end first"
      ),
      (
        "0MeV..1MeV:4", 0..<12,
        "the range '0MeV..1MeV:4' has no logarithmic points (its lower end is not above zero) "
          + "add 'lin' to the number of points for linear spacing"
      ),
      (
        "1MeV..1GeV:x", 11..<12,
        "'x' is not a number of points (a range ends in ':COUNT', or ':COUNTlin' for linear "
          + "spacing) write for example ':40'"
      ),
      (
        "1MeV..1GeV:1", 11..<12,
        "the range '1MeV..1GeV:1' has 1 point (a range includes both ends and needs at least 2)"
      ),
      (
        "1MeV..1GeV:100000000", 0..<20,
        "'1MeV..1GeV:100000000' asks for too many points (a scan has at most 1000000) "
          + "take fewer points or split the scan"
      ),
      (
        "1MeV, 1MeV..1GeV:9223372036854775807", 5..<36,
        "' 1MeV..1GeV:9223372036854775807' asks for too many points (a scan has at most 1000000) "
          + "take fewer points or split the scan"
      ),
      (
        "1MeV,,2MeV", 5..<5,
        "nothing is written (a mass is wanted) write for example '16.7 MeV'"
      ),
      (
        "1MeV..1quux:4", 7..<11,
        "unknown unit 'quux' in '1quux' (a mass is wanted) units that fit: eV, keV, MeV, GeV, TeV"
      ),
    ])
  func refuses(_ text: String, _ place: Range<Int>, _ message: String) {
    let error = #expect(throws: QuantityError.self) { try Scan<MassDimension>(parsing: text) }
    #expect(error?.description == message)
    #expect(error?.extent == place)
  }
}
