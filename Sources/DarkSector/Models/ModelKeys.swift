// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Quantities

/// The card of a model: which mediator, with what couplings, and what dark matter.
package enum ModelKeys {
  /// The interaction of the mediator, which decides what its coupling is.
  package static let interaction = Key<Interaction>(
    "interaction", .choice(of: Interaction.self),
    meaning: "how the mediator couples; it decides what the coupling of commands and scans is")

  /// Other names.
  package static let aliases = Key<[String]>(
    "aliases", .list(of: .name(example: "BC1")), default: [],
    meaning: "other names of the model, such as those of the benchmarks of Physics Beyond Colliders"
  )

  /// The paper that defines it.
  package static let source = Key<String?>(
    "source", optional: .text(example: "Holdom:1985ag"),
    meaning: "key of the publication that defines the model")

  /// Couplings to leptons.
  package static let leptons = Key<Section>(
    "leptons", .section(LeptonKeys.form),
    meaning: "couplings to the leptons, as multiples of the coupling that commands and scans give")

  /// Loops.
  package static let photonLoops = Key<Bool>(
    "photon-loops", .boolean, default: true,
    meaning: "whether loops of leptons couple a mediator of spin 0 to two photons")

  /// Dark matter.
  package static let darkMatter = Key<Section>(
    "dark-matter", .section(DarkMatterKeys.form),
    meaning: "the dark matter that the mediator couples to")

  /// All keys of a model.
  package static let form = Form(
    "model", meaning: "a mediator with its couplings",
    keys: [aliases, source, interaction, leptons, photonLoops, darkMatter],
    checks: [checkLeptons, checkDarkMatter])

  /// The kind of card.
  package static let kind = CardKind(form)

  private static let checkLeptons = Form.Check(reading: leptons, interaction) { section in
    guard section.gives(leptons), !section[interaction].hasFreeLeptons else { return [] }
    return [
      .error(
        "couplings to leptons in a model that fixes them (the interaction is "
          + "'\(section[interaction].rawValue)')", at: section.place(of: leptons),
        suggestion: "remove 'leptons', or choose another interaction")
    ]
  }

  private static let checkDarkMatter = Form.Check(reading: darkMatter, interaction) { section in
    let kind = section[darkMatter][DarkMatterKeys.kind]
    let place = section[darkMatter].place(of: DarkMatterKeys.kind)
    switch section[interaction] {
    case .photon where kind != .none:
      return [
        .error(
          "dark matter beside an axion-like particle that couples to photons only", at: place,
          suggestion: "choose the interaction 'pseudoscalar'")
      ]
    case .scalar, .pseudoscalar, .vector, .axial:
      guard kind != .none, kind != .dirac else { return [] }
      return [
        .error(
          "dark matter of kind '\(kind.rawValue)' with the interaction "
            + "'\(section[interaction].rawValue)' (only Dirac fermions couple to it here)",
          at: place, suggestion: "write 'kind: dirac'")
      ]
    default: return []
    }
  }
}

/// How a mediator couples.
package enum Interaction: String, CaseIterable, Sendable {
  /// Kinetic mixing with the photon; the coupling is epsilon.
  case kineticMixing = "kinetic-mixing"
  /// The gauge coupling of L_mu - L_tau.
  case muTau = "l-mu-l-tau"
  /// A scalar coupling to leptons.
  case scalar
  /// A pseudoscalar coupling to leptons.
  case pseudoscalar
  /// A vector coupling to leptons alone.
  case vector
  /// An axial coupling to leptons.
  case axial
  /// A coupling of an axion-like particle to two photons, in 1/GeV.
  case photon

  /// What the coupling of commands and scans is called in results.
  package var couplingName: String {
    switch self {
    case .kineticMixing: "epsilon"
    case .photon: "g_per_gev"
    case .muTau, .scalar, .pseudoscalar, .vector, .axial: "g"
    }
  }

  /// The structure of the coupling to leptons at tree level; `nil` for photons alone.
  package var structure: LorentzStructure? {
    switch self {
    case .kineticMixing, .muTau, .vector: .vector
    case .scalar: .scalar
    case .pseudoscalar: .pseudoscalar
    case .axial: .axial
    case .photon: nil
    }
  }

  /// True if a card may give the couplings to the leptons.
  var hasFreeLeptons: Bool {
    switch self {
    case .scalar, .pseudoscalar, .vector, .axial: true
    case .kineticMixing, .muTau, .photon: false
    }
  }
}

/// The keys of the couplings to leptons.
package enum LeptonKeys {
  /// The electron's.
  package static let electron = Key<Double>(
    "electron", .number(), default: 1, meaning: "coupling to electrons over the given one")

  /// The muon's.
  package static let muon = Key<Double>(
    "muon", .number(), default: 1, meaning: "coupling to muons over the given one")

  /// The tau's.
  package static let tau = Key<Double>(
    "tau", .number(), default: 1, meaning: "coupling to taus over the given one")

  static let form = Form(
    "leptons", meaning: "relative couplings to leptons", keys: [electron, muon, tau])
}
