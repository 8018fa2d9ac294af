// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Exchange
import Inference
import Testing

@Suite("What is wrong with a workspace is told with its place")
struct WorkspaceReaderTests {
  /// A sound workspace on lines of their own.
  static let sound = """
    {"version": "1.0.0",
     "channels": [{"name": "A", "samples": [
       {"name": "signal", "data": [1, 2], "modifiers": [
         {"name": "mu", "type": "normfactor", "data": null}]},
       {"name": "beam", "data": [10, 9], "modifiers": [
         {"name": "shape", "type": "shapesys", "data": [2, 1]},
         {"name": "norm", "type": "normsys", "data": {"lo": 0.9, "hi": 1.1}}]}]}],
     "observations": [{"name": "A", "data": [12, 9]}],
     "measurements": [{"name": "M", "config": {"poi": "mu", "parameters": []}}]}
    """

  /// The findings of the sound workspace with one change, as a user sees them.
  private func findings(_ text: String, _ replacement: String) -> [String] {
    var findings = Findings()
    let parts = Self.sound.split(separator: text, maxSplits: 1, omittingEmptySubsequences: false)
    #expect(parts.count == 2)
    let source = Source(name: "w.json", text: parts.joined(separator: replacement))
    #expect(WorkspaceReader.read(source, into: &findings) == nil)
    return findings.byPlace.map { finding in
      let start = finding.place.start
      let advice = finding.suggestion.isEmpty ? "" : " " + finding.suggestion
      return "\(start.line):\(start.column) \(finding.message)\(advice)"
    }
  }

  @Test("a sound workspace has no findings")
  func soundness() throws {
    var findings = Findings()
    let source = Source(name: "w.json", text: Self.sound)
    let workspace = try #require(WorkspaceReader.read(source, into: &findings))
    #expect(findings.isEmpty)
    #expect(workspace.channels[0].samples[1].rates == [10, 9])
  }

  @Test(
    "mistakes of form",
    arguments: [
      (
        "normsys", "normsyst",
        "7:31 unknown modifier type 'normsyst' (there are histosys, lumi, normfactor, normsys, "
          + "shapefactor, shapesys, staterror) did you mean 'normsys'?"
      ),
      (
        "\"samples\"", "\"sample\"",
        "2:29 unknown key 'sample' (a channel has name, samples) did you mean 'samples'?"
      ),
      ("[1, 2]", "[1, \"2\"]", "3:35 '2' is not a number ('data' takes numbers without quotes)"),
      ("[1, 2]", "1", "3:31 '1' is not a list ('data' takes one in square brackets)"),
      ("[1, 2]", "[1, NaN]", "3:35 'NaN' is not a number ('data' takes numbers)"),
      ("\"1.0.0\"", "\"2.0.0\"", "1:13 version '2.0.0' (this program reads 1.0.0)"),
      (
        "\"mu\", \"type\"", "mu, \"type\"",
        "4:15 'mu' is not a text ('name' takes one in double quotes)"
      ),
      (": null", ": 1", "4:51 a normfactor with data (its parameter is free) write null"),
      (", \"hi\": 1.1", "", "7:50 no 'hi' (the data of a normsys needs it)"),
      ("[]", "[3]", "9:72 '3' is not a parameter (that is an object in braces)"),
      (
        "\"A\", \"data\"", "\"A\", \"date\"",
        "8:33 unknown key 'date' (an observation has name, data) did you mean 'data'?"
      ),
    ])
  func form(_ text: String, _ replacement: String, _ expected: String) {
    #expect(findings(text, replacement).contains(expected))
  }

  @Test(
    "mistakes of meaning",
    arguments: [
      ("[2, 1]", "[2, 1, 1]", "6:52 3 bins in modifier 'shape' (sample 'beam' has 2)"),
      ("[2, 1]", "[2, -1]", "6:56 invalid error=-1.0 (must be zero or above)"),
      ("[10, 9]", "[10]", "5:29 1 bins in sample 'beam' (sample 'signal' of channel 'A' has 2)"),
      ("[12, 9]", "[12]", "8:41 1 observed bins (channel 'A' has 2)"),
      ("[12, 9]", "[12, -9]", "8:46 invalid observed count -9.0 (a count cannot be negative)"),
      (
        "[{\"name\": \"A\", \"data\"", "[{\"name\": \"B\", \"data\"",
        "8:28 no channel 'B' (observations belong to channels) did you mean 'A'?"
      ),
      (
        "\"poi\": \"mu\"", "\"poi\": \"nu\"",
        "9:51 no parameter 'nu' (the signal strength is one of them) did you mean 'mu'?"
      ),
      (
        "0.9", "-0.9",
        "7:57 invalid lo=-0.9 (factors are interpolated by powers and must be above zero)"
      ),
      (
        "\"norm\"", "\"shape\"",
        "7:32 normsys 'shape' cannot share its parameters (the name belongs to a shapesys in "
          + "channel 'A') use different names"
      ),
      (
        "\"parameters\": []", "\"parameters\": [{\"name\": \"mu\", \"sigmas\": [1]}]",
        "9:97 normfactor 'mu' takes no sigmas (its constraint is not set by them)"
      ),
      (
        "\"parameters\": []", "\"parameters\": [{\"name\": \"shape\", \"inits\": [1]}]",
        "9:99 1 values of inits ('shape' has 2)"
      ),
      (
        "\"name\": \"mu\", \"type\": \"normfactor\"", "\"name\": \"lumi\", \"type\": \"lumi\"",
        "9:71 'lumi' lacks inits, bounds, auxdata, sigmas (a luminosity has no defaults) set them, "
          + "such as inits [1], bounds [[0.9, 1.1]], auxdata [1], sigmas [0.02]"
      ),
    ])
  func meaning(_ text: String, _ replacement: String, _ expected: String) {
    #expect(findings(text, replacement).contains(expected))
  }

  @Test("text that breaks off is a finding", arguments: [10, 100, 300, 450])
  func truncation(_ length: Int) {
    var findings = Findings()
    let source = Source(name: "w.json", text: String(Self.sound.prefix(length)))
    #expect(WorkspaceReader.read(source, into: &findings) == nil)
    #expect(findings.hasErrors)
  }
}
