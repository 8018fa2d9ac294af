// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@Test func placeholder() { #expect(Bool(true)) }
