// swift-tools-version: 6.2
// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later
//
// The plan of the house, ground floor first. A module imports only from floors below its own;
// docs/ARCHITECTURE.md says why, and Scripts/check-floors holds every import against this file.

import PackageDescription

/// Each module says its job on one screen.
let readme = ["README.md"]

/// Programs that measure speed, only where `LACUNA_BENCHMARKS` is set.
///
/// Nothing else needs the time that they take to compile. They belong to this package because they see
/// what only the package sees.
let benchmarks: [Target] =
  Context.environment["LACUNA_BENCHMARKS"] == nil
  ? []
  : [
    .executableTarget(
      name: "_Benchmarks",
      dependencies: [
        "Quantities", "Numerics", "Cards", "Kinematics", "DarkSector", "Production", "Inference",
        "Exchange", "CReference",
      ],
      path: "Benchmarks/Sources/Benchmarks"),
    .target(name: "CReference", path: "Benchmarks/Sources/CReference"),
    .executableTarget(
      name: "_ShowerBenchmark",
      dependencies: ["Showers", "_ShowerKernel", "Quantities", "Matter", "Kinematics", "Storage"],
      path: "Benchmarks/Sources/ShowerBenchmark"),
    .target(name: "_ShowerKernel", path: "Benchmarks/Sources/ShowerKernel"),
  ]

