// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// A lock with conditions to wait for, which the standard library's `Mutex` does not have.
final class Monitor: @unchecked Sendable {
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>
  private let conditions: UnsafeMutableBufferPointer<pthread_cond_t>

  init(conditions count: Int) {
    mutex = .allocate(capacity: 1)
    mutex.initialize(to: pthread_mutex_t())
    pthread_mutex_init(mutex, nil)
    conditions = .allocate(capacity: count)
    conditions.initialize(repeating: pthread_cond_t())
    for index in conditions.indices { pthread_cond_init(&conditions[index], nil) }
  }

  deinit {
    for index in conditions.indices { pthread_cond_destroy(&conditions[index]) }
    conditions.deallocate()
    pthread_mutex_destroy(mutex)
    mutex.deallocate()
  }

  /// Runs `body` with the lock held.
  func whileHeld<Value>(_ body: () -> Value) -> Value {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return body()
  }

  /// Gives the lock back until someone wakes the condition, or for no reason: look again after it.
  func wait(for condition: Int) { pthread_cond_wait(&conditions[condition], mutex) }

  /// Wakes one thread that waits for the condition.
  func wake(_ condition: Int) { pthread_cond_signal(&conditions[condition]) }

  /// Wakes all threads that wait for the condition.
  func wakeAll(_ condition: Int) { pthread_cond_broadcast(&conditions[condition]) }
}
