// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Testing

/// A text and what it must mean, in the base unit of its dimension.
struct Reading: Sendable, CustomTestStringConvertible {
  let text: String
  let value: Double
  let read: @Sendable (String) throws -> Double

  init<D: Dimension>(_ text: String, as dimension: D.Type, is value: Double) {
    self.text = text
    self.value = value
    self.read = { try Quantity<D>(parsing: $0).baseValue }
  }

  var testDescription: String { text }
}

/// A text that must be refused, and the whole sentence that says so.
struct Refusal: Sendable, CustomTestStringConvertible {
  let text: String
  let message: String
  let place: Range<Int>
  let read: @Sendable (String) throws -> Void

  init<D: Dimension>(
    _ text: String, as dimension: D.Type, at place: Range<Int>, _ message: String
  ) {
    self.text = text
    self.message = message
    self.place = place
    self.read = { _ = try Quantity<D>(parsing: $0) }
  }

  var testDescription: String { text }
}

private let readings = [
  Reading("16.7 MeV", as: MassDimension.self, is: 0.0167),
  Reading("16.7MeV", as: MassDimension.self, is: 0.0167),
  Reading("  16.7  MeV ", as: MassDimension.self, is: 0.0167),
  Reading("16.7 MeV/c^2", as: MassDimension.self, is: 0.0167),
  Reading("16.7 MeV/c²", as: MassDimension.self, is: 0.0167),
  Reading("1e-3 /GeV", as: InverseEnergyDimension.self, is: 1e-3),
  Reading("1e-3/GeV", as: InverseEnergyDimension.self, is: 1e-3),
  Reading("1e-3 1/GeV", as: InverseEnergyDimension.self, is: 1e-3),
  Reading("1e-3 GeV^-1", as: InverseEnergyDimension.self, is: 1e-3),
  Reading("2 /TeV", as: InverseEnergyDimension.self, is: 2e-3),
  Reading("38.2 mm", as: LengthDimension.self, is: 38.2),
  Reading("3.82 cm", as: LengthDimension.self, is: 38.2),
  Reading("0.0382 m", as: LengthDimension.self, is: 38.2),
  Reading("7 µm", as: LengthDimension.self, is: 7e-3),
  Reading("7 μm", as: LengthDimension.self, is: 7e-3),
  Reading("5 ns", as: TimeDimension.self, is: 5),
  Reading("4.8 s", as: TimeDimension.self, is: 4.8e9),
  Reading("1.4 T", as: MagneticFieldDimension.self, is: 1.4),
  Reading("14 kG", as: MagneticFieldDimension.self, is: 1.4),
  Reading("270 MeV/c", as: MomentumDimension.self, is: 0.27),
  Reading("100 GeV", as: MomentumDimension.self, is: 100),
  Reading("7 mb", as: CrossSectionDimension.self, is: 7e9),
  Reading("1e-36 cm2", as: CrossSectionDimension.self, is: 1),
  Reading("11.35 g/cm3", as: DensityDimension.self, is: 11.35),
  Reading("11350 kg/m^3", as: DensityDimension.self, is: 11.35),
  Reading("21 mrad", as: AngleDimension.self, is: 0.021),
  Reading("180 deg", as: AngleDimension.self, is: Double.pi),
  Reading("1 %", as: FractionDimension.self, is: 0.01),
  Reading("0.01", as: FractionDimension.self, is: 0.01),
  Reading("2.84e11", as: NumberDimension.self, is: 2.84e11),
  Reading("-5 MeV", as: EnergyDimension.self, is: -0.005),
  Reading(".5 eV", as: EnergyDimension.self, is: 5e-10),
  Reading("5.e3 eV", as: EnergyDimension.self, is: 5e-6),
  Reading("5eV", as: EnergyDimension.self, is: 5e-9),
  Reading("0 GeV", as: EnergyDimension.self, is: 0),
  Reading("0e999999999999999999999 GeV", as: EnergyDimension.self, is: 0),
]

private let fittingEnergies = "units that fit: eV, keV, MeV, GeV, TeV"