let package = Package(
  name: "lacuna",
  products: [
    .executable(name: "lacuna", targets: ["lacuna"]),
    .library(name: "Lacuna", targets: ["Quantities", "Numerics"]),
  ],
  targets: [
    // MARK: - Floor 0: units, constants, typed quantities

    .target(name: "Quantities", exclude: readme),

    // MARK: - Floor 1: tools that know no physics

    .target(name: "Numerics", dependencies: ["CGSL"], exclude: readme),
    .target(name: "Cards", dependencies: ["Quantities", "CYAML"], exclude: readme),
    .target(name: "Execution", exclude: readme),
    .target(name: "Storage", dependencies: ["Quantities", "CProcessor"], exclude: readme),

    // MARK: - Floor 2: what beams meet, and how particles move

    .target(
      name: "Matter", dependencies: ["Quantities", "Numerics", "Cards", "Storage"],
      exclude: readme),
    .target(name: "Kinematics", dependencies: ["Quantities", "Numerics"], exclude: readme),

    // MARK: - Floor 3: what they may make

    .target(
      name: "DarkSector", dependencies: ["Quantities", "Numerics", "Cards", "Storage", "Matter"],
      exclude: readme),

    // MARK: - Floor 4: what happens

    .target(
      name: "Production",
      dependencies: [
        "Quantities", "Numerics", "Execution", "Storage", "Matter", "Kinematics", "DarkSector",
      ],
      exclude: readme),
    .target(
      name: "Flight", dependencies: ["Quantities", "Numerics", "Kinematics", "DarkSector"],
      exclude: readme),
    .target(
      name: "Showers",
      dependencies: ["Quantities", "Numerics", "Execution", "Storage", "Matter", "Kinematics"],
      exclude: readme),
    .target(name: "Inference", dependencies: ["Quantities", "Numerics"], exclude: readme),

    // MARK: - Floor 5: what sees it

    .target(
      name: "Detectors",
      dependencies: ["Quantities", "Numerics", "Cards", "Matter", "Showers"], exclude: readme),

    // MARK: - Floor 6: beam, target, detector, selection and exposure in one

    .target(
      name: "Searches",
      dependencies: [
        "Quantities", "Numerics", "Cards", "Execution", "Storage", "Matter", "Kinematics",
        "DarkSector", "Production", "Showers", "Flight", "Inference", "Detectors",
      ],
      exclude: readme),

    // MARK: - Floor 7: what leaves or enters

    .target(
      name: "Exchange",
      dependencies: [
        "Quantities", "Numerics", "Cards", "Storage", "Kinematics", "Inference", "CHepMC3", "CHDF5",
      ],
      exclude: readme),

    .target(
      name: "Figures",
      dependencies: ["Quantities", "Cards", "Matter", "Detectors", "CCairo"], exclude: readme),

    // MARK: - Floor 8: the command line

    .target(
      name: "Commands",
      dependencies: [
        "Quantities", "Numerics", "Cards", "Execution", "Storage", "Matter", "Kinematics",
        "DarkSector", "Production", "Showers", "Flight", "Inference", "Detectors", "Searches",
        "Exchange", "Figures",
      ],
      exclude: readme),

    // MARK: - Floor 9: the program

    .executableTarget(name: "lacuna", dependencies: ["Commands"]),

    // MARK: - C libraries, each imported by exactly one module above

    .systemLibrary(
      name: "CGSL", path: "Sources/CLibraries/CGSL", pkgConfig: "gsl",
      providers: [.apt(["libgsl-dev"])]),
    .systemLibrary(
      name: "CYAML", path: "Sources/CLibraries/CYAML", pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(
      name: "CHDF5", path: "Sources/CLibraries/CHDF5", pkgConfig: "hdf5",
      providers: [.apt(["libhdf5-dev"])]),
    .systemLibrary(
      name: "CCairo", path: "Sources/CLibraries/CCairo", pkgConfig: "cairo",
      providers: [.apt(["libcairo2-dev", "libpango1.0-dev"])]),
    .target(
      name: "CHepMC3", path: "Sources/CLibraries/CHepMC3",
      linkerSettings: [.linkedLibrary("HepMC3")]),
    .target(
      name: "CProcessor", path: "Sources/CLibraries/CProcessor",
      cSettings: [.define("_GNU_SOURCE")]),

    // MARK: - Tests, one bundle a module

    .testTarget(name: "QuantitiesTests", dependencies: ["Quantities"]),
    .testTarget(name: "NumericsTests", dependencies: ["Numerics"]),
    .testTarget(
      name: "CardsTests", dependencies: ["Cards", "Quantities"], exclude: ["Corpus", "Tables"]),
    .testTarget(name: "ExecutionTests", dependencies: ["Execution", "_Probe", "_Probing"]),
    .testTarget(name: "StorageTests", dependencies: ["Storage", "_Probe", "_Probing"]),
    .testTarget(
      name: "MatterTests", dependencies: ["Matter", "Quantities", "Numerics", "Cards", "Storage"],
      exclude: ["Reference"]),
    .testTarget(
      name: "KinematicsTests", dependencies: ["Kinematics", "Numerics", "Quantities"]),
    .testTarget(
      name: "DarkSectorTests",
      dependencies: ["DarkSector", "Cards", "Numerics", "Matter", "Quantities", "Storage"]),
    .testTarget(
      name: "ProductionTests",
      dependencies: [
        "Production", "Quantities", "Numerics", "Execution", "Storage", "Matter", "Kinematics",
        "DarkSector", "_Probe", "_Probing",
      ],
      exclude: ["Reference"]),
    .testTarget(
      name: "FlightTests",
      dependencies: ["Flight", "Quantities", "Numerics", "Kinematics", "DarkSector"]),
    .testTarget(
      name: "ShowersTests",
      dependencies: [
        "Showers", "Quantities", "Numerics", "Matter", "Kinematics", "Execution", "Storage",
      ],
      exclude: ["Reference"]),
    .testTarget(name: "InferenceTests", dependencies: ["Inference", "Numerics"]),
    .testTarget(
      name: "DetectorsTests",
      dependencies: [
        "Detectors", "Cards", "Quantities", "Numerics", "Matter", "Showers", "Storage",
      ]),
    .testTarget(
      name: "SearchesTests",
      dependencies: [
        "Searches", "Detectors", "Cards", "Quantities", "Numerics", "Execution", "Storage",
        "Matter",
        "Kinematics", "DarkSector", "Production", "Showers", "Flight",
      ]),
    .testTarget(
      name: "ExchangeTests",
      dependencies: [
        "Exchange", "Cards", "Inference", "Kinematics", "Numerics", "Storage", "CHDF5",
      ],
      exclude: ["Tables"]),
    .testTarget(
      name: "FiguresTests",
      dependencies: ["Figures", "Detectors", "Cards", "Quantities", "Matter", "Storage"],
      exclude: ["Snapshots"]),
    .testTarget(
      name: "CommandsTests", dependencies: ["Commands", "Quantities", "Cards", "Storage"],
      exclude: ["Data", "Transcripts"]),
    .testTarget(name: "HouseTests"),

    // MARK: - What tests need besides

    // A process that tests start, lock out, interrupt and kill, and what starts it.
    .executableTarget(
      name: "_Probe", dependencies: ["Execution", "Storage", "Matter", "DarkSector", "Production"],
      path: "Tests/_Probe"),
    .target(name: "_Probing", path: "Tests/_Probing"),
  ] + benchmarks,
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)
