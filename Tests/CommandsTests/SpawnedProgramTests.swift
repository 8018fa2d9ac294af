// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Glibc
import Testing

/// What only the built program can show; it stands beside the bundle of the tests.
@Suite("The built program")
struct SpawnedProgramTests {
  @Test("a reader that goes away ends it quietly with 0, a full disk loudly with 1")
  func refusals() throws {
    let script = #"""
      set -o pipefail
      "$0" help --markdown | true; echo "pipe $?"
      "$0" help > /dev/full 2> heard; echo "full $?"; cat heard
      """#
    let result = try shell(script)
    #expect(
      result == """
        pipe 0
        full 1
        lacuna: error: cannot write the output (no space left on device) make room or write \
        elsewhere

        """)
  }

  @Test("help is 0, misuse is 2, and misuse leaves standard output empty")
  func statuses() throws {
    let script = #"""
      "$0" > /dev/null; echo "none $?"
      "$0" --help > /dev/null; echo "help $?"
      "$0" lst 2> /dev/null; echo "unknown $?"
      "$0" help --nope 2> /dev/null; echo "option $?"
      "$0" help 2>&- >&-; echo "closed $?"
      """#
    #expect(try shell(script) == "none 0\nhelp 0\nunknown 2\noption 2\nclosed 1\n")
  }

  @Test("a terminal gets colours unless NO_COLOR or a dumb terminal forbids them")
  func colours() throws {
    // script(1) gives the program a terminal of its own.
    let script = #"""
      count() { script -qec "'$1' help" /dev/null < /dev/null | grep -c $'\e\[1m'; }
      unset NO_COLOR; export TERM=xterm; count "$0"
      NO_COLOR=1 count "$0"
      NO_COLOR= count "$0"
      TERM=dumb count "$0"
      "$0" help | grep -c $'\e'
      """#
    #expect(try shell(script) == "3\n0\n3\n0\n0\n")
  }

  @Test("an interrupted table of cross sections keeps what is done and ends with 130")
  func interruption() throws {
    // The threads that run tests block all signals, and a child inherits that.
    let script = #"""
      cd "$(mktemp -d)"
      timeout --preserve-status -k 20 -s INT 5 perl -MPOSIX \
        -e 'sigprocmask(SIG_SETMASK, POSIX::SigSet->new); exec @ARGV' \
        "$0" xsec --mass 1MeV..1GeV:1000 --energy 1GeV..1TeV:20 --threads 1 --json \
        > document 2> heard
      echo "status $?"
      grep -c '"interrupted_after"' document
      sed 's/after [0-9]* of/after N of/' heard
      """#
    #expect(
      try shell(script) == """
        status 130
        1
        lacuna xsec: interrupted after N of 20000 points (what was finished is kept) run the same \
        command again for the rest

        """)
  }

  @Test("interrupted events end with 130 and leave a complete file of those that were made")
  func interruptedEvents() throws {
    let script = #"""
      timeout --preserve-status -k 20 -s INT 5 perl -MPOSIX \
        -e 'sigprocmask(SIG_SETMASK, POSIX::SigSet->new); exec @ARGV' \
        "$0" events --energy 100GeV --mass 16.7MeV \
        --events 2000000000 --threads 1 --out events.h5 --quiet 2> heard
      echo "status $?"
      sed 's/after [0-9]* of/after N of/' heard
      made=$(sed 's/.*after \([0-9]*\) of.*/\1/' heard)
      "$0" show events.h5 --json | grep -c "\"events\": $made,"
      ls -A
      """#
    #expect(
      try shell(script) == """
        status 130
        lacuna events: interrupted after N of 2000000000 events (the file is complete and holds them)
        1
        events.h5
        heard

        """)
  }

  @Test("what HepMC3 thinks of a file that was cut stays off standard output")
  func cutFile() throws {
    let script = #"""
      "$0" events --energy 100GeV --mass 16.7MeV --events 20 --out whole.hepmc3 --quiet
      head -n 100 whole.hepmc3 > cut.hepmc3
      "$0" show cut.hepmc3 2> heard
      echo "status $?"
      """#
    #expect(try shell(script) == "status 2\n")
  }

  @Test("interrupted showers are kept, also each by itself, and the program ends with 130")
  func interruptedShowers() throws {
    let script = #"""
      cd "$(mktemp -d)"
      timeout --preserve-status -k 20 -s INT 5 perl -MPOSIX \
        -e 'sigprocmask(SIG_SETMASK, POSIX::SigSet->new); exec @ARGV' \
        "$0" shower --energy 10GeV --events 1000000000000 --threads 2 --json --per-event a.h5 \
        --out results > document 2> heard
      echo "status $?"
      cmp document results/shower.json && ls a.h5 results
      done=$(sed -n 's/.*"interrupted_after": \([0-9]*\).*/\1/p' document)
      [ "$done" -gt 0 ] && sed "s/after $done of/after N of/" heard
      # As many showers, asked for from the start, are the same showers.
      "$0" shower --energy 10GeV --events "$done" --json --per-event b.h5 > whole
      cmp a.h5 b.h5 && grep -v -e cpu_seconds -e interrupted -e wanted document > a
      grep -v -e cpu_seconds -e wanted whole > b; cmp a b && echo same
      """#
    #expect(
      try shell(script) == """
        status 130
        a.h5

        results:
        longitudinal.csv
        radial.csv
        run.json
        shower.json
        track-length.csv
        lacuna shower: interrupted after N of 1000000000000 showers (they are kept) run the same \
        command again for all
        same

        """)
  }

  @Test("a terminal sees how showers go on")
  func progress() throws {
    let script = #"""
      script -qec "'$0' shower --energy 100GeV --events 400 --threads 1" /dev/null < /dev/null \
        | tr '\r' '\n' | grep -o -m 1 'simulating: [0-9]*%, [0-9.]* .*showers/s, [0-9]* s left' \
        | tr -d '0-9'
      """#
    #expect(try shell(script).hasPrefix("simulating: %, "))
  }

  @Test("a slow reader of a pipe that does not wait gets every byte")
  func nonBlocking() throws {
    let script = #"""
      for i in {1..40}; do "$0" help --markdown; done | wc -c
      {
        perl -MFcntl -e 'fcntl(STDOUT, F_SETFL, O_WRONLY | O_NONBLOCK)'
        for i in {1..40}; do "$0" help --markdown; done
      } | { sleep 0.5; wc -c; }
      """#
    let counts = try shell(script).split(separator: "\n")
    #expect(counts.count == 2 && counts.first == counts.last)
  }

  /// Runs a script in bash with the program as `$0`; its standard output.
  private func shell(_ script: String) throws -> String {
    try Bash.output(of: script, name: program())
  }

  private func program() throws -> String {
    let bundle = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    let path = bundle.deletingLastPathComponent().appending(path: "lacuna").path()
    try #require(access(path, X_OK) == 0, "no program at \(path)")
    return path
  }
}
