// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import CHDF5
import Glibc

/// Attributes of a file, group or data set: one text or one number.
enum HDF5Attribute {
  /// Writes a text.
  static func write(
    _ text: String, as name: String, to object: HDF5Handle
  ) throws(HDF5Problem) {
    let type = try HDF5Handle(lacuna_h5_text(), H5Tclose)
    let attribute = try made(name, of: type.id, for: object)
    try checked(
      text.withCString { text in withUnsafePointer(to: text) { H5Awrite(attribute.id, type.id, $0) }
      })
  }

  /// Writes a list of texts.
  static func write(
    _ texts: [String], as name: String, to object: HDF5Handle
  ) throws(HDF5Problem) {
    let type = try HDF5Handle(lacuna_h5_text(), H5Tclose)
    let attribute = try made(name, of: type.id, rows: texts.count, for: object)
    var pointers: [UnsafeMutablePointer<CChar>?] = texts.map { strdup($0) }
    defer { for pointer in pointers { free(pointer) } }
    try checked(H5Awrite(attribute.id, type.id, &pointers))
  }

  /// Writes a number.
  static func write<Element: HDF5Scalar>(
    _ value: Element, as name: String, to object: HDF5Handle
  ) throws(HDF5Problem) {
    let attribute = try made(name, of: Element.fileType, for: object)
    try checked(H5Awrite(attribute.id, Element.memoryType, [value]))
  }

  /// Writes a list of numbers.
  static func write<Element: HDF5Scalar>(
    _ values: [Element], as name: String, to object: HDF5Handle
  ) throws(HDF5Problem) {
    let attribute = try made(name, of: Element.fileType, rows: values.count, for: object)
    try checked(H5Awrite(attribute.id, Element.memoryType, values))
  }

  /// Reads a text.
  static func text(_ name: String, of object: HDF5Handle) throws(HDF5Problem) -> String {
    let type = try HDF5Handle(lacuna_h5_text(), H5Tclose)
    let attribute = try HDF5Handle(H5Aopen(object.id, name, lacuna_h5_default()), H5Aclose)
    var text: UnsafeMutablePointer<CChar>?
    try checked(H5Aread(attribute.id, type.id, &text))
    guard let text else { throw HDF5Problem("the attribute '\(name)' is empty") }
    defer { H5free_memory(text) }
    return String(cString: text)
  }

  private static func made(
    _ name: String, of type: hid_t, rows: Int? = nil, for object: HDF5Handle
  ) throws(HDF5Problem) -> HDF5Handle {
    let extent = rows.map { [hsize_t($0)] }
    let space = try HDF5Handle(
      extent.map { H5Screate_simple(1, $0, nil) } ?? H5Screate(H5S_SCALAR), H5Sclose)
    let plain = lacuna_h5_default()
    return try HDF5Handle(H5Acreate2(object.id, name, type, space.id, plain, plain), H5Aclose)
  }
}
