// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later
//
// HepMC3 in C: events are built with the library and become text, or are read by it from a file.
// No exception and no C++ type crosses this line. Functions that can fail return false and leave
// a sentence that lacuna_hepmc3_problem tells, on the thread that called them.

#ifndef LACUNA_HEPMC3_H
#define LACUNA_HEPMC3_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A particle; energies and momenta in GeV, vertices by their index, -1 for none.
typedef struct {
  double energy, px, py, pz, mass;
  int32_t id, status, production_vertex, end_vertex;
} lacuna_hepmc3_particle;

/// A vertex; all four numbers in mm.
typedef struct {
  double x, y, z, ct;
} lacuna_hepmc3_vertex;

/// An event as flat arrays, which belong to whoever made it.
typedef struct {
  int32_t number;
  const lacuna_hepmc3_particle *particles;
  size_t particle_count;
  const lacuna_hepmc3_vertex *vertices;
  size_t vertex_count;
  const double *weights;
  size_t weight_count;
} lacuna_hepmc3_event;

/// Why the last function that failed on this thread did so.
const char *lacuna_hepmc3_problem(void);

/// The version of the library, such as 3.01.02.
const char *lacuna_hepmc3_version(void);

/// Turns events into the text of a file.
typedef struct lacuna_hepmc3_writer lacuna_hepmc3_writer;

/// Makes a writer; null where memory is out.
lacuna_hepmc3_writer *lacuna_hepmc3_writer_make(void);
void lacuna_hepmc3_writer_free(lacuna_hepmc3_writer *writer);

/// What the header of the run says; to be called before its text is begun.
bool lacuna_hepmc3_writer_add_tool(
    lacuna_hepmc3_writer *writer, const char *name, const char *version, const char *description);
bool lacuna_hepmc3_writer_add_weight(
    lacuna_hepmc3_writer *writer, const char *name, double cross_section_pb, double error_pb);
bool lacuna_hepmc3_writer_add_attribute(
    lacuna_hepmc3_writer *writer, const char *name, const char *text);

/// Add to the text: the header of the run, one event, the last line.
bool lacuna_hepmc3_writer_begin(lacuna_hepmc3_writer *writer);
bool lacuna_hepmc3_writer_add_event(
    lacuna_hepmc3_writer *writer, const lacuna_hepmc3_event *event);
bool lacuna_hepmc3_writer_end(lacuna_hepmc3_writer *writer);

/// The text since the last clearing, without a closing NUL; valid until the next call.
const char *lacuna_hepmc3_writer_text(const lacuna_hepmc3_writer *writer, size_t *count);
void lacuna_hepmc3_writer_clear_text(lacuna_hepmc3_writer *writer);

/// Reads events from a file.
typedef struct lacuna_hepmc3_reader lacuna_hepmc3_reader;

/// Opens a file and reads the header of its run; null where that fails.
lacuna_hepmc3_reader *lacuna_hepmc3_reader_open(const char *path);
void lacuna_hepmc3_reader_free(lacuna_hepmc3_reader *reader);

/// The header of the run; null behind the last entry. Texts live as long as the reader.
const char *lacuna_hepmc3_reader_weight(const lacuna_hepmc3_reader *reader, size_t index);
const char *lacuna_hepmc3_reader_tool(const lacuna_hepmc3_reader *reader, size_t index);
const char *lacuna_hepmc3_reader_attribute_name(const lacuna_hepmc3_reader *reader, size_t index);
const char *lacuna_hepmc3_reader_attribute(const lacuna_hepmc3_reader *reader, size_t index);

/// The outcome of reading one event.
typedef enum {
  lacuna_hepmc3_event_read,
  lacuna_hepmc3_end_of_file,
  lacuna_hepmc3_failed
} lacuna_hepmc3_outcome;

/// Reads the next event in GeV and mm, and the cross section of its first weight (NaN for none).
///
/// The arrays belong to the reader and are valid until the next call.
lacuna_hepmc3_outcome lacuna_hepmc3_reader_next(
    lacuna_hepmc3_reader *reader, lacuna_hepmc3_event *event, double *cross_section_pb,
    double *error_pb);

/// The line of the file up to which was read, counted from 1.
size_t lacuna_hepmc3_reader_line(lacuna_hepmc3_reader *reader);

#ifdef __cplusplus
}
#endif

#endif
