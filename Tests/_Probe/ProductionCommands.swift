// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Production
import Storage

/// Takes a small table of cross sections from a cache; each mass that is computed leaves a line in a
/// log.
func useTable(_ folder: String, log: String) {
  do {
    let atom = TargetAtom(z: 82, atomicWeight: 207, mass: 193)
    let request = try TableRequest(
      .vector, leptonMass: 0.000_511, on: [TableRequest.Constituent(atom)], method: .williams,
      masses: TableRequest.Axis(from: 0.01, to: 0.1, count: 4),
      energies: TableRequest.Axis(from: 10, to: 100, count: 4))
    let kept = try CrossSectionTable.kept(request, in: Cache(folder: folder, codeVersion: "probe"))
    {
      _ in
      let file = open(log, O_WRONLY | O_CREAT | O_APPEND, 0o600)
      _ = write(file, "mass\n", 5)
      close(file)
      usleep(100_000)
    }
    say(kept.table.bytes.reduce(0) { ($0 &* 31 &+ Int($1)) & 0xFFFF_FFFF })
    for note in kept.notes { say(note) }
  } catch {
    say(error)
  }
}