private let refusals = [
  Refusal(
    "17", as: MassDimension.self, at: 0..<2,
    "'17' has no unit (a mass needs one) write for example '16.7 MeV'; \(fittingEnergies)"),
  Refusal(
    "17 mm", as: MassDimension.self, at: 3..<5,
    "'17 mm' is a length (a mass is wanted) \(fittingEnergies)"),
  Refusal(
    "17 Mev", as: EnergyDimension.self, at: 3..<6,
    "unknown unit 'Mev' in '17 Mev' (an energy is wanted) did you mean 'MeV'? \(fittingEnergies)"),
  Refusal(
    "17 quux", as: EnergyDimension.self, at: 3..<7,
    "unknown unit 'quux' in '17 quux' (an energy is wanted) \(fittingEnergies)"),
  Refusal(
    "fast", as: EnergyDimension.self, at: 0..<4,
    "'fast' is not an energy (it does not begin with a number) write for example '100 GeV'"),
  Refusal(
    "", as: EnergyDimension.self, at: 0..<0,
    "nothing is written (an energy is wanted) write for example '100 GeV'"),
  Refusal(
    "nan GeV", as: EnergyDimension.self, at: 0..<7,
    "'nan GeV' is not an energy (only finite numbers are taken) write for example '100 GeV'"),
  Refusal(
    "-inf GeV", as: EnergyDimension.self, at: 0..<8,
    "'-inf GeV' is not an energy (only finite numbers are taken) write for example '100 GeV'"),
  Refusal(
    "\u{2212}5 GeV", as: EnergyDimension.self, at: 0..<1,
    "'\u{2212}5 GeV' is not an energy (its minus sign is a typographic dash) write '-' for minus"),
  Refusal(
    "1e400 GeV", as: EnergyDimension.self, at: 0..<9,
    "'1e400 GeV' is too large (a double holds sizes from 5e-324 to 1.8e308 GeV)"),
  Refusal(
    "1e-400 GeV", as: EnergyDimension.self, at: 0..<10,
    "'1e-400 GeV' is too small (a double holds sizes from 5e-324 to 1.8e308 GeV)"),
  Refusal(
    "1 GeV 2", as: EnergyDimension.self, at: 2..<7,
    "unknown unit 'GeV 2' in '1 GeV 2' (an energy is wanted) did you mean 'GeV'? "
      + fittingEnergies),
  Refusal(
    "0x10 GeV", as: EnergyDimension.self, at: 1..<8,
    "unknown unit 'x10 GeV' in '0x10 GeV' (an energy is wanted) \(fittingEnergies)"),
  Refusal(
    "7 Pb", as: CrossSectionDimension.self, at: 2..<4,
    "unknown unit 'Pb' in '7 Pb' (a cross section is wanted) did you mean 'pb'? "
      + "units that fit: ab, fb, pb, nb, ub, mb, b, cm^2"),
  Refusal(
    "5 GeV", as: NumberDimension.self, at: 2..<5,
    "'5 GeV' is an energy (a number is wanted) write a bare number, for example '2.84e11'"),
  Refusal(
    "5 m", as: FractionDimension.self, at: 2..<3,
    "'5 m' is a length (a fraction is wanted) write a bare number or one of: %"),
]

@Suite("Parsing of quantities")
struct QuantityParsingTests {
  @Test("a quantity reads as the double nearest to the decimal number", arguments: readings)
  func reads(_ reading: Reading) throws {
    #expect(try reading.read(reading.text) == reading.value)
  }

  @Test("what is no quantity is refused with place, cause and way out", arguments: refusals)
  func refuses(_ refusal: Refusal) {
    let error = #expect(throws: QuantityError.self) { try refusal.read(refusal.text) }
    #expect(error?.description == refusal.message)
    #expect(error?.extent == refusal.place)
  }

  @Test("the exponent counts however many digits come before it")
  func manyZeros() throws {
    let zeros = String(repeating: "0", count: 200_000)
    #expect(try Energy(parsing: "0.\(zeros)1e200001 GeV").gev == 1)
    #expect(try Energy(parsing: "1\(zeros)e-200000 GeV").gev == 1)
  }

  @Test("what a user wrote is quoted so that it cannot steer a terminal, and cut")
  func quotedText() {
    let error = #expect(throws: QuantityError.self) {
      try Energy(parsing: "1\u{1B}[31m\u{202E}\n GeV")
    }
    #expect(error?.problem == "unknown unit '␛[31m\u{FFFD}␊ GeV' in '1␛[31m\u{FFFD}␊ GeV'")
    let long = #expect(throws: QuantityError.self) {
      try Energy(parsing: String(repeating: "9", count: 5_000))
    }
    #expect(long?.problem == "'\(String(repeating: "9", count: 40))…' has no unit")
  }

  @Test("a gram weighs 5.60958860e23 GeV")
  func grams() throws {
    let kilogram = try Mass(parsing: "1 kg")
    #expect(abs(kilogram.gev / 5.609_588_603_8e26 - 1) < 1e-10)
  }

  @Test("any text is either read or refused, never trapped")
  func survivesNoise() {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    let alphabet = Array("0123456789..--++eE/%cGMkmµ ^²TVbgrad\u{0}\u{301}é∞")
    for _ in 0..<(20_000 * Effort.factor) {
      var text = ""
      for _ in 0..<(state % 12) {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text.append(alphabet[Int((state >> 33) % UInt64(alphabet.count))])
      }
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      do throws(QuantityError) {
        #expect(try Energy(parsing: text).gev.isFinite)
      } catch {
        #expect(!error.reason.isEmpty)
        #expect(error.extent.upperBound <= text.count)
      }
    }
  }
}
