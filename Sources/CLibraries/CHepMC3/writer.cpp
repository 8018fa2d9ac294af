// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

#include "hepmc3.h"
#include "problem.hpp"

#include <charconv>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "HepMC3/Data/GenEventData.h"
#include "HepMC3/GenEvent.h"
#include "HepMC3/GenParticle.h"
#include "HepMC3/GenRunInfo.h"
#include "HepMC3/GenVertex.h"
#include "HepMC3/Writer.h"
#include "HepMC3/WriterAscii.h"

namespace {

const std::string endOfListing = "HepMC::Asciiv3-END_EVENT_LISTING";

/// Adds the shortest digits that read back to the same bits.
template <typename Number>
void append(std::string &text, Number number) {
  char digits[32];
  text.append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
}

/// Writes the events of the library in its format Asciiv3, with shortest numbers.
///
/// WriterAscii prints 17 digits of every number with snprintf, which is most of its time. The
/// shortest digits that read back to the same bits take a ninth of that.
class ShortestWriter : public HepMC3::Writer {
 public:
  std::string text;

  void write_event(const HepMC3::GenEvent &event) override {
    text += "E ";
    add(event.event_number());
    add(' ', static_cast<int>(event.vertices().size()));
    add(' ', static_cast<int>(event.particles().size()));
    text += "\nU GEV MM\nW";
    for (double weight : event.weights()) add(' ', weight);
    text += '\n';
    if (auto section = event.attribute<HepMC3::StringAttribute>("GenCrossSection")) {
      text += "A 0 GenCrossSection ";
      text += section->value();
      text += '\n';
    }
    int written = 0;  // vertices have the ids -1, -2, ...
    for (const auto &particle : event.particles()) {
      const auto vertex = particle->production_vertex();
      const int id = vertex ? vertex->id() : 0;
      if (id < written) {
        add(*vertex);
        written = id;
      }
      add(*particle, id);
    }
  }

  bool failed() override { return false; }
  void close() override { text += endOfListing + "\n\n"; }

 private:
  template <typename Number>
  void add(Number number) {
    append(text, number);
  }

  template <typename Number>
  void add(char before, Number number) {
    text += before;
    add(number);
  }

  void add(const HepMC3::FourVector &vector) {
    add(' ', vector.x());
    add(' ', vector.y());
    add(' ', vector.z());
    add(' ', vector.t());
  }

  void add(const HepMC3::GenVertex &vertex) {
    text += "V ";
    add(vertex.id());
    add(' ', vertex.status());
    text += " [";
    bool isFirst = true;
    for (const auto &particle : vertex.particles_in()) {
      if (!isFirst) text += ',';
      isFirst = false;
      add(particle->id());
    }
    text += "] @";
    add(vertex.position());
    text += '\n';
  }

  void add(const HepMC3::GenParticle &particle, int production) {
    text += "P ";
    add(particle.id());
    add(' ', production);
    add(' ', particle.pid());
    add(particle.momentum());
    add(' ', particle.generated_mass());
    add(' ', particle.status());
    text += '\n';
  }
};

}  // namespace

struct lacuna_hepmc3_writer {
  std::shared_ptr<HepMC3::GenRunInfo> run = std::make_shared<HepMC3::GenRunInfo>();
  std::vector<std::string> weightNames;
  std::vector<double> crossSections, errors;
  std::shared_ptr<HepMC3::StringAttribute> crossSection;
  HepMC3::GenEventData data;
  HepMC3::GenEvent event{HepMC3::Units::GEV, HepMC3::Units::MM};
  ShortestWriter writer;

  /// The text of the attribute that every event carries: cross section and error of the first
  /// weight, the numbers of events accepted and tried (unknown), the same pair of other weights.
  ///
  /// The text that version 3.1.2 of the library makes repeats the first pair for every weight.
  std::string crossSectionText() const {
    std::string text;
    for (size_t index = 0; index < crossSections.size(); ++index) {
      if (index > 0) text += ' ';
      append(text, crossSections[index]);
      text += ' ';
      append(text, errors[index]);
      if (index == 0) text += " -1 -1";
    }
    return text;
  }

