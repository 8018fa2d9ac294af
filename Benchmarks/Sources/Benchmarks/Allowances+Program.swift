// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

extension Allowances {
  /// The time of the processor from the start of the program to its end, where it stands beside
  /// this one; the clock on the wall would count what else the machine does.
  static func program(_ path: String) throws {
    guard access(path, X_OK) == 0 else {
      print("no program at \(path): its start is left out ('make build' makes it)\n")
      return
    }
    for command in ["--help", "list"] {
      var least = try run(path, command)
      for _ in 0..<40 { least = min(least, try run(path, command)) }
      Allowance.report(
        "start to end of `lacuna \(command)`, user and system", least, limit: .milliseconds(20))
    }
    print()
  }

  private struct Failure: Error { let code: CInt }

  /// Runs a program with one word and its output thrown away; the time it took of the processor.
  private static func run(_ path: String, _ word: String) throws -> Duration {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    var child = pid_t()
    let started = path.withCString { program in
      word.withCString { word in
        let words: [UnsafeMutablePointer<CChar>?] = [
          UnsafeMutablePointer(mutating: program), UnsafeMutablePointer(mutating: word), nil,
        ]
        return posix_spawn(&child, program, &actions, nil, words, environ)
      }
    }
    guard started == 0 else { throw Failure(code: started) }
    var status: CInt = 0
    var usage = rusage()
    guard wait4(child, &status, 0, &usage) == child, status == 0 else {
      throw Failure(code: status)
    }
    return [usage.ru_utime, usage.ru_stime].reduce(.zero) {
      $0 + .seconds($1.tv_sec) + .microseconds($1.tv_usec)
    }
  }
}
