// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// How a value of one type is written in a card: read, printed and described by one declaration.
///
/// The notations are listed as static members, so that a declaration reads like a sentence:
///
///     Key("momentum", .quantity(.positive), meaning: "momentum of the beam particles")
///     Key("cells", .list(of: .integer(1...), count: 2...2), meaning: "cells across and up")
package struct Notation<Value: Sendable>: Sendable {
  /// What the notation looks like.
  package let shape: Shape

  /// Reads a node; `nil` after having said in a finding what is wrong with it.
  let read: @Sendable (Node, inout Decoding) -> Value?

  /// Writes a value back; `nil` for one that stands for the absence of the key.
  let write: @Sendable (Value) -> Written?

  /// What an absent key stands for, where the notation knows; sections do.
  var readAbsent: (@Sendable (inout Decoding) -> Value?)?

  /// Makes a notation.
  init(
    shape: Shape, read: @escaping @Sendable (Node, inout Decoding) -> Value?,
    write: @escaping @Sendable (Value) -> Written?
  ) {
    self.shape = shape
    self.read = read
    self.write = write
  }

  /// The same notation for another type, by a change of view of its values.
  func map<Other: Sendable>(
    shape: Shape? = nil, to: @escaping @Sendable (Value, Node) -> Other,
    from: @escaping @Sendable (Other) -> Value
  ) -> Notation<Other> {
    Notation<Other>(
      shape: shape ?? self.shape,
      read: { node, decoding in read(node, &decoding).map { to($0, node) } },
      write: { write(from($0)) })
  }
}
