// swift-tools-version: 6.2
// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later
//
// A package of its own, so that the program's manifest holds nothing but the program. It sees
// what any user of the library sees.

import PackageDescription

let package = Package(
  name: "benchmarks",
  dependencies: [.package(name: "lacuna", path: "..")],
  targets: [
    .executableTarget(
      name: "lacuna-benchmarks",
      dependencies: [.product(name: "Lacuna", package: "lacuna"), "CReference"],
      path: "Sources/Benchmarks"),
    .target(name: "CReference"),
  ],
  swiftLanguageModes: [.v6]
)
