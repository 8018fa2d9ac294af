// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later
//
// HDF5, and functions for its macros that Swift cannot see.

#ifndef LACUNA_HDF5_H
#define LACUNA_HDF5_H

#include <hdf5.h>
#include <stdbool.h>
#include <string.h>

/// Types of the file, little-endian on every machine.
static inline hid_t lacuna_h5_double(void) { return H5T_IEEE_F64LE; }
static inline hid_t lacuna_h5_int32(void) { return H5T_STD_I32LE; }
static inline hid_t lacuna_h5_int64(void) { return H5T_STD_I64LE; }
static inline hid_t lacuna_h5_uint64(void) { return H5T_STD_U64LE; }

/// Types of the memory.
static inline hid_t lacuna_h5_native_double(void) { return H5T_NATIVE_DOUBLE; }
static inline hid_t lacuna_h5_native_int32(void) { return H5T_NATIVE_INT32; }
static inline hid_t lacuna_h5_native_int64(void) { return H5T_NATIVE_INT64; }
static inline hid_t lacuna_h5_native_uint64(void) { return H5T_NATIVE_UINT64; }

/// A new type of UTF-8 texts of any length.
static inline hid_t lacuna_h5_text(void) {
  hid_t type = H5Tcopy(H5T_C_S1);
  if (type >= 0) {
    H5Tset_size(type, H5T_VARIABLE);
    H5Tset_cset(type, H5T_CSET_UTF8);
  }
  return type;
}

/// The class of property lists of new data sets, the list of all defaults, the whole of an extent.
static inline hid_t lacuna_h5_dataset_creation(void) { return H5P_DATASET_CREATE; }
static inline hid_t lacuna_h5_default(void) { return H5P_DEFAULT; }
static inline hid_t lacuna_h5_all(void) { return H5S_ALL; }

/// Opens a file for reading, or makes it empty for writing, whatever locks lie on it: a growing file
/// is locked by its writer, and one that is read is not changed any more.
static inline hid_t lacuna_h5_file(const char *path, bool is_writing) {
  hid_t access = H5Pcreate(H5P_FILE_ACCESS);
  if (access < 0) return access;
  H5Pset_file_locking(access, false, true);
  hid_t file = is_writing ? H5Fcreate(path, H5F_ACC_TRUNC, H5P_DEFAULT, access)
                          : H5Fopen(path, H5F_ACC_RDONLY, access);
  H5Pclose(access);
  return file;
}

/// The extent of a data set that may grow without bound.
static inline hsize_t lacuna_h5_unlimited(void) { return H5S_UNLIMITED; }

/// Keeps the library from printing its errors; they are told by lacuna_h5_problem.
static inline void lacuna_h5_be_quiet(void) { H5Eset_auto2(H5E_DEFAULT, NULL, NULL); }

static inline herr_t lacuna_h5_innermost(unsigned depth, const H5E_error2_t *error, void *text) {
  (void)depth;
  strncpy((char *)text, error->desc ? error->desc : "", 199);
  return 0;
}

/// The innermost reason of the last failure; the buffer holds 200 bytes.
static inline void lacuna_h5_problem(char *text) {
  memset(text, 0, 200);
  H5Ewalk2(H5E_DEFAULT, H5E_WALK_DOWNWARD, lacuna_h5_innermost, text);
}

#endif
