// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

#include "processor.h"

#if defined(__linux__)

#include <elf.h>
#include <link.h>
#include <string.h>

struct search {
  unsigned char *bytes;
  size_t capacity, length;
};

static size_t padded(size_t size) { return (size + 3) & ~(size_t)3; }

/// Reads one segment of notes: a header, the owner's name, a description, each padded to 4 bytes.
static void read_notes(struct search *search, const unsigned char *notes, size_t size) {
  ElfW(Nhdr) header;
  while (size >= sizeof header) {
    memcpy(&header, notes, sizeof header);
    const size_t name = padded(header.n_namesz), description = padded(header.n_descsz);
    if (name > size - sizeof header || description > size - sizeof header - name) return;
    const unsigned char *owner = notes + sizeof header, *content = owner + name;
    if (header.n_type == NT_GNU_BUILD_ID && header.n_namesz == sizeof ELF_NOTE_GNU
        && memcmp(owner, ELF_NOTE_GNU, sizeof ELF_NOTE_GNU) == 0
        && header.n_descsz <= search->capacity) {
      memcpy(search->bytes, content, header.n_descsz);
      search->length = header.n_descsz;
      return;
    }
    notes = content + description;
    size -= sizeof header + name + description;
  }
}

/// The first object the loader lists is the executable; returning 1 ends the walk there.
static int read_executable(struct dl_phdr_info *object, size_t size, void *context) {
  (void)size;
  for (int i = 0; i < object->dlpi_phnum; i++) {
    const ElfW(Phdr) *segment = &object->dlpi_phdr[i];
    if (segment->p_type != PT_NOTE) continue;
    read_notes(context, (const unsigned char *)(object->dlpi_addr + segment->p_vaddr),
               segment->p_memsz);
  }
  return 1;
}

size_t lacuna_build_id(unsigned char *bytes, size_t capacity) {
  struct search search = {bytes, capacity, 0};
  dl_iterate_phdr(read_executable, &search);
  return search.length;
}

#else

size_t lacuna_build_id(unsigned char *bytes, size_t capacity) {
  (void)bytes;
  (void)capacity;
  return 0;
}

#endif
