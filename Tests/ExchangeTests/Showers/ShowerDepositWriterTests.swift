// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import CHDF5
import Exchange
import Foundation
import Testing

extension EventFiles {
  @Suite("Deposits of showers in HDF5")
  struct ShowerDepositWriterTests {
    private let folder = EventFolder()

    private func write(_ name: String, showers: Int, overwriting: Bool = false) throws {
      let writer = try ShowerDepositWriter(
        folder(name), remarks: [.text("material", "lead"), .number("energy_gev", 10)],
        slabs: [0, 1, 2, 2.5], overwriting: overwriting)
      for shower in 0..<showers {
        let energy = Double(shower)
        try writer.write(
          slabs: [energy, 2 * energy, 0.5], deposit: 3 * energy + 0.5,
          leakage: (front: 1, back: energy, side: 0))
      }
      #expect(writer.count == showers)
      try writer.finish()
    }

    /// All numbers of a data set, read with the library itself.
    private func numbers(_ dataset: String, of name: String) -> [Double] {
      let file = lacuna_h5_file(folder(name), false)
      let set = H5Dopen2(file, dataset, lacuna_h5_default())
      let space = H5Dget_space(set)
      var values = [Double](repeating: .nan, count: Int(H5Sget_simple_extent_npoints(space)))
      let status = H5Dread(
        set, lacuna_h5_native_double(), lacuna_h5_all(), lacuna_h5_all(), lacuna_h5_default(),
        &values)
      #expect(status >= 0)
      H5Sclose(space)
      H5Dclose(set)
      H5Fclose(file)
      return values
    }

    // 6000 rows of three slabs fill a chunk.
    @Test("every number comes back, in its row and column", arguments: [0, 1, 6000])
    func columns(showers: Int) throws {
      try write("a.h5", showers: showers)
      let energies = (0..<showers).map(Double.init)
      #expect(numbers("events/number", of: "a.h5") == energies)
      #expect(numbers("events/back", of: "a.h5") == energies)
      #expect(numbers("events/deposit", of: "a.h5") == energies.map { 3 * $0 + 0.5 })
      #expect(numbers("events/slabs", of: "a.h5") == energies.flatMap { [$0, 2 * $0, 0.5] })
      #expect(numbers("slabs/edges", of: "a.h5") == [0, 1, 2, 2.5])
    }

    @Test("the same showers give the same bytes")
    func bytes() throws {
      try write("a.h5", showers: 20)
      try write("b.h5", showers: 20)
      let files = try ["a.h5", "b.h5"].map { try Data(contentsOf: URL(filePath: folder($0))) }
      #expect(files[0] == files[1])
    }

    @Test("a file that exists is kept unless it may be overwritten, and one given up vanishes")
    func overwriting() throws {
      try write("a.h5", showers: 2)
      #expect(throws: EventFileError.self) { try write("a.h5", showers: 3) }
      #expect(numbers("events/number", of: "a.h5").count == 2)
      try write("a.h5", showers: 3, overwriting: true)
      #expect(numbers("events/number", of: "a.h5").count == 3)
      _ = try ShowerDepositWriter(folder("c.h5"), remarks: [], slabs: [0, 1], overwriting: false)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder("")) == ["a.h5"])
    }
  }
}
