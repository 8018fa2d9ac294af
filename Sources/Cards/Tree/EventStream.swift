// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import CYAML

/// libyaml's parser over bytes that outlive it, one event at a time.
///
/// The only file that touches C memory. The bytes must be valid UTF-8.
struct EventStream: ~Copyable {
  /// One event, copied out of C memory.
  struct Event {
    /// What happened.
    enum Kind {
      case streamStart, streamEnd, documentStart, documentEnd
      case scalar(Node.Scalar)
      case alias
      case sequenceStart, sequenceEnd
      case mappingStart, mappingEnd
    }

    let kind: Kind
    /// The name that `&` gave the node.
    let anchor: String?
    /// True if the node has a tag, as in `!!str`.
    let hasTag: Bool
    /// The code points of the text that the event covers.
    let extent: Range<Int>
  }

  /// What libyaml says about a text that is no YAML.
  struct Problem: Error {
    /// What it met, in libyaml's words.
    let problem: String
    /// What it was reading, in libyaml's words.
    let context: String
    /// The code point at which it stopped.
    let index: Int
    /// The code point at which what it was reading began.
    let contextIndex: Int
  }

  private let parser: UnsafeMutablePointer<yaml_parser_t>

  /// Starts reading; `nil` if there is no memory for a parser.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    parser = .allocate(capacity: 1)
    guard yaml_parser_initialize(parser) == 1 else {
      parser.deallocate()
      return nil
    }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  /// The next event.
  mutating func next() throws(Problem) -> Event {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw problem }
    defer { yaml_event_delete(&event) }
    let extent = event.start_mark.index..<max(event.start_mark.index, event.end_mark.index)
    func made(_ kind: Event.Kind, anchor: UnsafeMutablePointer<UInt8>? = nil, tag: Bool = false)
      -> Event
    {
      Event(
        kind: kind, anchor: anchor.map { String(cString: $0) }, hasTag: tag,
        extent: Int(extent.lowerBound)..<Int(extent.upperBound))
    }
    switch event.type {
    case YAML_STREAM_START_EVENT: return made(.streamStart)
    case YAML_DOCUMENT_START_EVENT: return made(.documentStart)
    case YAML_DOCUMENT_END_EVENT: return made(.documentEnd)
    case YAML_ALIAS_EVENT: return made(.alias, anchor: event.data.alias.anchor)
    case YAML_SCALAR_EVENT:
      let data = event.data.scalar
      let bytes = UnsafeBufferPointer(start: data.value, count: Int(data.length))
      let scalar = Node.Scalar(
        text: String(decoding: bytes, as: UTF8.self), style: style(data.style))
      return made(.scalar(scalar), anchor: data.anchor, tag: data.tag != nil)
    case YAML_SEQUENCE_START_EVENT:
      let data = event.data.sequence_start
      return made(.sequenceStart, anchor: data.anchor, tag: data.tag != nil)
    case YAML_SEQUENCE_END_EVENT: return made(.sequenceEnd)
    case YAML_MAPPING_START_EVENT:
      let data = event.data.mapping_start
      return made(.mappingStart, anchor: data.anchor, tag: data.tag != nil)
    case YAML_MAPPING_END_EVENT: return made(.mappingEnd)
    default: return made(.streamEnd)
    }
  }

  private func style(_ style: yaml_scalar_style_t) -> Node.Scalar.Style {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE: .block
    default: .plain
    }
  }

  private var problem: Problem {
    let state = parser.pointee
    return Problem(
      problem: state.problem.map { String(cString: $0) } ?? "",
      context: state.context.map { String(cString: $0) } ?? "",
      index: Int(state.problem_mark.index), contextIndex: Int(state.context_mark.index))
  }
}
