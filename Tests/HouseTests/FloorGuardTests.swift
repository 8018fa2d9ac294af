// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@Suite("The guard of the floors")
struct FloorGuardTests {
  @Test("the checkout obeys its own plan")
  func clean() throws {
    let result = try Checkout.own.run(script: "check-floors")
    #expect(result.status == 0)
    #expect(result.output == "")
  }

  @Test(
    "a planted import is refused with its place and the floors",
    arguments: [
      (
        "Sources/Cards/Planted.swift", "import Glibc\nimport Storage\n",
        "Sources/Cards/Planted.swift:2: error: Cards (floor 1) imports Storage (floor 1): "
          + "a module may only use floors below its own; see docs/ARCHITECTURE.md\n"
      ),
      (
        "Sources/Quantities/Planted.swift", "@preconcurrency import struct Commands.Console\n",
        "Sources/Quantities/Planted.swift:1: error: Quantities (floor 0) imports Commands "
          + "(floor 8): a module may only use floors below its own; see docs/ARCHITECTURE.md\n"
      ),
      (
        "Sources/Cards/Planted.swift", "#if DEBUG\n  import Glibc; import Numerics\n#endif\n",
        "Sources/Cards/Planted.swift:2: error: Cards (floor 1) imports Numerics (floor 1): "
          + "a module may only use floors below its own; see docs/ARCHITECTURE.md\n"
      ),
      (
        "Sources/Commands/Planted.swift", "import Foundation\n",
        "Sources/Commands/Planted.swift:1: error: Commands imports Foundation (not a module of "
          + "the plan, nor one of Glibc, Synchronization, FoundationEssentials); "
          + "see docs/ARCHITECTURE.md\n"
      ),
    ])
  func plantedImport(_ path: String, _ source: String, _ message: String) throws {
    try Checkout.withCopy { copy in
      try copy.write(source, to: path)
      let result = try copy.run(script: "check-floors")
      #expect(result.status == 1)
      #expect(result.output == message)
    }
  }

  @Test("a second face of a C library is refused")
  func secondFace() throws {
    try Checkout.withCopy { copy in
      try copy.write("import CGSL\n", to: "Sources/Storage/Planted.swift")
      let result = try copy.run(script: "check-floors")
      #expect(result.status == 1)
      #expect(
        result.output
          == "Sources/Storage/Planted.swift:1: error: Storage imports CGSL, which Numerics imports "
          + "already (a C library has one Swift face); call Numerics instead\n")
    }
  }

  @Test(
    "an upward dependency in the manifest is refused",
    arguments: [
      "\"Searches\"", "\n  .target(name: \"Searches\")\n", "\"Quantities\", \"Searches\"",
    ])
  func upwardDependency(_ dependency: String) throws {
    try Checkout.withCopy { copy in
      let manifest = try copy.read("Package.swift")
      let planted = manifest.replacing(
        ".target(name: \"Execution\"",
        with: ".target(name: \"Execution\", dependencies: [\(dependency)]")
      #expect(planted != manifest)
      try copy.write(planted, to: "Package.swift")
      let result = try copy.run(script: "check-floors")
      #expect(result.status == 1)
      #expect(result.output.contains("Execution (floor 1) uses Searches (floor 6)"))
    }
  }
}
