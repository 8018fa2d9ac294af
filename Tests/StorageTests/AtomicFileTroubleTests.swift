// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Storage
import Testing
import _Probing

/// A way to mount a small file system that only one process sees.
private enum PrivateMount {
  /// Mounts a file system on the folder and runs what follows.
  static func wrapper(_ options: String, on folder: String, then: String = ":") -> [String] {
    let unshare = getuid() == 0 ? ["unshare", "-m"] : ["unshare", "-rm"]
    let script = "mount -t tmpfs -o \(options) none \"$0\" && { \(then); } && exec \"$@\""
    return unshare + ["sh", "-c", script, folder]
  }

  static let isPossible = {
    let here = Workspace()
    return Probe(["cores"], through: wrapper("size=64k", on: here.path)).wait().code == 0
  }()
}

@Suite(
  "trouble with the device",
  .enabled("mounts in a namespace of one's own are not allowed here") {
    PrivateMount.isPossible
  })
struct AtomicFileTroubleTests {
  let here = Workspace()

  @Test("a full disk gives a sentence, no file and no remains")
  func full() {
    let wrapper = PrivateMount.wrapper("size=64k", on: here.path)
    let ending = Probe(["write", here("file"), "100000"], through: wrapper).wait()
    #expect(
      ending.output == """
        cannot write '\(here("file"))' (no space is left on the device) \
        free some space or choose another place
        []

        """)
  }

  @Test("what fits on the same disk is written")
  func fits() {
    let wrapper = PrivateMount.wrapper("size=64k", on: here.path)
    let ending = Probe(["write", here("file"), "20000"], through: wrapper).wait()
    #expect(ending.output == "written\n[\"file\"]\n")
  }

  @Test("a read-only file system gives a sentence")
  func readOnly() {
    let wrapper = PrivateMount.wrapper(
      "size=64k", on: here.path, then: "mount -o remount,ro none \"$0\"")
    let ending = Probe(["write", here("file"), "10"], through: wrapper).wait()
    #expect(
      ending.output == """
        cannot write '\(here("file"))' (the file system is read-only) \
        choose a place that you may write to
        []

        """)
  }

  @Test("a cache on a full disk builds its value each time and says so")
  func fullCache() {
    let log = Workspace()
    let wrapper = PrivateMount.wrapper(
      "size=64k", on: here.path, then: "cat /dev/zero >\"$0\"/fill 2>/dev/null || :")
    for count in 1...2 {
      let ending = Probe(["cache", here("cache"), log("log")], through: wrapper).wait()
      #expect(ending.output.hasPrefix("forty-two\ncannot "))
      #expect(ending.output.contains("(no space is left on the device)"))
      #expect(ending.output.hasSuffix("; the value is computed each time\n"))
      #expect(log.text("log") == String(repeating: "built\n", count: count))
    }
  }

  @Test("a cache on a read-only file system, too")
  func readOnlyCache() {
    let log = Workspace()
    let wrapper = PrivateMount.wrapper(
      "size=64k", on: here.path, then: "mount -o remount,ro none \"$0\"")
    let ending = Probe(["cache", here("cache"), log("log")], through: wrapper).wait()
    #expect(
      ending.output == """
        forty-two
        cannot make the folder '\(here("cache"))' (the file system is read-only) \
        choose a place that you may write to; the value is computed each time

        """)
  }
}

@Suite("trouble with permissions")
struct PermissionTests {
  let here = Workspace()

  /// The rights of an ordinary user, where root runs the tests.
  private var unprivileged: [String] {
    getuid() == 0 ? ["setpriv", "--bounding-set=-all", "--inh-caps=-all"] : []
  }

  @Test("a folder one may not write to gives a sentence")
  func folder() {
    here.makeFolder("folder")
    chmod(here("folder"), 0o555)
    defer { chmod(here("folder"), 0o755) }
    let ending = Probe(["write", here("folder/file"), "10"], through: unprivileged).wait()
    #expect(
      ending.output == """
        cannot write '\(here("folder/file"))' (permission denied) \
        choose a place that you may write to
        []

        """)
  }

  @Test("an entry of the cache one may not read is built again, and said")
  func unreadableEntry() throws {
    #expect(Probe(["cache", here.path, here("log")]).wait().code == 0)
    let entry = try #require(here.names.first { $0.hasSuffix(".cache") })
    chmod(here(entry), 0)
    let ending = Probe(["cache", here.path, here("log")], through: unprivileged).wait()
    #expect(
      ending.output == """
        forty-two
        cannot read '\(here(entry))' (permission denied) \
        ask its owner for access; the value is computed again

        """)
    #expect(here.text("log") == "built\nbuilt\n")
  }
}
