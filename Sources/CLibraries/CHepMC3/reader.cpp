// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

#include "hepmc3.h"
#include "problem.hpp"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "HepMC3/GenCrossSection.h"
#include "HepMC3/GenEvent.h"
#include "HepMC3/GenParticle.h"
#include "HepMC3/GenRunInfo.h"
#include "HepMC3/GenVertex.h"
#include "HepMC3/ReaderAscii.h"
#include "HepMC3/Setup.h"
#include "HepMC3/Version.h"

std::string &lacuna::problem() {
  thread_local std::string sentence;
  return sentence;
}

const char *lacuna_hepmc3_problem(void) { return lacuna::problem().c_str(); }

const char *lacuna_hepmc3_version(void) {
  static const std::string version = HepMC3::version();
  return version.c_str();
}

namespace {

/// The first line of a file, and whether its last one says that it is whole.
struct Frame {
  std::string firstLine;
  bool isWhole = false;

  explicit Frame(const std::string &path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::runtime_error("it cannot be opened");
    // A first line longer than this is none of ours.
    char line[81] = {};
    file.get(line, sizeof line);
    firstLine = line;
    file.clear();
    file.seekg(0, std::ios::end);
    const std::streamoff size = file.tellg();
    file.seekg(std::max<std::streamoff>(0, size - 200));
    const std::string tail((std::istreambuf_iterator<char>(file)), {});
    isWhole = tail.find("\nHepMC::Asciiv3-END_EVENT_LISTING\n") != std::string::npos;
  }
};

bool begins(const std::string &text, const std::string &beginning) {
  return text.compare(0, beginning.size(), beginning) == 0;
}

}  // namespace

struct lacuna_hepmc3_reader {
  std::string path;
  Frame frame;
  std::ifstream file;
  std::unique_ptr<HepMC3::ReaderAscii> reader;
  HepMC3::GenEvent event;
  /// The library tells of the run with the first event, which is therefore read ahead.
  bool isAhead = false;
  std::vector<std::string> weights, tools, attributeNames, attributes;
  std::vector<lacuna_hepmc3_particle> particles;
  std::vector<lacuna_hepmc3_vertex> vertices;
  std::vector<double> values;

  explicit lacuna_hepmc3_reader(const char *name) : path(name), frame(path) {
    if (begins(frame.firstLine, "HepMC::Version 2"))
      throw std::runtime_error("it is a file of HepMC2");
    if (!begins(frame.firstLine, "HepMC::Version 3"))
      throw std::runtime_error("it does not begin with 'HepMC::Version 3'");
    HepMC3::Setup::set_print_errors(false);
    HepMC3::Setup::set_print_warnings(false);
    HepMC3::Setup::set_debug_level(0);
    file.open(path);
    reader = std::make_unique<HepMC3::ReaderAscii>(file);
    isAhead = read();
    if (const auto run = reader->run_info()) take(*run);
  }

  bool read() {
    event.clear();
    return hasAllParticles() && reader->read_event(event) && !reader->failed();
  }

  /// Whether the next event has as many particles as its first line says, or there is none.
  ///
  /// Of one with fewer the library would tell on standard output, which belongs to the program. The
  /// file is left behind the lines of a damaged event.
  bool hasAllParticles() {
    const auto start = file.tellg();
    std::string line;
    bool isInside = false;
    long wanted = -1, found = 0;
    auto next = start;
    while (std::getline(file, line)) {
      if (begins(line, "E ")) {
        if (isInside) break;
        isInside = true;
        long number = 0, vertices = 0, particles = 0;
        if (std::istringstream(line.substr(2)) >> number >> vertices >> particles)
          wanted = particles;
      } else if (isInside && begins(line, "HepMC::")) {
        break;
      }
      found += begins(line, "P ");
      next = file.tellg();
    }
    file.clear();
    const bool isComplete = wanted < 0 || found == wanted;
    if (isComplete) file.seekg(start);
    else if (next != std::streampos(-1)) file.seekg(next);
    else file.seekg(0, std::ios::end);
    return isComplete;
  }

  /// Whether nothing is left of the file; the library leaves the same flags at the end of a file
  /// and at a damaged line.
  bool isAtEnd() {
    file.clear();
    return file.peek() == EOF;
  }

