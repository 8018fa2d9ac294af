// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Storage
import Testing

@Suite("SHA-256")
struct SHA256Tests {
  /// - Source: NIST2015sha; NIST's example values for SHA-256, one block, two blocks, long
  @Test(
    "the examples of NIST come out",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      (
        "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqr"
          + "lmnopqrsmnopqrstnopqrstu",
        "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
      ),
    ])
  func examples(text: String, digest: String) {
    #expect(SHA256.digest(of: text) == digest)
  }

  @Test("a million times the letter a")
  func million() {
    let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)
    #expect(
      SHA256.digest(of: bytes)
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test("content in pieces of any size gives the digest of the whole")
  func pieces() {
    let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    for count in [1, 3, 55, 56, 63, 64, 65, 127, 128, 500] {
      var digest = SHA256()
      for start in stride(from: 0, to: bytes.count, by: count) {
        digest.update(Array(bytes[start..<min(start + count, bytes.count)]))
      }
      var whole = SHA256()
      whole.update(bytes)
      #expect(digest.finish() == whole.finish())
    }
  }

  @Test("every length around the padding has its own digest, as sha256sum has it")
  func lengths() {
    // The digest of all digests of 0 to 200 zeros, from coreutils.
    let all = (0...200).map { SHA256.digest(of: [UInt8](repeating: 0, count: $0)) + "\n" }
    #expect(
      SHA256.digest(of: all.joined())
        == "e5b35d31b0b56f08924239ed9c6dd89a0ad8d518d788c801b3ed9ac15024cd84")
  }
}
