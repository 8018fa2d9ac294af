// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later
//
// Our side of the comparison: words of many streams, one a line, as
// "seed name event track position word"; track -1 is the event itself.

let names = ["shower", "beam", "decay", "étape", "x"]
var chooser = RandomStream(seed: 20_110_311, name: "crosscheck")

for index in 0..<2000 {
  let seed = chooser.next() >> UInt64(chooser.integer(below: 64))
  let name = names[chooser.integer(below: names.count)]
  let event = Int(chooser.next() >> UInt64(16 + chooser.integer(below: 48)))
  let track = index % 3 == 0 ? -1 : chooser.integer(below: Int(UInt32.max))
  var stream = RandomStream(seed: seed, name: name, event: event)
  if track >= 0 { stream = stream.split(track: track) }
  // Every other stream is read far from its beginning.
  if index % 2 == 1 { stream.advance(by: chooser.next() >> 16) }

  var batch = [UInt64](repeating: 0, count: 32)
  let start = stream.position
  if index % 5 == 0 {
    for place in batch.indices { batch[place] = stream.next() }
  } else {
    var span = batch.mutableSpan
    stream.fill(words: &span)
  }
  for (offset, word) in batch.enumerated() {
    let position = start + UInt64(offset)
    print(seed, name, event, track, position, String(word, radix: 16))
  }
}
