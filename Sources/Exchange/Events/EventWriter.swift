// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Kinematics

/// Takes events one by one and makes a file of them.
///
/// The file has its name once ``finish()`` has returned, and not before. A run that is interrupted
/// finishes early, and leaves a complete file of fewer events; a writer that is dropped or killed
/// leaves nothing.
package protocol EventWriter: AnyObject {
  /// How many events have been taken.
  var count: Int { get }

  /// Adds an event.
  ///
  /// - Parameter event: a sound event with the weights that the header names.
  /// - Throws: what is wrong with the event, or what keeps it from being written.
  func write(_ event: EventRecord) throws(EventFileError)

  /// Writes the end and gives the file its name; to be called once.
  ///
  /// - Throws: what keeps the file from being finished.
  func finish() throws(EventFileError)
}
