// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// A thread of the operating system that runs one closure.
struct WorkerThread {
  /// As much stack as the first thread of a program has; only the pages used take memory.
  private static let stackBytes = 8 << 20

  private let handle: pthread_t

  /// Starts the thread; nil when the system has none to give.
  init?(_ body: @escaping @Sendable () -> Void) {
    var attributes = pthread_attr_t()
    guard pthread_attr_init(&attributes) == 0 else { return nil }
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, Self.stackBytes)

    let start = Unmanaged.passRetained(Start(body))
    var handle = pthread_t()
    let status = pthread_create(&handle, &attributes, runThread, start.toOpaque())
    guard status == 0 else {
      start.release()
      return nil
    }
    self.handle = handle
  }

  /// Waits until the closure has returned; to be called once.
  func join() { pthread_join(handle, nil) }

  fileprivate final class Start: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }
}

/// Keeps the signals of ``Interruption`` from cutting a wait in a block short.
private func leaveSignalsToOthers() {
  var signals = sigset_t()
  sigemptyset(&signals)
  for signal in Interruption.signals { sigaddset(&signals, signal) }
  pthread_sigmask(SIG_BLOCK, &signals, nil)
}

private func runThread(_ start: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let start else { return nil }
  leaveSignalsToOthers()
  Unmanaged<WorkerThread.Start>.fromOpaque(start).takeRetainedValue().body()
  return nil
}
