// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// The particles that wait to be followed, last in first out, in one piece of memory.
struct ShowerStack: ~Copyable {
  private var places: UnsafeMutablePointer<ShowerParticle>
  private var capacity = 1024
  private(set) var count = 0

  init() { places = .allocate(capacity: capacity) }

  deinit { places.deallocate() }

  /// Lets a particle wait.
  @inline(__always)
  mutating func push(_ particle: ShowerParticle) {
    if count == capacity { grow() }
    places[count] = particle
    count &+= 1
  }

  /// The particle that came last.
  @inline(__always)
  mutating func pop() -> ShowerParticle? {
    guard count > 0 else { return nil }
    count &-= 1
    return places[count]
  }

  /// A shower of a given energy needs no more after the first few events.
  @inline(never)
  private mutating func grow() {
    let larger = UnsafeMutablePointer<ShowerParticle>.allocate(capacity: 2 * capacity)
    larger.moveInitialize(from: places, count: count)
    places.deallocate()
    places = larger
    capacity *= 2
  }
}
