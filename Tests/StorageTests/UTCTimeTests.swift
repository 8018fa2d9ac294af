// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Storage
import Testing

@Suite("moments in universal time")
struct UTCTimeTests {
  @Test(
    "are written as ISO 8601 says",
    arguments: [
      (0, "1970-01-01T00:00:00Z"), (1_000_000_000, "2001-09-09T01:46:40Z"),
      (951_782_400, "2000-02-29T00:00:00Z"), (4_107_542_399, "2100-02-28T23:59:59Z"),
      (-1, "1969-12-31T23:59:59Z"),
    ])
  func text(seconds: Int, expected: String) {
    #expect(UTCTime(secondsSince1970: seconds).description == expected)
  }

  @Test("now is after this was written")
  func now() {
    #expect(UTCTime.now.secondsSince1970 > 1_700_000_000)
  }
}
