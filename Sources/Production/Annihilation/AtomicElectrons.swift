// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Matter
import Quantities

/// The electrons of an atom as they move: shells with the momentum of each.
///
/// The electrons of a filled hydrogen-like shell of mean square momentum k^2 have, summed over its
/// states, the isotropic density 8 k^5 / [pi^2 (q^2 + k^2)^4], whatever the shell. Its profile
/// along the beam, with v = q_z / m and kappa = k / m, is
///
///     J(v) = 8 kappa^5 / (3 pi) / (v^2 + kappa^2)^3
///
/// The mean kinetic energy of an electron is k^2 / (2 m), equal to its binding. The profile is cut
/// at |v| < 1 and normalised there, for a non-relativistic density says nothing beyond; the cut
/// takes 2% of a 1s electron of lead and far less elsewhere. Valid for kappa << 1, so best for outer
/// shells and light elements; open shells are treated as filled ones.
///
/// - Source: Fock1935wasserstoff, the density of a filled shell
package struct AtomicElectrons: Hashable, Sendable {
  /// Electrons with the same momentum.
  package struct Shell: Hashable, Sendable {
    /// How many they are.
    package let count: Double
    /// kappa, the root mean square momentum over the mass of the electron.
    package let momentum: Double
    /// What turns 1 / (v^2 + kappa^2)^3 into the profile of all of them.
    let weight: Double

    /// Makes a shell.
    package init(count: Double, momentum: Double) {
      self.count = count
      self.momentum = momentum
      let reach = 1 / momentum
      let tail = 1 / (1 + reach * reach)
      // The integral of the profile over -1 < v < 1.
      let content = 2 / .pi * (atan(reach) + reach * tail * (1 + 2 * tail / 3))
      let power = momentum * momentum * momentum * momentum * momentum
      weight = count * 8 * power / (3 * .pi * content)
    }
  }

  /// The shells, the innermost first.
  package let shells: [Shell]

  /// The number of electrons.
  package let count: Double

  /// The largest momentum along the beam that is counted, over the mass of the electron.
  var largestMomentum: Double { 1 }

  /// Joins shells.
  package init(shells: [Shell]) {
    self.shells = shells
    count = shells.reduce(0) { $0 + $1.count }
  }

  /// The electrons of an element, with Slater's screening and shells filled in Madelung's order.
  package init(of element: Element, _ rules: SlaterRules) {
    let groups = Self.groups(element.z)
    var shells: [Shell] = []
    for group in groups {
      let rule = rules.shells[min(group.n, rules.shells.count) - 1]
      var screening = Double(group.count - 1) * rule.within
      for inner in groups where inner.precedes(group) {
        let isNext = group.l < 2 && inner.n == group.n - 1
        screening += Double(inner.count) * (isNext ? Self.nextScreening : 1)
      }
      let momentum =
        PhysicalConstants.fineStructure * (Double(element.z) - screening) / rule.effectiveNumber
      shells.append(Shell(count: Double(group.count), momentum: momentum))
    }
    self.init(shells: shells)
  }

  /// What an electron screens of an s or p electron of the next shell.
  private static let nextScreening = 0.85

  /// The number of electrons per unit of v, their momentum along the beam over the mass.
  func profile(at v: Double) -> Double {
    var sum = 0.0
    for shell in shells {
      let inverse = 1 / (v * v + shell.momentum * shell.momentum)
      sum += shell.weight * inverse * inverse * inverse
    }
    return sum
  }
}

extension AtomicElectrons {
  /// Electrons that Slater's rules take together; s and p are one group, l = 0.
  private struct Group {
    let n: Int
    let l: Int
    var count: Int

    /// True if these electrons screen those of another group.
    func precedes(_ other: Group) -> Bool {
      other.l < 2 ? n < other.n : n < other.n || (n == other.n && l < other.l)
    }
  }

  /// The groups of an atom, filled in the order of n + l, then n.
  private static func groups(_ z: Int) -> [Group] {
    var groups: [Group] = []
    var left = z
    for sum in 1... {
      for n in 1...sum where sum - n < n {
        let count = min(left, 2 * (2 * (sum - n) + 1))
        guard count > 0 else { break }
        left -= count
        let l = sum - n < 2 ? 0 : sum - n
        if let index = groups.firstIndex(where: { $0.n == n && $0.l == l }) {
          groups[index].count += count
        } else {
          groups.append(Group(n: n, l: l, count: count))
        }
      }
      if left == 0 { break }
    }
    return groups.sorted { ($0.n, $0.l) < ($1.n, $1.l) }
  }
}
