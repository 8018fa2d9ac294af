// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// Scores the event that is being followed through layers; closed events go to a tally.
struct LayeredScorer: ~Copyable {
  /// The layers.
  let places: UnsafeMutablePointer<LayerPlace>
  /// How many there are.
  let count: Int
  /// The least half width of all of them.
  let narrowest: Double
  /// The layer where the particle is now.
  private(set) var place: UnsafeMutablePointer<LayerPlace>
  /// The attenuation of a photon that is being followed, in a gap and in each medium, per mm.
  let attenuation: UnsafeMutablePointer<Double>

  private let layout: LayeredLayout
  private let values: UnsafeMutableBufferPointer<Double>
  private let rings: UnsafeMutableBufferPointer<Double>
  private let lastRing: Int
  private let ringGrid = RadialProfile.grid
  private let bins: PatternBins?
  /// What has been scored.
  private(set) var tally: LayeredTally
  /// Whether each event is kept by itself.
  var isRecording = false
  /// The events that were kept.
  private(set) var records: [LayeredRecord] = []

  /// Scores in a block whose tables are made.
  /// - Parameters:
  ///   - tables: those of the block.
  ///   - bins: take light finely besides, layer by layer that is read out.
  init(_ tables: LayeredTables, bins: PatternBins? = nil) {
    let block = tables.block
    self.bins = bins
    tally = LayeredTally(block)
    layout = LayeredLayout(block)
    values = .allocate(capacity: layout.count)
    values.initialize(repeating: 0)
    rings = .allocate(capacity: RadialProfile.grid.count)
    rings.initialize(repeating: 0)
    lastRing = rings.count - 1
    attenuation = .allocate(capacity: block.media.count + 1)
    attenuation.initialize(repeating: 0, count: block.media.count + 1)
    count = block.layers.count
    narrowest = block.layers.map(\.halfWidth).min() ?? 0
    places = .allocate(capacity: count)
    place = places
    let edges = block.edges
    var active = 0
    for (index, layer) in block.layers.enumerated() {
      let section = layer.section.map { block.sections[$0] }
      let cells = section?.cells ?? CellGrid(columns: 0, rows: 0, side: 1)
      let birks = (section?.birks ?? 0) * 1e3
      let slowest = layer.medium.map { tables.lossAtRest[$0] } ?? 0
      (places + index).initialize(
        to: LayerPlace(
          low: edges[index], high: edges[index + 1], halfWidth: layer.halfWidth,
          medium: layer.medium ?? -1, active: section == nil ? -1 : active,
          cells: layout.firstCell + (layer.section.map { block.cellOffsets[$0] } ?? 0),
          moments: layout.firstMoment + 4 * (layer.section ?? 0),
          columns: Double(cells.columns), rows: Double(cells.rows), inverseSide: 1 / cells.side,
          firstColumn: 0.5 * Double(cells.columns) - cells.x / cells.side,
          firstRow: 0.5 * Double(cells.rows) - cells.y / cells.side, birks: birks,
          atRest: 1 / (1 + birks * slowest)))
      if section != nil { active += 1 }
    }
  }

  deinit {
    values.deallocate()
    rings.deallocate()
    attenuation.deallocate()
    places.deallocate()
  }

  /// Sets what each beam particle brings in, for the balance of energy.
  mutating func expect(_ energy: Double) { tally.beamEnergy = energy }

  /// Lets the particle be in a layer from now on.
  @inline(__always)
  mutating func enter(_ layer: Int) { place = places + layer }

