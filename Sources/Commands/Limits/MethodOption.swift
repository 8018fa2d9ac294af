// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Inference
import Quantities

/// The options that choose how a limit is set.
enum MethodOption {
  private static let everything = "all"

  /// The names of the methods.
  static let method = Option(
    "method",
    .list(
      of: .choice(
        "METHOD",
        LimitMethods.all.map { Choice($0.name, $0.summary) }
          + [Choice(everything, "all of these, side by side")])),
    default: [CLsLimit().name], "how the limit is set")
  /// Which upper ends Feldman-Cousins gives.
  static let edges = Option(
    "fc-edges", ValueForm<FeldmanCousins.Edges>.choice("EDGES"), absent: "published",
    "upper ends of feldman-cousins: monotone in the background as published, or raw")
  /// The confidence level.
  static let level = Option(
    "cl", .confidenceLevel, default: .ninety, "confidence level")

  /// All of them, in the order of help pages.
  static let all: [any Parameter] = [method, edges, level]

  /// The methods that a command line names, each once, in its order.
  ///
  /// - Parameter arguments: The command line.
  /// - Returns: The methods.
  /// - Throws: Where an option is given that fits none of them.
  static func methods(from arguments: Arguments) throws(UsageErrors) -> [any LimitMethod] {
    var methods = arguments[method].flatMap { name in
      name == everything ? LimitMethods.all : LimitMethods.named(name).map { [$0] } ?? []
    }
    if let edges = arguments[edges] {
      guard methods.contains(where: { $0 is FeldmanCousins }) else {
        throw UsageErrors(
          UsageError(
            "--fc-edges without feldman-cousins", because: "no other method has such edges",
            try: "write --method feldman-cousins", at: arguments.places(of: Self.edges).first))
      }
      methods = methods.map { $0 is FeldmanCousins ? FeldmanCousins(edges: edges) : $0 }
    }
    let seed = UInt64(arguments[StandardOption.seed])
    methods = methods.map { $0 is LikelihoodCLsLimit ? LikelihoodCLsLimit(seed: seed) : $0 }
    var seen: Set<String> = []
    return methods.filter { seen.insert($0.name).inserted }
  }
}

extension ValueForm where Value == ConfidenceLevel {
  /// A confidence level, `0.9` or `90%`.
  static var confidenceLevel: ValueForm {
    ValueForm(
      placeholder: "LEVEL", expectation: "a fraction, for example 0.9 or 90%",
      permitted: "between 0 and 1, ends excluded",
      read: { word throws(UsageError) in
        let share: Double
        do throws(QuantityError) {
          share = try Fraction(parsing: word).share
        } catch {
          throw UsageError(error)
        }
        do throws(InferenceError) {
          return try ConfidenceLevel(share)
        } catch {
          throw UsageError(
            "\(quoted(word)) is no confidence level", because: error.reason,
            try: share > 1 && share < 100 ? "write \(share.formatted(significant: 12))%" : "")
        }
      },
      write: { "\($0.value)" })
  }
}