  void take(const HepMC3::GenRunInfo &run) {
    weights = run.weight_names();
    for (const auto &tool : run.tools()) tools.push_back(tool.name + " " + tool.version);
    for (const auto &name : run.attribute_names()) {
      attributeNames.push_back(name);
      attributes.push_back(run.attribute_as_string(name));
    }
  }

  /// Puts the event of the library into flat arrays.
  void flatten(lacuna_hepmc3_event &flat) {
    event.set_units(HepMC3::Units::GEV, HepMC3::Units::MM);
    particles.clear();
    vertices.clear();
    for (const auto &vertex : event.vertices()) {
      const auto place = vertex->position();
      vertices.push_back({place.x(), place.y(), place.z(), place.t()});
    }
    for (const auto &particle : event.particles()) {
      const auto &momentum = particle->momentum();
      const auto from = particle->production_vertex();
      const auto to = particle->end_vertex();
      particles.push_back(
          {momentum.e(), momentum.px(), momentum.py(), momentum.pz(), particle->generated_mass(),
           particle->pid(), particle->status(), from ? -from->id() - 1 : -1,
           to ? -to->id() - 1 : -1});
    }
    values = event.weights();
    flat = {event.event_number(), particles.data(), particles.size(), vertices.data(),
            vertices.size(),      values.data(),    values.size()};
  }
};

lacuna_hepmc3_reader *lacuna_hepmc3_reader_open(const char *path) {
  return lacuna::guarded<lacuna_hepmc3_reader *>(
      nullptr, [&] { return new lacuna_hepmc3_reader(path); });
}

void lacuna_hepmc3_reader_free(lacuna_hepmc3_reader *reader) { delete reader; }

namespace {

const char *entry(const std::vector<std::string> &texts, size_t index) {
  return index < texts.size() ? texts[index].c_str() : nullptr;
}

}  // namespace

const char *lacuna_hepmc3_reader_weight(const lacuna_hepmc3_reader *reader, size_t index) {
  return entry(reader->weights, index);
}

const char *lacuna_hepmc3_reader_tool(const lacuna_hepmc3_reader *reader, size_t index) {
  return entry(reader->tools, index);
}

const char *lacuna_hepmc3_reader_attribute_name(const lacuna_hepmc3_reader *reader, size_t index) {
  return entry(reader->attributeNames, index);
}

const char *lacuna_hepmc3_reader_attribute(const lacuna_hepmc3_reader *reader, size_t index) {
  return entry(reader->attributes, index);
}

lacuna_hepmc3_outcome lacuna_hepmc3_reader_next(
    lacuna_hepmc3_reader *reader, lacuna_hepmc3_event *event, double *cross_section_pb,
    double *error_pb) {
  return lacuna::guarded(lacuna_hepmc3_failed, [&] {
    const bool isRead = reader->isAhead || reader->read();
    reader->isAhead = false;
    const bool isEnd = reader->isAtEnd();
    // The last event of a file that was cut may lack digits that nobody misses.
    if (isEnd && !reader->frame.isWhole)
      throw std::runtime_error("the file ends before its last line, so it was cut");
    if (!isRead) {
      if (isEnd) return lacuna_hepmc3_end_of_file;
      throw std::runtime_error("the lines up to here are no event");
    }
    reader->flatten(*event);
    const auto section = reader->event.cross_section();
    *cross_section_pb = section ? section->xsec() : NAN;
    *error_pb = section ? section->xsec_err() : NAN;
    return lacuna_hepmc3_event_read;
  });
}

size_t lacuna_hepmc3_reader_line(lacuna_hepmc3_reader *reader) {
  return lacuna::guarded<size_t>(0, [&] {
    reader->file.clear();
    const std::streamoff place = reader->file.tellg();
    std::ifstream file(reader->path, std::ios::binary);
    size_t lines = 0;
    std::streamoff passed = 0;
    for (std::istreambuf_iterator<char> next(file), end; next != end && passed < place; ++next) {
      lines += *next == '\n';
      ++passed;
    }
    return std::max<size_t>(1, lines);
  });
}
