// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import CHDF5

/// A data set of a file that is read, row by row or in slices.
struct HDF5Source<Element: HDF5Scalar> {
  private let dataset: HDF5Handle
  /// How many rows there are.
  let rows: Int
  /// How many numbers make a row.
  let width: Int

  /// Opens a column by its path in the file.
  init(_ name: String, in file: HDF5Handle) throws(HDF5Problem) {
    dataset = try HDF5Handle(H5Dopen2(file.id, name, lacuna_h5_default()), H5Dclose)
    let space = try HDF5Handle(H5Dget_space(dataset.id), H5Sclose)
    let rank = H5Sget_simple_extent_ndims(space.id)
    guard 1...2 ~= rank else { throw HDF5Problem("'\(name)' is no column") }
    var extent: [hsize_t] = [0, 1]
    try checked(H5Sget_simple_extent_dims(space.id, &extent, nil) < 0 ? -1 : 0)
    rows = Int(clamping: extent[0])
    width = Int(clamping: extent[1])
  }

  /// The numbers of some rows.
  func read(_ range: Range<Int>) throws(HDF5Problem) -> [Element] {
    guard range.lowerBound >= 0, range.upperBound <= rows else {
      throw HDF5Problem("rows \(range) are asked of \(rows)")
    }
    guard !range.isEmpty else { return [] }
    let space = try HDF5Handle(H5Dget_space(dataset.id), H5Sclose)
    let rank = Int(H5Sget_simple_extent_ndims(space.id))
    let start = Array([hsize_t(range.lowerBound), 0].prefix(rank))
    let count = Array([hsize_t(range.count), hsize_t(width)].prefix(rank))
    try checked(H5Sselect_hyperslab(space.id, H5S_SELECT_SET, start, nil, count, nil))
    let memory = try HDF5Handle(H5Screate_simple(Int32(rank), count, nil), H5Sclose)
    var values = [Element](repeating: .zero, count: range.count * width)
    try checked(
      H5Dread(
        dataset.id, Element.memoryType, memory.id, space.id, lacuna_h5_default(), &values))
    return values
  }
}
