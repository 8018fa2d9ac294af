// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Commands
import Foundation
import Testing

@Suite("Figures of cards")
struct FigureFileTests {
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "lacuna-figures-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func show(_ words: String...) -> Performance {
    Program.lacuna.perform(
      ["show"] + words + ["--data", Checkout.data], environment: [:])
  }

  @Test("a detector is drawn in each format, beside its card", arguments: ["svg", "pdf", "png"])
  func formats(ending: String) throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "ecal.\(ending)").path()
    let performance = show("na64-ecal", "--figure", path)
    #expect(performance.status == .done, "\(performance.error)")
    #expect(performance.output.hasPrefix("schema: 1"))
    let first = try Data(contentsOf: URL(filePath: path))
    #expect(show("na64-ecal", "--figure", path).status == .misused)
    #expect(show("na64-ecal", "--figure", path, "--force").status == .done)
    #expect(try Data(contentsOf: URL(filePath: path)) == first)
  }

  @Test("what stands nowhere is not drawn, and a figure needs a known ending")
  func refusals() {
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "lead.svg").path()
    let lead = show("lead", "--figure", path)
    #expect(lead.status == .misused)
    #expect(
      lead.error.contains(
        "'lead' cannot be drawn (a material stands nowhere along a beam) draw a search or a"
          + " detector"))
    #expect(!FileManager.default.fileExists(atPath: path))
    #expect(show("na64-ecal", "--figure", "ecal.jpg").status == .misused)
    let nowhere = show("na64-ecal", "--figure", folder.appending(path: "none/e.svg").path())
    #expect(nowhere.status == .misused)
  }
}
