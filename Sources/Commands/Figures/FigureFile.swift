// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Storage

/// The file that `--figure` names.
struct FigureFile: Sendable {
  private let path: String
  private let format: FigureFormat
  private let style: FigureStyle
  private let isOverwriting: Bool

  /// The file of a command line; nil where none is named.
  /// - Throws: what would keep it from being written, as far as that is known before any work.
  init?(of arguments: Arguments) throws {
    guard let path = arguments[StandardOption.figure] else { return nil }
    guard let format = FigureFormat(path: path) else { return nil }
    self.path = path
    self.format = format
    style = arguments[FigureOption.style].style
    isOverwriting = arguments[StandardOption.force]
    do throws(StorageError) {
      try AtomicFile.check(path, overwriting: isOverwriting)
    } catch {
      throw UnwritableResult(error: error)
    }
  }

  /// Draws and writes.
  /// - Parameter draw: makes the drawing in the style that was asked for.
  /// - Throws: what `draw` throws, or why the file cannot be written.
  func write(_ draw: (FigureStyle) throws -> Drawing) throws {
    let bytes = try format.file(of: draw(style), in: style)
    do throws(StorageError) {
      try AtomicFile.write(bytes, to: path, overwriting: isOverwriting)
    } catch {
      throw UnwritableResult(error: error)
    }
  }
}
