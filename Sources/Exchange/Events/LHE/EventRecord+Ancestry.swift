// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Kinematics
import Quantities

extension EventRecord {
  /// The first and the last particle that entered the vertex a particle came from, counted from 1.
  ///
  /// Both are 0 for a particle that came in.
  func mothers(of particle: EventParticle) -> (first: Int, last: Int) {
    var mothers = (first: 0, last: 0)
    guard particle.productionVertex >= 0 else { return mothers }
    for index in particles.indices where particles[index].endVertex == particle.productionVertex {
      if mothers.first == 0 { mothers.first = index + 1 }
      mothers.last = index + 1
    }
    return mothers
  }

  /// The proper time a particle has lived, times c, in mm: c dt m / E; 0 where an end is missing.
  func properLength(of particle: EventParticle) -> Double {
    let energy = particle.momentum.energy
    guard particle.productionVertex >= 0, particle.endVertex >= 0, energy > 0 else { return 0 }
    let duration =
      vertices[Int(particle.endVertex)].time - vertices[Int(particle.productionVertex)].time
    return PhysicalConstants.speedOfLight * duration * particle.mass / energy
  }
}
