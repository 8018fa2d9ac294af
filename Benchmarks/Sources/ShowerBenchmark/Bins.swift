import Glibc
import Showers

struct Bins: Emitter {
  static var isIdle: Bool { false }
  var sums = [Double](repeating: 0, count: 300)
  var ps = [0.0, 0, 0], pse = [0.0, 0, 0]
  var psb = [Double](repeating: 0, count: 300), pbb = [Double](repeating: 0, count: 300)
  var loss = [Double](repeating: 0, count: 6)
  mutating func begin(event: Int, seed: UInt64) {}
  mutating func visit(_ step: ShowerStep, _ emission: inout Emission) {
    let s = step.start.species.rawValue
    loss[3 + s] += 1
    if step.medium == 1 {
      ps[s] += step.length; let b = min(max(Int(log10(step.start.energy) * 8 + 40), 0), 99);
      psb[s * 100 + b] += step.length
      pse[s] += step.start.energy - step.energyAfter
    }
    if step.medium == 0 {
      let b = min(max(Int(log10(step.start.energy) * 8 + 40), 0), 99);
      pbb[s * 100 + b] += step.length
    }
    if step.medium > 0 { return }
    let hi = step.start.energy, lo = step.energyAfter
    loss[s] += step.length
    if hi <= lo {
      let b = Int(log10(hi) * 8 + 40)
      if b >= 0 { sums[s * 100 + b] += step.length }
      return
    }
    var b = max(Int(log10(lo) * 8 + 40), 0)
    while b < 99 {
      let e0 = pow(10, (Double(b) - 40) / 8), e1 = pow(10, (Double(b + 1) - 40) / 8)
      if e0 > hi { break }
      let part = (min(hi, e1) - max(lo, e0)) / (hi - lo)
      if part > 0 { sums[s * 100 + b] += step.length * part }
      b += 1
    }
  }
  mutating func endEvent() {}
  mutating func merge(_ later: Bins) {
    for i in sums.indices { sums[i] += later.sums[i] };
    for i in 0..<3 { ps[i] += later.ps[i]; pse[i] += later.pse[i] };
    for i in 0..<300 { psb[i] += later.psb[i]; pbb[i] += later.pbb[i] };
    for i in loss.indices { loss[i] += later.loss[i] }
  }
}
