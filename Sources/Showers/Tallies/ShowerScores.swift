// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// A geometry and what is scored in it: all that transport asks of them.
protocol ShowerScores: ~Copyable {
  /// Follows a particle until it is gone; what it makes waits on the stack.
  static func follow<Watcher>(
    _ particle: ShowerParticle, in transport: inout ShowerTransport<Watcher, Self>)

  /// Scores energy laid down at a point of the place where the particle is now.
  mutating func deposit(_ energy: Double, at p: ShowerVector)

  /// Scores energy taken away, or with a minus sign brought in, by an emitter.
  mutating func emit(_ energy: Double)

  /// Ends an event.
  mutating func closeEvent()
}
