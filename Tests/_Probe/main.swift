// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later
//
// A process for tests that need a second one: `_Probe COMMAND ARGUMENTS`.

import Glibc

let words = Array(CommandLine.arguments.dropFirst())
switch words.first {
case "blocks": exit(runBlocks(milliseconds: UInt32(words[1]) ?? 0))
case "cores": printCores()
case "write": writeFile(words[1], byteCount: Int(words[2]) ?? 0)
case "rewrite": rewriteForEver(words[1], byteCount: Int(words[2]) ?? 0)
case "chatter": writeWhileChattering(words[1])
case "lock": holdLock(words[1])
case "cache": useCache(words[1], log: words[2])
case "table": useTable(words[1], log: words[2])
default: exit(2)
}
