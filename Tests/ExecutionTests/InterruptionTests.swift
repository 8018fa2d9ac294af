// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Execution
import Glibc
import Testing
import _Probing

@Suite("interruption by signals", .serialized)
struct InterruptionTests {
  @Test(
    "the first signal ends at a block, keeps the prefix and gives 130",
    arguments: [SIGINT, SIGTERM])
  func first(signal: Int32) throws {
    let probe = Probe(["blocks", "20"])
    #expect(probe.waitForOutput("merged 5 5\n"))
    probe.send(signal)
    let ending = probe.wait()
    #expect(ending.code == 130)
    #expect(ending.errors == "")
    let lines = ending.output.split(separator: "\n").dropFirst().map(String.init)
    let count = lines.count - 1
    #expect(count >= 6)
    #expect(lines.dropLast() == (0..<count).map { "merged \($0) \($0)" }[...])
    #expect(lines.last == "cancelled 0..<\(count)")
  }

  @Test("the second ends at once with 130")
  func second() {
    let probe = Probe(["blocks", "5000"])
    #expect(probe.waitForOutput("started\n"))
    let start = MonotonicClock.seconds()
    probe.send(SIGINT)
    // Two signals at the same moment would be one.
    usleep(50_000)
    probe.send(SIGINT)
    let ending = probe.wait()
    #expect(MonotonicClock.seconds() - start < 4)
    #expect(ending.code == 130)
    #expect(ending.output == "started\n")
  }

  @Test("a signal that was ignored from the start stays ignored")
  func ignored() {
    let probe = Probe(["blocks", "20"], through: ["sh", "-c", "trap '' INT; exec \"$@\"", "sh"])
    #expect(probe.waitForOutput("merged 5 5\n"))
    probe.send(SIGINT)
    probe.send(SIGINT)
    let merged = probe.output.split(separator: "\n").count
    #expect(probe.waitForOutput("merged \(merged + 10) "))
    probe.send(SIGTERM)
    #expect(probe.wait().code == 130)
  }

  @Test("the former handlers come back, after the outermost of nested calls")
  func restored() {
    func handler() -> Int {
      var action = sigaction()
      sigaction(SIGINT, nil, &action)
      return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
    }
    let before = handler()
    Interruption.heeded { outer in
      let ours = handler()
      #expect(ours != before)
      Interruption.heeded { inner in
        deliver(SIGINT)
        #expect(inner.isCancelled)
      }
      #expect(handler() == ours)
      #expect(outer.isCancelled)
    }
    #expect(handler() == before)
  }

  @Test("a cancellation stays raised when the next call begins afresh")
  func latched() {
    let first = Interruption.heeded { cancellation in
      deliver(SIGTERM)
      return cancellation
    }
    Interruption.heeded { second in
      #expect(!second.isCancelled)
      #expect(first.isCancelled)
    }
  }

  @Test("an error of the work passes through")
  func error() {
    struct Trouble: Error {}
    #expect(throws: Trouble.self) {
      try Interruption.heeded { _ throws(Trouble) in throw Trouble() }
    }
  }
}

/// Raises a signal in this thread, which blocks them all as every thread that runs tests does.
private func deliver(_ signal: Int32) {
  var only = sigset_t()
  var former = sigset_t()
  sigemptyset(&only)
  sigaddset(&only, signal)
  pthread_sigmask(SIG_UNBLOCK, &only, &former)
  raise(signal)
  pthread_sigmask(SIG_SETMASK, &former, nil)
}
