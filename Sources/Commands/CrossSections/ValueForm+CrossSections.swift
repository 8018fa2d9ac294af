// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector
import Quantities

/// A mass given by itself or in units of the mass of X.
enum RelativeMass: Hashable, Sendable {
  /// Times the mass of X.
  case ratio(Double)
  /// By itself.
  case mass(Mass)

  /// The mass in GeV beside an X of some mass in GeV.
  func gev(at mediator: Double) -> Double {
    switch self {
    case .ratio(let ratio): ratio * mediator
    case .mass(let mass): mass.gev
    }
  }
}

extension ValueForm where Value == RelativeMass {
  /// `0.33m` or `20MeV`.
  static var relativeMass: ValueForm {
    ValueForm(
      placeholder: "MASS", expectation: "a mass such as '20 MeV', or a multiple such as 0.33m",
      permitted: "above 0",
      read: { word throws(UsageError) in
        let isMultiple = word.hasSuffix("m")
        do throws(QuantityError) {
          if isMultiple, let ratio = try? Number(parsing: word.dropLast()) {
            try PermittedRange<NumberDimension>.positive.check(ratio, writtenAs: word)
            return .ratio(ratio.value)
          }
          let mass = try Mass(parsing: word)
          try PermittedRange<MassDimension>.positive.check(mass, writtenAs: word)
          return .mass(mass)
        } catch {
          throw UsageError(error)
        }
      },
      write: { value in
        switch value {
        case .ratio(let ratio): "\(ratio.formatted(significant: 6))m"
        case .mass(let mass): mass.description
        }
      })
  }
}

extension ValueForm where Value == Number {
  /// A share of the energy, from 0 to 1.
  static var share: ValueForm {
    ValueForm<Number>.quantity(.closed(.plain(0), .plain(1)))
      .named("X", expecting: "a number, for example 0.5")
  }
}

extension ValueForm where Value == PerLepton {
  /// `1e-3` for all leptons, or `electron=1e-3,muon=0` with zero for those left out.
  static var leptonCouplings: ValueForm {
    let number = ValueForm<Number>.quantity(.nonNegative)
    return ValueForm(
      placeholder: "G", expectation: "a number, or for example electron=1e-3,muon=0",
      permitted: "0 or above",
      read: { text throws(UsageError) in
        guard text.contains("=") else { return .each(try number.read(text).value) }
        var couplings = PerLepton.each(0)
        var seen: Set<Lepton> = []
        var offset = 0
        for word in text.split(separator: ",", omittingEmptySubsequences: false) {
          let place = Word.Place(index: 0, offset: offset, length: word.count)
          let (lepton, value) = try entry(String(word), at: place, number)
          guard seen.insert(lepton).inserted else {
            throw UsageError(
              "\(lepton.rawValue) is given twice", because: "it has one coupling",
              try: "keep one of them", at: place)
          }
          switch lepton {
          case .electron: couplings.electron = value
          case .muon: couplings.muon = value
          case .tau: couplings.tau = value
          }
          offset += word.count + 1
        }
        return couplings
      },
      write: { couplings in
        Lepton.allCases.map { "\($0.rawValue)=\(couplings[$0].formatted(significant: 6))" }
          .joined(separator: ",")
      })
  }

  private static func entry(
    _ word: String, at place: Word.Place, _ number: ValueForm<Number>
  ) throws(UsageError) -> (Lepton, Double) {
    let names = Lepton.allCases.map(\.rawValue)
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else {
      throw UsageError(
        "\(quoted(word)) names no lepton", because: "a list says whose each coupling is",
        try: "write for example electron=1e-3,muon=0", at: place)
    }
    guard let lepton = Lepton(rawValue: String(parts[0])) else {
      throw UsageError(
        "unknown lepton \(quoted(String(parts[0])))",
        because: "the choices are \(names.joined(separator: ", "))",
        try: didYouMean(String(parts[0]), among: names), at: place)
    }
    do throws(UsageError) {
      return (lepton, try number.read(String(parts[1])).value)
    } catch {
      throw error.at(place)
    }
  }
}
