// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Synchronization

/// Turns SIGINT and SIGTERM into a cancellation while some work runs.
///
/// The first signal raises the cancellation, so that the work ends at its next block and keeps what
/// is finished. The second ends the process at once with ``exitCode``. A signal that whoever
/// started the program had set to be ignored (`nohup`, a script's job in the background) stays
/// ignored.
package enum Interruption {
  /// The exit code of an interrupted program: 128 and the number of SIGINT.
  package static let exitCode: Int32 = 130

  /// The signals that are heeded.
  static let signals = [SIGINT, SIGTERM]

  /// Runs `body` with a cancellation that a signal raises, and restores the former handlers.
  ///
  /// Calls within one another and on several threads share the signals: one signal raises all the
  /// cancellations in force, and the former handlers come back when the last call ends.
  package static func heeded<Value, Failure>(
    by body: (Cancellation) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    handlers.withLock { $0.begin() }
    let cancellation = Cancellation(heedingSignals: true)
    defer {
      if isPending { cancellation.cancel() }
      handlers.withLock { $0.end() }
    }
    return try body(cancellation)
  }

  /// Whether a signal has come since the outermost call of ``heeded(by:)`` in force began.
  static var isPending: Bool { signalsReceived.load(ordering: .acquiring) > 0 }

  private static let handlers = Mutex(Handlers())

  /// The handlers of the program that stand aside, and how many calls keep them there.
  private struct Handlers {
    private var depth = 0
    private var former: [(signal: Int32, action: sigaction)] = []

    mutating func begin() {
      depth += 1
      guard depth == 1 else { return }
      signalsReceived.store(0, ordering: .releasing)
      for signal in Interruption.signals {
        var ours = sigaction()
        var theirs = sigaction()
        ours.__sigaction_handler.sa_handler = receive
        ours.sa_flags = SA_RESTART
        sigemptyset(&ours.sa_mask)
        guard sigaction(signal, nil, &theirs) == 0, !ignores(theirs) else { continue }
        sigaction(signal, &ours, nil)
        former.append((signal, theirs))
      }
    }

    mutating func end() {
      depth -= 1
      guard depth == 0 else { return }
      for (signal, var action) in former { sigaction(signal, &action, nil) }
      former = []
    }

    private func ignores(_ action: sigaction) -> Bool {
      unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
        == unsafeBitCast(SIG_IGN, to: Int.self)
    }
  }
}

/// Statically initialised, and touched before a handler is set: the handler finds a plain word.
private let signalsReceived = Atomic(0)

/// Runs inside a signal, where only atomics and system calls are allowed.
private func receive(_ signal: Int32) {
  guard signalsReceived.add(1, ordering: .acquiringAndReleasing).oldValue == 0 else {
    _exit(130)
  }
}
