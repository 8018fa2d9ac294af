// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later
//
// Exceptions end here: what they say is kept for the caller in C.

#ifndef LACUNA_HEPMC3_PROBLEM_HPP
#define LACUNA_HEPMC3_PROBLEM_HPP

#include <exception>
#include <string>

namespace lacuna {

/// The sentence of the last failure on this thread.
std::string &problem();

/// Runs work and returns what it returns, or the fallback when it throws.
template <typename Result, typename Work>
Result guarded(Result fallback, Work work) noexcept {
  try {
    return work();
  } catch (const std::exception &error) {
    try {
      problem() = error.what();
    } catch (...) {
    }
  } catch (...) {
  }
  return fallback;
}

}  // namespace lacuna

#endif
