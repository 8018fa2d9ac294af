// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Inference
import Storage

extension Workspace {
  /// The workspace in the JSON of pyhf, version 1.0.0.
  ///
  /// Every number reads back to the same bits, and the order of lists is kept.
  ///
  /// - Source: Heinrich2021pyhf (schema 1.0.0)
  package var json: JSONValue {
    [
      "version": .string(WorkspaceReader.version),
      "channels": .array(channels.map(\.json)),
      "observations": .array(
        observations.map { ["name": .string($0.channel), "data": .numbers($0.counts)] }),
      "measurements": .array(measurements.map(\.json)),
    ]
  }
}

extension Workspace.Channel {
  fileprivate var json: JSONValue {
    ["name": .string(name), "samples": .array(samples.map(\.json))]
  }
}

extension Workspace.Sample {
  fileprivate var json: JSONValue {
    [
      "name": .string(name), "data": .numbers(rates),
      "modifiers": .array(
        modifiers.map {
          [
            "name": .string($0.name), "type": .string($0.effect.kind.rawValue),
            "data": $0.effect.json,
          ]
        }),
    ]
  }
}

extension Modifier.Effect {
  fileprivate var json: JSONValue {
    switch self {
    case .normFactor, .luminosity, .shapeFactor: .null
    case .normSystematic(let low, let high): ["lo": .number(low), "hi": .number(high)]
    case .histogramSystematic(let low, let high):
      ["lo_data": .numbers(low), "hi_data": .numbers(high)]
    case .shapeSystematic(let errors), .statisticalError(let errors): .numbers(errors)
    }
  }
}

extension Workspace.Measurement {
  fileprivate var json: JSONValue {
    [
      "name": .string(name),
      "config": [
        "poi": .string(signalStrength), "parameters": .array(settings.map(\.json)),
      ],
    ]
  }
}

extension Workspace.ParameterSetting {
  fileprivate var json: JSONValue {
    var members: [String: JSONValue] = ["name": .string(name)]
    members["inits"] = initial.map(JSONValue.numbers)
    members["bounds"] = bounds.map { .array($0.map(JSONValue.numbers)) }
    members["auxdata"] = auxiliary.map(JSONValue.numbers)
    members["factors"] = factors.map(JSONValue.numbers)
    members["sigmas"] = sigmas.map(JSONValue.numbers)
    members["fixed"] = isFixed.map(JSONValue.bool)
    return .object(members)
  }
}

extension JSONValue {
  fileprivate static func numbers(_ values: [Double]) -> JSONValue {
    .array(values.map(JSONValue.number))
  }
}
