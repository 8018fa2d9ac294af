// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

extension Allowances {
  /// The time from the start of the program to its end, where it stands beside this one.
  static func program(_ path: String) throws {
    guard access(path, X_OK) == 0 else {
      print("no program at \(path): its start is left out ('make build' makes it)\n")
      return
    }
    for command in ["--help", "list"] {
      try Allowance(
        name: "start to end of `lacuna \(command)`", limit: .milliseconds(20), rounds: 40
      ) { try run(path, command) }.run()
    }
    print()
  }

  private struct Failure: Error { let code: CInt }

  /// Runs a program with one word and its output thrown away.
  private static func run(_ path: String, _ word: String) throws {
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
    guard waitpid(child, &status, 0) == child, status == 0 else { throw Failure(code: status) }
  }
}
