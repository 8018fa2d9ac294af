// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Commands
import Testing

@Suite("The bibliography")
struct BibliographyTests {
  private static let text = #"""
    % A remark, me@example.org.

    @article{Kuhn:2004,
      author = {K{\"u}hn, Johann H. and Others, A.},
      title = {Modes of $e^+ \to \pi^0 \sqrt{s}$ \& {CP}},
      year = 2004,
      eprint = {hep-ph/0409080}
    }

    @manual{Board2019x, organization = {A Board}, title = {Rules}, year = {2019},}
    """#

  @Test("fields are read, TeX is made plain, the text stays as it was")
  func entries() throws {
    let bibliography = try Bibliography(Self.text, file: "x.bib")
    #expect(bibliography.entries.map(\.key) == ["Kuhn:2004", "Board2019x"])
    let article = try #require(bibliography["Kuhn:2004"])
    #expect(article.kind == "article")
    #expect(article.title == "Modes of e^+ -> pi^0 sqrt s & CP")
    #expect(article.label == "Kuhn 2004")
    #expect(article.location == "arXiv:hep-ph/0409080")
    #expect(article.text.hasPrefix("@article{Kuhn:2004,") && article.text.hasSuffix("\n}"))
    let manual = try #require(bibliography["Board2019x"])
    #expect(manual.label == "A Board 2019")
    #expect(manual.location == nil)
  }

  @Test("keys are found in a text as words of their own")
  func names() throws {
    let bibliography = try Bibliography(Self.text, file: "x.bib")
    let named = { bibliography.entries(namedIn: $0).map(\.key) }
    #expect(named("source: Kuhn:2004, certainty") == ["Kuhn:2004"])
    #expect(named("(Board2019x); Kuhn:2004: both") == ["Kuhn:2004", "Board2019x"])
    #expect(named("Kuhn:2004a, OnBoard2019x, Board2019xy").isEmpty)
  }

  @Test(
    "a damaged entry is told with its line",
    arguments: [
      ("@article{A,\n title = {x", "x.bib:2: a value without its closing brace"),
      ("@article A", "x.bib:1: no '{' where one belongs"),
      ("@article{A, title x}", "x.bib:1: no '=' where one belongs"),
      ("@article{A, title = {x}", "x.bib:1: no '}' where one belongs"),
      ("@misc{A}\n@misc{A}", "x.bib:2: the key 'A' stands twice"),
      ("@{A}", "x.bib:1: an entry without kind or key"),
      ("@misc{A, title = \"x\"}", "x.bib:1: no '}' where one belongs"),
    ])
  func damaged(_ text: String, _ beginning: String) {
    let error = #expect(throws: BibliographyError.self) {
      try Bibliography(text, file: "x.bib")
    }
    #expect(error?.description.hasPrefix(beginning) == true, "\(error?.description ?? "")")
  }
}
