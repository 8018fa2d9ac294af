// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// A second process, whose end and output a test looks at.
package struct Probe {
  /// How a process ended, and what it printed.
  package struct Ending: Equatable {
    /// The exit code, or minus the number of the signal.
    package var code: Int32
    /// What it printed on standard output.
    package var output: String
    /// What it printed on standard error.
    package var errors: String
  }

  /// The number of the process; 0 when it did not start.
  package let pid: pid_t
  private let outputPath = temporaryPath("output")
  private let errorPath = temporaryPath("errors")

  /// Starts `_Probe` with arguments, through other commands where a test needs them.
  package init(_ arguments: [String], through wrapper: [String] = [], closingOutput: Bool = false) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 2, errorPath, O_WRONLY | O_CREAT, 0o600)
    if closingOutput {
      posix_spawn_file_actions_addclose(&actions, 1)
    } else {
      posix_spawn_file_actions_addopen(&actions, 1, outputPath, O_WRONLY | O_CREAT, 0o600)
    }
    // The threads that run tests block all signals, and a child inherits that.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    let words = wrapper + [Self.executable] + arguments
    var argv = words.map { strdup($0) } + [nil]
    var environment = [strdup("PATH=/usr/sbin:/usr/bin:/sbin:/bin"), nil]
    defer { for text in argv + environment { free(text) } }
    var pid = pid_t()
    let status = posix_spawnp(&pid, words[0], &actions, &attributes, &argv, &environment)
    self.pid = status == 0 ? pid : 0
  }

  /// Sends a signal to the process.
  package func send(_ signal: Int32) { if pid > 0 { kill(pid, signal) } }

  /// What it has printed so far.
  package var output: String { text(of: outputPath) }

  /// Waits until its output holds a text; false after ten seconds.
  package func waitForOutput(_ expected: String) -> Bool {
    waitUntil { output.contains(expected) }
  }

  /// Waits for its end.
  package func wait() -> Ending {
    var status: Int32 = 0
    guard pid > 0, waitUntil({ waitpid(pid, &status, WNOHANG) == pid }) else {
      if pid > 0 { kill(pid, SIGKILL) }
      return Ending(code: 127, output: "", errors: "the probe did not start or did not end")
    }
    let signal = status & 0x7f
    defer {
      unlink(outputPath)
      unlink(errorPath)
    }
    return Ending(
      code: signal == 0 ? status >> 8 & 0xff : -signal, output: output,
      errors: text(of: errorPath))
  }

  /// Beside the tests that run.
  private static let executable: String = {
    var buffer = [CChar](repeating: 0, count: 4096)
    let length = readlink("/proc/self/exe", &buffer, buffer.count)
    let path = String(decoding: buffer.prefix(max(0, length)).map(UInt8.init), as: UTF8.self)
    return path.split(separator: "/").dropLast().map { "/" + $0 }.joined() + "/_Probe"
  }()
}

/// Looks again every 5 ms; false after ten seconds.
package func waitUntil(_ condition: () -> Bool) -> Bool {
  for _ in 0..<2000 {
    if condition() { return true }
    usleep(5000)
  }
  return false
}

private func temporaryPath(_ name: String) -> String {
  "/tmp/lacuna-probe-\(getpid())-\(UInt64.random(in: 0...UInt64.max))-\(name)"
}

private func text(of path: String) -> String {
  guard let file = fopen(path, "r") else { return "" }
  defer { fclose(file) }
  var bytes = [UInt8](repeating: 0, count: 1 << 20)
  let count = fread(&bytes, 1, bytes.count, file)
  return String(decoding: bytes.prefix(count), as: UTF8.self)
}