  /// Fills the event of the library from flat arrays.
  void fill(const lacuna_hepmc3_event &flat) {
    data.event_number = flat.number;
    data.momentum_unit = HepMC3::Units::GEV;
    data.length_unit = HepMC3::Units::MM;
    data.weights.assign(flat.weights, flat.weights + flat.weight_count);
    data.particles.resize(flat.particle_count);
    data.vertices.resize(flat.vertex_count);
    data.links1.clear();
    data.links2.clear();
    for (size_t index = 0; index < flat.particle_count; ++index) {
      const auto &from = flat.particles[index];
      auto &to = data.particles[index];
      to.pid = from.id;
      to.status = from.status;
      to.is_mass_set = true;
      to.mass = from.mass;
      to.momentum = HepMC3::FourVector(from.px, from.py, from.pz, from.energy);
      const int id = static_cast<int>(index) + 1;
      if (from.production_vertex >= 0) link(-from.production_vertex - 1, id);
      if (from.end_vertex >= 0) link(id, -from.end_vertex - 1);
    }
    for (size_t index = 0; index < flat.vertex_count; ++index) {
      const auto &from = flat.vertices[index];
      data.vertices[index].status = 0;
      data.vertices[index].position = HepMC3::FourVector(from.x, from.y, from.z, from.ct);
    }
    event.read_data(data);
    event.add_attribute("GenCrossSection", crossSection);
  }

  void link(int from, int to) {
    data.links1.push_back(from);
    data.links2.push_back(to);
  }
};

lacuna_hepmc3_writer *lacuna_hepmc3_writer_make(void) {
  return lacuna::guarded<lacuna_hepmc3_writer *>(
      nullptr, [] { return new lacuna_hepmc3_writer; });
}

void lacuna_hepmc3_writer_free(lacuna_hepmc3_writer *writer) { delete writer; }

bool lacuna_hepmc3_writer_add_tool(
    lacuna_hepmc3_writer *writer, const char *name, const char *version, const char *description) {
  return lacuna::guarded(false, [&] {
    writer->run->tools().push_back({name, version, description});
    return true;
  });
}

bool lacuna_hepmc3_writer_add_weight(
    lacuna_hepmc3_writer *writer, const char *name, double cross_section_pb, double error_pb) {
  return lacuna::guarded(false, [&] {
    writer->weightNames.push_back(name);
    writer->crossSections.push_back(cross_section_pb);
    writer->errors.push_back(error_pb);
    return true;
  });
}

bool lacuna_hepmc3_writer_add_attribute(
    lacuna_hepmc3_writer *writer, const char *name, const char *text) {
  return lacuna::guarded(false, [&] {
    writer->run->add_attribute(name, std::make_shared<HepMC3::StringAttribute>(text));
    return true;
  });
}

bool lacuna_hepmc3_writer_begin(lacuna_hepmc3_writer *writer) {
  return lacuna::guarded(false, [&] {
    writer->run->set_weight_names(writer->weightNames);
    writer->crossSection =
        std::make_shared<HepMC3::StringAttribute>(writer->crossSectionText());
    std::ostringstream stream;
    // It writes the header as it is made.
    HepMC3::WriterAscii header(stream, writer->run);
    header.close();
    const std::string text = stream.str();
    const auto end = text.find(endOfListing);
    if (end == std::string::npos) throw std::runtime_error("the header of the run has no end");
    writer->writer.text.append(text, 0, end);
    return true;
  });
}

bool lacuna_hepmc3_writer_add_event(
    lacuna_hepmc3_writer *writer, const lacuna_hepmc3_event *event) {
  return lacuna::guarded(false, [&] {
    writer->fill(*event);
    writer->writer.write_event(writer->event);
    return true;
  });
}

bool lacuna_hepmc3_writer_end(lacuna_hepmc3_writer *writer) {
  return lacuna::guarded(false, [&] {
    writer->writer.close();
    return true;
  });
}

const char *lacuna_hepmc3_writer_text(const lacuna_hepmc3_writer *writer, size_t *count) {
  *count = writer->writer.text.size();
  return writer->writer.text.data();
}

void lacuna_hepmc3_writer_clear_text(lacuna_hepmc3_writer *writer) {
  writer->writer.text.clear();
}
