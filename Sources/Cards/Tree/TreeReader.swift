// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// Reads YAML 1.2, or JSON, into a tree that remembers its places.
///
/// What a card does not need is refused with a finding: anchors, aliases, tags, directives, several
/// documents, keys that are no text. Depth, size and the number of values are capped, so that no
/// input costs more than a second.
package struct TreeReader {
  /// Lists and maps may be nested so deep.
  package static let mostDepth = 64

  /// So many bytes a key may have.
  package static let longestKey = 128

  /// So many keys and values are read.
  package static let mostNodes = 200_000

  let source: Source
  let range: Range<Int>
  private var offsets: ByteOffsets
  private var frames: [Frame] = []
  private var nodes = 0
  var root: Node?
  var findings = Findings()

  /// A list or map that is still open.
  private struct Frame {
    let isMapping: Bool
    let start: Int
    var items: [Node] = []
    var entries: [Node.Entry] = []
    var key: (text: String, place: Place)?
    var firstPlaces: [String: Place] = [:]
  }

  /// Ends a reading after a finding that leaves no sense in going on.
  private struct Stop: Error {}

  /// Reads a source, or a part of it.
  ///
  /// - Parameters:
  ///   - source: the text.
  ///   - range: the bytes to read; all of them if nothing is said.
  ///   - findings: what is wrong with it is added here.
  /// - Returns: the tree, as far as it makes sense; `nil` if none could be made.
  package static func read(
    _ source: Source, range: Range<Int>? = nil, into findings: inout Findings
  ) -> Node? {
    if let fault = TextFault.first(in: source) {
      findings.append(fault.finding(in: source))
      return nil
    }
    var reader = TreeReader(source, range: range ?? source.textStart..<source.bytes.count)
    reader.read()
    findings.append(contentsOf: reader.findings)
    return reader.root
  }

  private init(_ source: Source, range: Range<Int>) {
    self.source = source
    self.range = range
    offsets = ByteOffsets(source.bytes, in: range)
  }

  private mutating func read() {
    if let place = firstDirective() {
      findings.append(
        .error(
          "a YAML directive (cards need none)", at: place, suggestion: "remove the line"))
      return
    }
    source.bytes.withUnsafeBufferPointer { bytes in
      guard var events = EventStream(UnsafeBufferPointer(rebasing: bytes[range])) else {
        findings.append(.error("no memory to read the card", at: source.place(0..<0)))
        return
      }
      do {
        while try take(events.next()) {}
      } catch let problem as EventStream.Problem {
        root = nil
        findings.append(syntaxFinding(problem))
      } catch {
        root = nil
      }
    }
  }

  // MARK: - Events

  /// Takes an event into the tree; false when the document is over.
  private mutating func take(_ event: EventStream.Event) throws -> Bool {
    try countNode(event)
    refuseProperties(event)
    switch event.kind {
    case .streamStart, .documentStart:
      break
    case .streamEnd:
      reportEmpty()
      return false
    case .documentEnd:
      if let root, root.scalar?.isAbsent == true {
        self.root = nil
        reportEmpty()
      }
      reportRest(after: event)
      return false
    case .scalar(let scalar):
      takeScalar(scalar, at: place(event.extent))
    case .alias:
      try put(Node(.refused, at: place(event.extent)))
    case .sequenceStart, .mappingStart:
      try open(event)
    case .sequenceEnd, .mappingEnd:
      try close(event)
    }
    return true
  }

  private mutating func countNode(_ event: EventStream.Event) throws {
    nodes += 1
    guard nodes > Self.mostNodes || findings.isFull else { return }
    if nodes > Self.mostNodes {
      findings.append(
        .error(
          "more than \(Self.mostNodes) keys and values (a card has a few hundred)",
          at: place(event.extent), suggestion: "keep tables in data files of their own"))
    }
    throw Stop()
  }

  private mutating func takeScalar(_ scalar: Node.Scalar, at place: Place) {
    var place = place
    if scalar.style == .block { place = trimmed(place) }
    let faulty = scalar.text.unicodeScalars.first { TextFault.isControl($0.value) }
    if scalar.style == .doubleQuoted, let faulty {
      findings.append(
        .error(
          "the invisible character U+\(hexadecimal(faulty.value, digits: 4)) as an escape"
            + " (cards are text)", at: place, suggestion: "remove it"))
    }
    putChecked(Node(.scalar(scalar), at: place))
  }

  private mutating func open(_ event: EventStream.Event) throws {
    var isMapping = false
    if case .mappingStart = event.kind { isMapping = true }
    let place = place(event.extent)
    guard frames.count < Self.mostDepth else {
      findings.append(
        .error(
          "lists and maps are nested more than \(Self.mostDepth) deep (no card needs that)",
          at: place))
      throw Stop()
    }
    if let frame = frames.last, frame.isMapping, frame.key == nil {
      findings.append(
        .error(
          "\(isMapping ? "a map" : "a list") as a key (keys are plain names)", at: place,
          suggestion: "put quotes around a text that begins with '\(isMapping ? "{" : "[")'"))
      throw Stop()
    }
    frames.append(Frame(isMapping: isMapping, start: place.bytes.lowerBound))
  }

  private mutating func close(_ event: EventStream.Event) throws {
    guard let frame = frames.popLast() else { throw Stop() }
    // A block ends where the next thing begins; what counts is the end of its last value.
    let last = frame.isMapping ? frame.entries.last?.value.place : frame.items.last?.place
    let eventEnd = place(event.extent).bytes
    let isFlow = !eventEnd.isEmpty
    let end = isFlow ? eventEnd.upperBound : max(frame.start, last?.bytes.upperBound ?? frame.start)
    let place = source.place(frame.start..<max(frame.start, end))
    let content: Node.Content =
      frame.isMapping ? .mapping(frame.entries) : .sequence(frame.items)
    try put(Node(content, at: place))
  }

  private mutating func put(_ node: Node) throws {
    if case .refused = node.content, let frame = frames.last, frame.isMapping, frame.key == nil {
      throw Stop()
    }
    putChecked(node)
  }

  private mutating func putChecked(_ node: Node) {
    guard var frame = frames.popLast() else {
      root = node
      return
    }
    defer { frames.append(frame) }
    guard frame.isMapping else {
      frame.items.append(node)
      return
    }
    guard let key = frame.key else {
      if let length = node.scalar?.text.utf8.count, length > Self.longestKey {
        findings.append(
          .error(
            "a key of \(length) bytes (at most \(Self.longestKey))", at: node.place,
            suggestion: "if it is a text, put quotes around it"))
      }
      frame.key = (node.scalar?.text ?? "", node.place)
      return
    }
    frame.key = nil
    if let first = frame.firstPlaces[key.text] {
      findings.append(
        .error(
          "duplicate key \(quoted(key.text)) (a key is given once)", at: key.place,
          suggestion: "remove one of the two", notes: [.init("first given here", at: first)]))
      return
    }
    frame.firstPlaces[key.text] = key.place
    frame.entries.append(Node.Entry(key: key.text, keyPlace: key.place, value: node))
  }

  // MARK: - Places

  mutating func place(_ codePoints: Range<Int>) -> Place {
    let start = offsets.offset(ofCodePoint: codePoints.lowerBound)
    let end = offsets.offset(ofCodePoint: codePoints.upperBound)
    return source.place(start..<max(start, end))
  }

  /// The run of characters without white space that begins at an offset.
  func word(from start: Int) -> Place {
    let rest = source.bytes[min(start, range.upperBound)..<range.upperBound]
    let end = rest.firstIndex { $0 <= space || $0 == UInt8(ascii: ",") } ?? rest.endIndex
    return source.place(start..<max(start, end))
  }

  private func trimmed(_ place: Place) -> Place {
    var end = place.bytes.upperBound
    while end > place.bytes.lowerBound, source.bytes[end - 1] <= space { end -= 1 }
    return source.place(place.bytes.lowerBound..<end)
  }

  private mutating func syntaxFinding(_ problem: EventStream.Problem) -> Finding {
    let offset = offsets.offset(ofCodePoint: problem.index)
    let context = offsets.offset(ofCodePoint: problem.contextIndex)
    return SyntaxProblem(
      problem: problem.problem, context: problem.context, source: source, range: range,
      offset: offset, contextOffset: context
    ).finding
  }
}
