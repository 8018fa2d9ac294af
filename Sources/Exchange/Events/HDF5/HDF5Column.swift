// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import CHDF5

/// A data set that grows by whole chunks, with a unit: one column of a table.
struct HDF5Column<Element: HDF5Scalar> {
  /// The data set, to which attributes may be added.
  let dataset: HDF5Handle
  private let width: Int
  private let chunk: Int
  private var rows = 0
  private var buffer: [Element] = []

  /// Makes an empty column.
  ///
  /// - Parameters:
  ///   - name: its path in the file; the groups are there.
  ///   - file: the file.
  ///   - unit: the unit of its numbers; nil for codes and indices.
  ///   - width: how many numbers make a row; nil for a plain list.
  /// - Throws: what the library refuses.
  init(
    _ name: String, in file: HDF5Handle, unit: String? = nil, width: Int? = nil
  ) throws(HDF5Problem) {
    self.width = width ?? 1
    chunk = max(1, 16384 / self.width)
    buffer.reserveCapacity(chunk * self.width)
    var extent: [hsize_t] = [0]
    var limit = [lacuna_h5_unlimited()]
    var shape = [hsize_t(chunk)]
    if let width {
      extent.append(hsize_t(width))
      limit.append(hsize_t(width))
      shape.append(hsize_t(width))
    }
    let space = try HDF5Handle(
      H5Screate_simple(Int32(extent.count), extent, limit), H5Sclose)
    let list = try HDF5Handle(H5Pcreate(lacuna_h5_dataset_creation()), H5Pclose)
    try checked(H5Pset_chunk(list.id, Int32(shape.count), shape))
    // The bytes of numbers that are alike lie together, which halves what gzip leaves.
    try checked(H5Pset_shuffle(list.id))
    try checked(H5Pset_deflate(list.id, 1))
    // The same events shall give the same bytes at any time.
    try checked(H5Pset_obj_track_times(list.id, false))
    let plain = lacuna_h5_default()
    dataset = try HDF5Handle(
      H5Dcreate2(file.id, name, Element.fileType, space.id, plain, list.id, plain), H5Dclose)
    if let unit { try HDF5Attribute.write(unit, as: "units", to: dataset) }
  }

  /// Adds a number; rows go to the file chunk by chunk.
  @inline(__always)
  mutating func append(_ value: Element) throws(HDF5Problem) {
    buffer.append(value)
    if buffer.count == chunk * width { try flush() }
  }

  /// Brings to the file what has gathered.
  mutating func flush() throws(HDF5Problem) {
    guard !buffer.isEmpty else { return }
    let added = buffer.count / width
    var start = [hsize_t(rows)]
    var count = [hsize_t(added)]
    var extent = [hsize_t(rows + added)]
    let space = try HDF5Handle(H5Dget_space(dataset.id), H5Sclose)
    if H5Sget_simple_extent_ndims(space.id) == 2 {
      start.append(0)
      count.append(hsize_t(width))
      extent.append(hsize_t(width))
    }
    try checked(H5Dset_extent(dataset.id, extent))
    let target = try HDF5Handle(H5Dget_space(dataset.id), H5Sclose)
    try checked(H5Sselect_hyperslab(target.id, H5S_SELECT_SET, start, nil, count, nil))
    let source = try HDF5Handle(H5Screate_simple(Int32(count.count), count, nil), H5Sclose)
    try checked(
      H5Dwrite(
        dataset.id, Element.memoryType, source.id, target.id, lacuna_h5_default(), buffer))
    rows += added
    buffer.removeAll(keepingCapacity: true)
  }
}
