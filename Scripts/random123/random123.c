// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later
//
// The other side of the comparison with Random123 (Debian: librandom123-dev).
//
//   random123 table      prints Data/validation/philox4x32.csv
//   random123 compare    reads what our streams gave and computes it anew

#include <Random123/philox.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static philox4x32_ctr_t block(const uint32_t c[4], const uint32_t k[2]) {
  philox4x32_ctr_t counter = {{c[0], c[1], c[2], c[3]}};
  philox4x32_key_t key = {{k[0], k[1]}};
  return philox4x32_R(10, counter, key);
}

static void print_row(const uint32_t c[4], const uint32_t k[2]) {
  philox4x32_ctr_t r = block(c, k);
  printf("%08" PRIx32 ",%08" PRIx32 ",%08" PRIx32 ",%08" PRIx32 ",", c[0], c[1], c[2], c[3]);
  printf("%08" PRIx32 ",%08" PRIx32 ",", k[0], k[1]);
  printf("%08" PRIx32 ",%08" PRIx32 ",%08" PRIx32 ",%08" PRIx32 "\n", r.v[0], r.v[1], r.v[2],
         r.v[3]);
}

// A 32-bit Weyl sequence through the finaliser of MurmurHash3: counters and keys without pattern,
// by a generator that has nothing in common with Philox.
static uint32_t state = 1;
static uint32_t next_word(void) {
  uint32_t h = state += 0x9e3779b9u;
  h = (h ^ (h >> 16)) * 0x85ebca6bu;
  h = (h ^ (h >> 13)) * 0xc2b2ae35u;
  return h ^ (h >> 16);
}

static int table(void) {
  static const uint32_t known[3][6] = {
      {0, 0, 0, 0, 0, 0},
      {~0u, ~0u, ~0u, ~0u, ~0u, ~0u},
      {0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344, 0xa4093822, 0x299f31d0}};
  puts("# Blocks of Philox4x32-10 for counters c and keys k, hexadecimal.");
  puts("# Source: Random123 1.14.0 (Salmon et al. 2011), philox4x32_R(10, c, k). The first three");
  puts("# rows are its published known answers (tests/kat_vectors): zeros, ones, digits of pi.");
  puts("# Made by Scripts/random123/random123.c, which see for the other rows: single");
  puts("# bits of counter and key, then counters and keys without pattern.");
  puts("c0,c1,c2,c3,k0,k1,r0,r1,r2,r3");
  for (int i = 0; i < 3; i++) print_row(known[i], known[i] + 4);
  for (int bit = 0; bit < 192; bit++) {
    uint32_t w[6] = {0};
    w[bit / 32] = 1u << (bit % 32);
    print_row(w, w + 4);
  }
  for (int i = 0; i < 300; i++) {
    uint32_t w[6];
    for (int j = 0; j < 6; j++) w[j] = next_word();
    print_row(w, w + 4);
  }
  return 0;
}

// The layout of counter and key, written down again from the documentation of RandomStream.
static uint64_t stream_word(uint64_t seed, const char *name, uint64_t event, int64_t track,
                            uint64_t position) {
  uint64_t hash = 0xcbf29ce484222325u;
  for (const char *p = name; *p; p++) hash = (hash ^ (unsigned char)*p) * 0x100000001b3u;
  uint64_t z = seed + 0x9e3779b97f4a7c15u;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
  uint64_t key = (z ^ (z >> 31)) ^ hash;
  uint64_t index = position / 2;
  uint32_t c[4] = {(uint32_t)index, (uint32_t)(index >> 32 | event >> 32 << 16), (uint32_t)event,
                   (uint32_t)(track + 1)};
  uint32_t k[2] = {(uint32_t)key, (uint32_t)(key >> 32)};
  philox4x32_ctr_t r = block(c, k);
  int half = position % 2 ? 2 : 0;
  return (uint64_t)r.v[half + 1] << 32 | r.v[half];
}

static int compare(void) {
  char name[64];
  uint64_t seed, event, position, word;
  int64_t track;
  long count = 0, wrong = 0;
  while (scanf("%" SCNu64 " %63s %" SCNu64 " %" SCNd64 " %" SCNu64 " %" SCNx64, &seed, name,
               &event, &track, &position, &word) == 6) {
    count++;
    if (stream_word(seed, name, event, track, position) != word) {
      if (wrong++ < 5)
        fprintf(stderr, "differs: seed %" PRIu64 " name %s event %" PRIu64 " track %" PRId64
                        " position %" PRIu64 "\n", seed, name, event, track, position);
    }
  }
  printf("random123: %ld words compared, %ld differ\n", count, wrong);
  return count == 0 || wrong != 0;
}

int main(int argc, char **argv) {
  if (argc == 2 && strcmp(argv[1], "table") == 0) return table();
  if (argc == 2 && strcmp(argv[1], "compare") == 0) return compare();
  fputs("usage: random123 table|compare\n", stderr);
  return 2;
}
