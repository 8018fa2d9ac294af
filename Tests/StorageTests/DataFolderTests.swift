// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Storage
import Testing

@Suite("where the data are")
struct DataFolderTests {
  let here = Workspace()

  /// A folder that looks like one with data.
  private func data(_ name: String) -> String {
    here.makeFolder(name + "/searches")
    return here(name)
  }

  private func find(
    named: String? = nil, variable: String? = nil, executable: String? = nil
  ) throws(DataFolderError) -> DataFolder {
    try DataFolder.find(
      named: named, environment: { $0 == "LACUNA_DATA" ? variable : nil }, executable: executable)
  }

  private func complaint(_ body: () throws(DataFolderError) -> DataFolder) -> String? {
    do throws(DataFolderError) {
      _ = try body()
    } catch {
      return error.description
    }
    return nil
  }

  @Test("the command line goes before the environment, and that before the executable")
  func order() throws {
    let option = data("option")
    let variable = data("variable")
    let installed = data("prefix/share/lacuna")
    let checkout = data("prefix/Data")
    let executable = here("prefix/.build/release/lacuna")
    #expect(
      try find(named: option, variable: variable, executable: executable)
        == DataFolder(path: option, rule: .option))
    #expect(
      try find(variable: variable, executable: executable)
        == DataFolder(path: variable, rule: .environment))
    #expect(
      try find(executable: here("prefix/bin/lacuna"))
        == DataFolder(path: installed, rule: .installed))
    #expect(try find(executable: executable) == DataFolder(path: checkout, rule: .checkout))
    let triple = here("prefix/.build/x86_64-unknown-linux-gnu/release/lacuna")
    #expect(try find(executable: triple).rule == .checkout)
  }

  @Test("a folder the user names is used or refused, never passed over")
  func refused() {
    let good = data("good")
    here.put("", "file")
    here.makeFolder("empty")
    #expect(
      complaint { () throws(DataFolderError) in try find(named: here("none"), variable: good) }
        == "no data folder (--data: '\(here("none"))', there is no such folder) "
        + "give one with --data or LACUNA_DATA")
    #expect(
      complaint { () throws(DataFolderError) in try find(variable: here("file")) }
        == "no data folder (LACUNA_DATA: '\(here("file"))', it is not a folder) "
        + "give one with --data or LACUNA_DATA")
    #expect(
      complaint { () throws(DataFolderError) in try find(named: here("empty")) }
        == "no data folder (--data: '\(here("empty"))', it holds none of searches, models, "
        + "materials, detectors, bounds, tables, validation) give one with --data or LACUNA_DATA")
  }

  @Test("when nothing fits all places are told")
  func nothing() {
    let executable = here("prefix/.build/release/lacuna")
    #expect(
      complaint { () throws(DataFolderError) in try find(executable: executable) }
        == "no data folder (beside the executable: '\(here("prefix/.build/share/lacuna"))', there "
        + "is no such folder; the checkout: '\(here("prefix/Data"))', there is no such folder) "
        + "give one with --data or LACUNA_DATA")
    #expect(
      complaint { () throws(DataFolderError) in try find() }
        == "no data folder (the executable is not known) give one with --data or LACUNA_DATA")
  }

  @Test("a file is looked up by kind and name")
  func file() throws {
    let folder = try find(named: data("data"))
    #expect(try folder.file("na64e.yaml", of: .searches) == here("data/searches/na64e.yaml"))
    #expect(try folder.file("brems/z82.dat", of: .tables) == here("data/tables/brems/z82.dat"))
  }

  @Test(
    "a name that leads out of the folder is refused",
    arguments: ["../secret", "a/../../b", "/etc/passwd", "", ".", "a//b", "a/", "a\0b", "./a"])
  func traversal(name: String) throws {
    let folder = try find(named: data("data"))
    let error = storageError { _ = try folder.file(name, of: .models) }
    #expect(error?.cause == .outsideFolder || error?.cause == .invalidPath)
  }

  @Test("the files of a kind are listed by name; a kind without a folder has none")
  func names() throws {
    let folder = try find(named: data("data"))
    for name in ["b.yaml", "a.yaml", ".hidden"] { here.put("", "data/searches/\(name)") }
    here.makeFolder("data/searches/drafts")
    #expect(try folder.names(of: .searches) == ["a.yaml", "b.yaml"])
    #expect(try folder.names(of: .bounds) == [])
  }
}
