// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Storage

extension Diagnosis {
  /// The diagnosis for programs.
  var json: JSONValue {
    [
      "version": .string(version),
      "build": .string(build),
      "compiled_for": .string(machine.compiledFor),
      "processor": [
        "class": .string(machine.processor), "model": .string(machine.model),
        "cores": .integer(machine.cores),
        "uses_vector_instructions": .bool(machine.usesVectorInstructions),
      ],
      "memory_bytes": number(machine.memory),
      "memory_available_bytes": number(machine.availableMemory),
      "libraries": .object(
        Dictionary(
          uniqueKeysWithValues: libraries.map { ($0.name.lowercased(), .string($0.version)) })),
      "data": dataJSON,
      "cache": cacheJSON,
      "terminal": [
        "columns": number(output.columns), "colours": .bool(output.isColourful),
      ],
      "complaints": .array(
        complaints.map { complaint in
          [
            "problem": .string(complaint.problem), "remedy": .string(complaint.remedy),
            "is_grave": .bool(complaint.isGrave),
          ]
        }),
    ]
  }

  private var dataJSON: JSONValue {
    switch data {
    case .success(let folder):
      let counts = dataCounts.map { ($0.kind.rawValue, JSONValue.integer($0.count)) }
      return [
        "path": .string(folder.path), "rule": .string(folder.rule.rawValue),
        "files": .object(Dictionary(uniqueKeysWithValues: counts)),
      ]
    case .failure(let error):
      let tried = error.tried.map { attempt -> JSONValue in
        [
          "rule": .string(attempt.rule.rawValue), "path": .string(attempt.path),
          "reason": .string(attempt.reason),
        ]
      }
      return ["path": nil, "tried": .array(tried)]
    }
  }

  private var cacheJSON: JSONValue {
    guard let cache else { return nil }
    return [
      "path": .string(cache.folder), "entries": .integer(cache.entryCount),
      "bytes": .integer(cache.byteCount), "is_writable": .bool(cache.isWritable),
    ]
  }

  private func number(_ count: Int?) -> JSONValue { count.map { .integer($0) } ?? nil }
}
