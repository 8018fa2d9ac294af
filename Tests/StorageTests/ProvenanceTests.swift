// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Storage
import Testing

@Suite("the record of a run")
struct ProvenanceTests {
  private let provenance = Provenance(
    commandLine: ["lacuna", "run", "na64e-invisible"], card: "abc",
    inputs: [.init(path: "lead.yaml", content: Array("abc".utf8))], seed: 1, threads: 2,
    started: UTCTime(secondsSince1970: 1_000_000_000),
    finished: UTCTime(secondsSince1970: 1_000_000_060))

  private func member(_ key: String, of provenance: Provenance) -> JSONValue? {
    guard case .object(let members) = provenance.json else { return nil }
    return members[key]
  }

  @Test("it holds what the run was given")
  func given() {
    let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    #expect(member("program", of: provenance) == "lacuna")
    #expect(member("version", of: provenance) == "0.1.0")
    #expect(member("command_line", of: provenance) == ["lacuna", "run", "na64e-invisible"])
    #expect(member("card_sha256", of: provenance) == .string(abc))
    #expect(
      member("inputs", of: provenance) == [["path": "lead.yaml", "sha256": .string(abc)]])
    #expect(member("seed", of: provenance) == 1)
    #expect(member("threads", of: provenance) == 2)
    #expect(member("started", of: provenance) == "2001-09-09T01:46:40Z")
    #expect(member("finished", of: provenance) == "2001-09-09T01:47:40Z")
  }

  @Test("it holds what the program knows of itself and its machine")
  func known() {
    #expect(member("build_id", of: provenance) == .string(ProgramVersion.build))
    #expect(member("processor_class", of: provenance) == .string(Processor.level))
    guard case .string(let system) = member("operating_system", of: provenance) else {
      Issue.record("no operating system")
      return
    }
    #expect(system.hasPrefix("Linux "))
  }

  @Test("without a card there is no digest of one")
  func noCard() {
    var bare = provenance
    bare.card = nil
    #expect(member("card_sha256", of: bare) == .null)
  }

  @Test("a seed too large for a JSON integer stays exact as text")
  func largeSeed() {
    var large = provenance
    large.seed = .max
    #expect(member("seed", of: large) == "18446744073709551615")
  }

  @Test("the same record gives the same bytes, and JSON that others read")
  func bytes() throws {
    let text = provenance.json.text(.indented)
    #expect(text == provenance.json.text(.indented))
    #expect(try JSONSerialization.jsonObject(with: Data(text.utf8)) is [String: Any])
  }
}
