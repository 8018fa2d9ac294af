// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Kinematics

/// The text of a Les Houches event file as it grows.
struct LHEText {
  /// The text in UTF-8.
  var bytes: [UInt8] = []

  /// Adds what stands before the first event.
  mutating func begin(_ header: RunHeader) {
    add("<LesHouchesEvents version=\"3.0\">\n<header>\n")
    add("positions: not kept by this format; VTIMUP of a particle that decays is c tau in mm\n")
    add("weights: XWGTUP in pb; of N events one stands for XWGTUP / N\n")
    for attribute in header.attributes { add("\(attribute.name): \(escaped(attribute.text))\n") }
    add("</header>\n<init>\n")
    let section = header.weights[0].crossSection
    add("\(header.beam.id) \(header.target.id) \(header.beamEnergy) \(header.target.mass)")
    add(" 0 0 0 0 -4 1\n")
    add("\(section.value) \(section.error) \(section.value) 1\n")
    add("<generator name=\"\(escaped(header.tool))\" version=\"\(escaped(header.version))\">")
    add("\(escaped(header.process))</generator>\n")
    if header.weights.count > 1 {
      add("<initrwgt>\n")
      for weight in header.weights {
        let section = weight.crossSection
        add("<weight id=\"\(escaped(weight.name))\">")
        add("\(section.value) +- \(section.error) pb</weight>\n")
      }
      add("</initrwgt>\n")
    }
    add("</init>\n")
  }

  /// Adds an event; its weights are those of the header.
  mutating func add(_ event: EventRecord, weights: [WeightColumn]) {
    add("<event>\n")
    add(event.particles.count)
    add(" 1 ")
    add(event.weights[0] * weights[0].crossSection.value)
    // Scale and couplings: none.
    add(" -1 -1 -1\n")
    for particle in event.particles { add(particle, of: event) }
    if weights.count > 1 {
      add("<rwgt>\n")
      for index in weights.indices {
        add("<wgt id=\"\(escaped(weights[index].name))\">")
        add(event.weights[index] * weights[index].crossSection.value)
        add("</wgt>\n")
      }
      add("</rwgt>\n")
    }
    add("</event>\n")
  }

  /// Adds what stands behind the last event.
  mutating func end() { add("</LesHouchesEvents>\n") }

  private mutating func add(_ particle: EventParticle, of event: EventRecord) {
    add(Int(particle.id))
    add(" ")
    add(status(of: particle))
    let mothers = event.mothers(of: particle)
    add(" ")
    add(mothers.first)
    add(" ")
    add(mothers.last)
    add(" 0 0")
    let p = particle.momentum.components
    for value in [p[1], p[2], p[3], p[0], particle.mass, event.properLength(of: particle)] {
      add(" ")
      add(value)
    }
    // The spin is not known.
    add(" 9\n")
  }

  /// The code of the format: -1 comes in, 1 goes out, 2 has decayed.
  private func status(of particle: EventParticle) -> Int {
    switch particle.status {
    case .incoming: -1
    case .decayed: 2
    default: Int(particle.status.rawValue)
    }
  }

  private mutating func add(_ text: String) { bytes.append(contentsOf: text.utf8) }
  private mutating func add(_ number: Int) { bytes.append(contentsOf: number.description.utf8) }
  private mutating func add(_ number: Double) { bytes.append(contentsOf: number.description.utf8) }
}

/// A text in which no character can be taken for markup.
private func escaped(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}
