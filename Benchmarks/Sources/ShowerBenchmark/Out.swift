import Showers

struct Out: Emitter {
  static var isIdle: Bool { false }
  var n = [0.0, 0, 0], e = [0.0, 0, 0]
  mutating func begin(event: Int, seed: UInt64) {}
  mutating func visit(_ step: ShowerStep, _ emission: inout Emission) {
    if step.end.z <= 0, step.start.position.z > 0 {
      n[step.start.species.rawValue] += 1; e[step.start.species.rawValue] += step.energyAfter
    }
  }
  mutating func endEvent() {}
  mutating func merge(_ later: Out) { for i in 0..<3 { n[i] += later.n[i]; e[i] += later.e[i] } }
}
