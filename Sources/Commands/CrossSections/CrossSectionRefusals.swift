// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Production
import Quantities

/// What does not fit together on a command line of `lacuna xsec`, all of it at once.
struct CrossSectionRefusals {
  private let arguments: Arguments
  private let channel: ProductionChannel
  private var errors: [UsageError] = []
  /// The methods that are asked for, each once.
  private(set) var methods: [CrossSectionMethod] = []

  private typealias Wanted = CrossSectionOption

  init(_ arguments: Arguments) {
    self.arguments = arguments
    channel = arguments[Wanted.process]
  }

  /// Throws the mistakes found.
  func throwIfAny() throws(UsageErrors) {
    if !errors.isEmpty { throw UsageErrors(errors) }
  }

  /// Checks all options against the process and one another.
  mutating func checkAll() {
    checkKind()
    checkMethods()
    checkCoupling()
    checkFields()
    checkSpectra()
    checkPairs()
    checkSize()
  }

  /// Checks what says how X is made and what it couples to, for events.
  mutating func checkSource() {
    checkKind()
    checkCoupling()
    checkSplitting()
    let energies = arguments[Wanted.energy].count
    if energies != 1 {
      refuse(
        ifGiven: Wanted.energy, "has \(energies) values", because: "a file is of one beam",
        try: "make a file for each")
    }
    if arguments[Wanted.mass].count > Self.mostHypotheses {
      refuse(
        ifGiven: Wanted.mass, "has \(arguments[Wanted.mass].count) values",
        because: "an event has at most \(Self.mostHypotheses) weights", try: "split the scan")
    }
    let dark: [any Parameter] = [Wanted.darkMass, Wanted.splitting, Wanted.darkCoupling]
    if arguments[Wanted.darkMatter] == nil {
      for option in dark {
        refuse(
          ifGiven: option, "without --dark-matter", because: "its kind decides the width",
          try: "add for example --dark-matter dirac")
      }
    }
    let isMixing =
      (arguments[Wanted.mediator] ?? .vector) == .vector && channel != .primakoff
      && !isGiven(Wanted.coupling)
    if channel != .annihilation, !isMixing, let kind = arguments[Wanted.darkMatter], kind != .dirac
    {
      refuse(
        Wanted.darkMatter, "\(kind.rawValue) does not fit this mediator",
        because: "only a vector with --epsilon couples to all kinds", try: "use dirac")
    }
  }

  /// The most weights of an event.
  private static let mostHypotheses = 1000

  private mutating func checkSplitting() {
    if let kind = arguments[Wanted.darkMatter], kind != .pseudoDirac {
      refuse(
        ifGiven: Wanted.splitting, "fits pseudo-dirac alone",
        because: "others have one mass", try: "leave it out")
    }
  }

  private mutating func checkKind() {
    if channel == .primakoff, let kind = arguments[Wanted.mediator], kind != .pseudoscalar {
      refuse(
        Wanted.mediator, "\(kind.rawValue) does not fit primakoff",
        because: "it makes a pseudoscalar that couples to two photons", try: "leave it out")
    }
    guard let lepton = arguments[Wanted.lepton], channel != .brems else { return }
    let own = channel == .primakoff || channel == .compton ? "a photon" : "a positron"
    if lepton == .positron, channel == .annihilation || channel == .continuum { return }
    refuse(
      Wanted.lepton, "\(lepton.rawValue) does not fit \(channel.rawValue)",
      because: "its projectile is \(own)", try: "leave it out")
  }

  private mutating func checkMethods() {
    guard let words = arguments[Wanted.method] else {
      methods = [channel.usualMethod]
      return
    }
    let isMuon = arguments[Wanted.lepton] == .muon
    for word in words {
      if word == "all" {
        for method in channel.methods
        where !methods.contains(method)
          && !(isMuon && method == .bremsstrahlung(.leadingLog))
        {
          methods.append(method)
        }
      } else if let method = channel.methods.first(where: { $0.name == word }) {
        if isMuon, method == .bremsstrahlung(.leadingLog) {
          refuse(
            Wanted.method, "leading-log does not fit muons",
            because: "its logarithm ln(m / m_l) is not large for masses that muons can make",
            try: "use exact, ww or iww")
        }
        if !methods.contains(method) { methods.append(method) }
      } else {
        let names = channel.methods.map(\.name)
        refuse(
          Wanted.method, "\(word) does not fit \(channel.rawValue)",
          because: "its methods are \(names.joined(separator: ", "))", try: "choose one of them")
      }
    }
    if words.contains("all") {
      let (hasSpectrum, isFull) = (hasSpectrum, isFull)
      methods.removeAll { $0.isTotalAlone && hasSpectrum || $0 == .primakoff(.closed) && isFull }
      return
    }
    if hasSpectrum, methods.contains(.bremsstrahlung(.leadingLog)) {
      refuse(
        Wanted.method, "leading-log has no spectrum", because: "it is a total alone",
        try: "use exact, ww or iww, or ask for totals without cuts")
    }
    guard methods.contains(.primakoff(.closed)) else { return }
    if hasSpectrum {
      refuse(
        Wanted.method, "closed has no spectrum", because: "it is a total alone",
        try: "use exact or flux, or ask for totals")
    }
    if isFull {
      refuse(
        Wanted.method, "closed does not fit --form-factor full",
        because: "it holds for an atom that stays whole", try: "use exact or flux")
    }
  }

  /// Whether a total alone does not do.
  private var hasSpectrum: Bool { arguments[Wanted.differential] != nil || hasCut }

  private var isFull: Bool {
    arguments[Wanted.formFactor].map { $0.content != .elastic } ?? false
  }

