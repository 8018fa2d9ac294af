// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Numerics
import Production
import Testing

@Suite("Speed of sampling")
struct SamplerSpeedTests {
  @Test(
    "events of bremsstrahlung cost a few densities", arguments: [1e-3, 16.7e-3, 0.1, 1])
  func speed(_ mass: Double) throws {
    let process = try ExactBremsstrahlung(
      RadiatedBoson(.vector, mass: mass, epsilon: 1), leptonMass: Bench.electron,
      atom: Bench.lead)
    var setup = Double.infinity
    var made: BremsstrahlungSampler?
    for _ in 0..<3 {
      setup = min(setup, try Self.time { made = try process.sampler(at: 100) })
    }
    let sampler = try #require(made)
    var stream = RandomStream(seed: 1, name: "speed")
    var sum = 0.0
    let count = 40_000
    let beam = try process.kinematics(at: 100)
    let residuals = try #require(beam.residuals)
    let map = process.residualMap(beam, residuals, process.leptonMass)
    var events = Double.infinity
    var densities = Double.infinity
    for _ in 0..<5 {
      events = min(
        events,
        Self.time { for _ in 0..<count { sum += sampler.draw(using: &stream).boson.energy } })
      densities = min(
        densities,
        Self.time {
          for _ in 0..<count {
            let emission = EmissionKinematics(
              beam, residual: residuals.lowerBound + map(stream.uniform()).fromLower)
            let virtualities = VirtualityMap(
              least: emission.leastVirtuality, largestExcess: emission.largestExcess)
            let recoil = RecoilKinematics(
              emission, excess: virtualities(stream.uniform()).excess)
            let (risen, _) = process.transferRange(recoil).lower(
              SIMD4(repeating: stream.uniform()))
            sum += process.density(recoil, risen: risen[0], azimuth: stream.uniform())
          }
        })
    }
    #expect(sum > 0)
    // Scripts/events/speed reads this line.
    print(
      "sampled events a second: \(mass * 1e3) \(Int(Double(count) / events)) "
        + "\(percent(sampler.efficiency)) \(tenths(events / densities)) \(tenths(1e3 * setup))")
    #expect(events / densities < 8)
  }

  /// The time of the processor in s that a piece of work takes on this thread.
  static func time(_ work: () throws -> Void) rethrows -> Double {
    var before = timespec()
    var after = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &before)
    try work()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &after)
    return Double(after.tv_sec - before.tv_sec) + 1e-9 * Double(after.tv_nsec - before.tv_nsec)
  }

  private func percent(_ share: Double) -> Int { Int((100 * share).rounded()) }

  private func tenths(_ value: Double) -> Double { (10 * value).rounded() / 10 }
}