  /// The layer of a depth; the first and the last one for what lies beyond.
  func layer(at z: Double) -> Int {
    var (low, high) = (0, count - 1)
    while low < high {
      let middle = (low + high) / 2
      if z < places[middle].high { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// Scores the energy lost on a path.
  /// - Parameters:
  ///   - energy: the loss in GeV.
  ///   - weight: how many particles lose it.
  ///   - path: the path in mm.
  ///   - p: a point of it.
  @inline(__always)
  mutating func deposit(
    _ energy: Double, weight: Double, path: Double, at p: ShowerVector
  ) {
    if place.pointee.active < 0 {
      add(energy * weight, LayeredTally.Total.absorber)
    } else {
      // Birks: dL/dx = S dE/dx / (1 + k_B dE/dx).
      let light = energy * path / (path + place.pointee.birks * energy)
      read(energy * weight, visible: (path > 0 ? light : 0) * weight, at: p)
    }
  }

  /// Scores light, where there are cells.
  @inline(__always)
  private mutating func read(_ energy: Double, visible: Double, at p: ShowerVector) {
    add(energy, LayeredTally.Total.active)
    let place = place.pointee
    let column = p.x * place.inverseSide + place.firstColumn
    let row = p.y * place.inverseSide + place.firstRow
    guard column >= 0, column < place.columns, row >= 0, row < place.rows else { return }
    let values = values.baseAddress.unsafelyUnwrapped
    let cell = Double(quickFloor(row)) * place.columns + Double(quickFloor(column))
    (values + place.active).pointee += visible
    (values + place.cells + Int(truncatingIfNeeded: Int32(cell))).pointee += visible
    let moments = values + place.moments
    let x = visible * p.x
    let y = visible * p.y
    moments[0] += x
    moments[1] += y
    moments[2] += x * p.x
    moments[3] += y * p.y
    let ring = min(max(ringGrid.index(p.x * p.x + p.y * p.y), 0), lastRing)
    (rings.baseAddress.unsafelyUnwrapped + ring).pointee += visible
    if let bins { bins.add(visible, x: p.x, y: p.y, pair: place.active) }
  }

  @inline(__always)
  private mutating func add(_ energy: Double, _ total: LayeredTally.Total) {
    (values.baseAddress.unsafelyUnwrapped + layout.firstTotal + total.rawValue).pointee += energy
  }

  /// Scores kinetic energy that leaves.
  mutating func leak(_ energy: Double, through face: ShowerBlock.Face) {
    switch face {
    case .front: add(energy, .front)
    case .back: add(energy, .back)
    case .side: add(energy, .side)
    }
  }

  /// Counts the rest energy that a leaving positron would set free.
  mutating func leakRestMass(_ energy: Double) { add(energy, .restEnergy) }
}

extension LayeredScorer: ShowerScores {
  @inline(__always)
  static func follow<Watcher>(
    _ particle: ShowerParticle, in transport: inout ShowerTransport<Watcher, LayeredScorer>
  ) {
    transport.follow(layered: particle)
  }

  /// Scores energy laid down at a point by particles at the end of their way.
  @inline(__always)
  mutating func deposit(_ energy: Double, at p: ShowerVector) {
    if place.pointee.active < 0 {
      add(energy, .absorber)
    } else {
      read(energy, visible: energy * place.pointee.atRest, at: p)
    }
  }

  mutating func emit(_ energy: Double) { add(energy, .emitted) }

  mutating func closeEvent() {
    for index in 0..<count where places[index].active >= 0 {
      let section = layout.firstSection + (places[index].moments - layout.firstMoment) / 4
      values[section] += values[places[index].active]
    }
    if isRecording { records.append(LayeredRecord(values, layout)) }
    tally.close(values: values, rings: rings)
  }

  /// Hands out the events that were kept since the last call.
  mutating func takeRecords() -> [LayeredRecord] {
    defer { records = [] }
    return records
  }
}

extension LayeredRecord {
  init(_ values: UnsafeMutableBufferPointer<Double>, _ layout: LayeredLayout) {
    layers = Array(values[..<layout.firstCell])
    cells = Array(values[layout.firstCell..<layout.firstMoment])
    sections = Array(values[layout.firstSection...])
    moments = (0..<layout.sections).map { section in
      let first = layout.firstMoment + 4 * section
      var moments = Moments()
      moments.x = values[first]
      moments.y = values[first + 1]
      moments.xx = values[first + 2]
      moments.yy = values[first + 3]
      return moments
    }
    func total(_ total: LayeredTally.Total) -> Double {
      values[layout.firstTotal + total.rawValue]
    }
    active = total(.active)
    absorber = total(.absorber)
    front = total(.front)
    back = total(.back)
    side = total(.side)
    emitted = total(.emitted)
    restEnergy = total(.restEnergy)
  }
}