  private mutating func checkCoupling() {
    let leptonic: [any Parameter] = [Wanted.epsilon, Wanted.coupling]
    if channel == .primakoff {
      for option in leptonic {
        refuse(
          ifGiven: option, "does not fit primakoff",
          because: "its coupling is g to two photons in 1/GeV", try: "use --g")
      }
      if arguments[Wanted.perEnergy] == nil {
        errors.append(
          UsageError(
            "missing option --g", because: "primakoff is proportional to g^2",
            try: "write for example --g 1e-3/GeV"))
      }
    } else {
      refuse(
        ifGiven: Wanted.perEnergy, "does not fit \(channel.rawValue)",
        because: "it is the coupling to two photons of primakoff",
        try: "use --epsilon or --coupling")
      if isGiven(Wanted.epsilon), isGiven(Wanted.coupling) {
        refuse(
          ifGiven: Wanted.coupling, "beside --epsilon",
          because: "both are the coupling to leptons, g and g / e", try: "keep one of them")
      }
    }
  }

  private mutating func checkFields() {
    if !channel.isInField {
      refuse(
        ifGiven: Wanted.formFactor, "does not fit \(channel.rawValue)",
        because: "it happens on electrons", try: "leave it out")
    }
    if !methods.contains(.bremsstrahlung(.williams)) {
      refuse(
        ifGiven: Wanted.fluxLimit, "fits the method ww alone",
        because: "no other method has this choice", try: "add --method ww, or leave it out")
    }
  }

  private mutating func checkSpectra() {
    if let variable = arguments[Wanted.differential] {
      if !channel.variables.contains(variable) {
        refuse(
          Wanted.differential, "\(channel.rawValue) has no spectrum in \(variable.rawValue)",
          because: channel == .annihilation
            ? "X takes all of the energy and leaves along the beam"
            : "the particle takes the photon's energy but for a recoil",
          try: channel.variables.isEmpty
            ? "leave it out" : "use --differential \(channel.variables[0].rawValue)")
      }
    } else {
      refuse(
        ifGiven: Wanted.points, "without --differential", because: "totals have no points",
        try: "add --differential \(channel.variables.first?.rawValue ?? "x")")
    }
    guard hasCut else { return }
    if !channel.variables.contains(.energyFraction) {
      for option in [Wanted.lowestShare, Wanted.highestShare] {
        refuse(
          ifGiven: option, "does not fit \(channel.rawValue)",
          because: "its X takes all of the energy", try: "leave it out")
      }
    }
    if arguments[Wanted.differential] == .angle {
      refuse(
        ifGiven: isGiven(Wanted.lowestShare) ? Wanted.lowestShare : Wanted.highestShare,
        "does not fit --differential theta", because: "spectra in theta are over all x",
        try: "leave it out")
    }
    if let low = arguments[Wanted.lowestShare], let high = arguments[Wanted.highestShare],
      low >= high
    {
      refuse(
        ifGiven: Wanted.highestShare, "is not above --x-min",
        because: "no x would be left", try: "give a range")
    }
  }

  private mutating func checkPairs() {
    let dark: [any Parameter] = [Wanted.darkMass, Wanted.splitting, Wanted.darkCoupling]
    let pairs: [any Parameter] =
      [Wanted.darkMatter] + dark + [Wanted.final, Wanted.electrons, Wanted.propagator]
    if channel != .annihilation {
      for option in pairs {
        refuse(
          ifGiven: option, "does not fit \(channel.rawValue)",
          because: "it says how X decays in annihilation", try: "leave it out")
      }
    } else if arguments[Wanted.darkMatter] == nil {
      for option in dark {
        refuse(
          ifGiven: option, "without --dark-matter", because: "its kind decides the width",
          try: "add for example --dark-matter dirac")
      }
      if arguments[Wanted.final] == .dark {
        refuse(
          ifGiven: Wanted.final, "dark without --dark-matter",
          because: "X couples to no dark matter", try: "add for example --dark-matter dirac")
      }
    } else {
      checkSplitting()
    }
    if channel != .continuum {
      refuse(
        ifGiven: Wanted.photonCut, "does not fit \(channel.rawValue)",
        because: "only continuum-annihilation has a photon beside X", try: "leave it out")
    }
  }

  /// The most points of a table.
  private static let mostPoints = 100_000

  private mutating func checkSize() {
    let (count, overflow) = arguments[Wanted.mass].count.multipliedReportingOverflow(
      by: arguments[Wanted.energy].count)
    if overflow || count > Self.mostPoints {
      refuse(
        ifGiven: Wanted.mass, "and --energy make \(overflow ? "too many" : "\(count)") points",
        because: "a table has at most \(Self.mostPoints)", try: "split the scan")
    }
  }

  private var hasCut: Bool { isGiven(Wanted.lowestShare) || isGiven(Wanted.highestShare) }

  private func isGiven(_ option: some Parameter) -> Bool {
    !arguments.places(of: option).isEmpty
  }

  private mutating func refuse(
    ifGiven option: some Parameter, _ problem: String, because reason: String,
    try suggestion: String
  ) {
    guard isGiven(option) else { return }
    errors.append(
      UsageError(
        "\(option.specification.name) \(problem)", because: reason, try: suggestion,
        at: arguments.places(of: option).first))
  }

  private mutating func refuse(
    _ option: some Parameter, _ problem: String, because reason: String, try suggestion: String
  ) {
    errors.append(
      UsageError(
        "\(option.specification.name): \(problem)", because: reason, try: suggestion,
        at: arguments.places(of: option).first))
  }
}
