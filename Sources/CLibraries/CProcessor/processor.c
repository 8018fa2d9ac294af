// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later
//
// Every function here is compiled for the first x86-64 processors (BASELINE), whatever -march the
// rest of the program has, and calls nothing that is not: it must run where the program cannot.

#include "processor.h"

#if defined(__x86_64__)

#include <cpuid.h>
#include <stdbool.h>
#include <stdint.h>
#include <unistd.h>

// -march=native names its features one by one, which arch= alone does not take back.
#define BASELINE \
  __attribute__((target("arch=x86-64,no-sse3,no-popcnt,no-lzcnt,no-bmi,no-bmi2,no-movbe,no-adx")))
#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/// The words of flags that CPUID gives, and where each comes from.
enum word { LEAF_1_ECX, LEAF_7_EBX, LEAF_7_ECX, EXTENDED_ECX, WORDS };

/// The registers an operating system must save before an instruction may be used, as bits of XCR0.
enum registers { GENERAL = 0, YMM = 0x06, ZMM = 0xe6 };

struct feature {
  const char *name;
  enum word word;
  unsigned bit;
  enum registers registers;
};

// - Source: Intel2024sdm, volume 2A, CPUID, tables 3-8 and following
#define SSE3 {"SSE3", LEAF_1_ECX, 0, GENERAL}
#define SSSE3 {"SSSE3", LEAF_1_ECX, 9, GENERAL}
#define CX16 {"CMPXCHG16B", LEAF_1_ECX, 13, GENERAL}
#define SSE41 {"SSE4.1", LEAF_1_ECX, 19, GENERAL}
#define SSE42 {"SSE4.2", LEAF_1_ECX, 20, GENERAL}
#define POPCNT {"POPCNT", LEAF_1_ECX, 23, GENERAL}
#define LAHF {"LAHF", EXTENDED_ECX, 0, GENERAL}
#define AVX {"AVX", LEAF_1_ECX, 28, YMM}
#define AVX2 {"AVX2", LEAF_7_EBX, 5, YMM}
#define FMA {"FMA", LEAF_1_ECX, 12, YMM}
#define F16C {"F16C", LEAF_1_ECX, 29, YMM}
#define BMI1 {"BMI1", LEAF_7_EBX, 3, GENERAL}
#define BMI2 {"BMI2", LEAF_7_EBX, 8, GENERAL}
#define LZCNT {"LZCNT", EXTENDED_ECX, 5, GENERAL}
#define MOVBE {"MOVBE", LEAF_1_ECX, 22, GENERAL}
#define AVX512F {"AVX512F", LEAF_7_EBX, 16, ZMM}
#define AVX512DQ {"AVX512DQ", LEAF_7_EBX, 17, ZMM}
#define AVX512CD {"AVX512CD", LEAF_7_EBX, 28, ZMM}
#define AVX512BW {"AVX512BW", LEAF_7_EBX, 30, ZMM}
#define AVX512VL {"AVX512VL", LEAF_7_EBX, 31, ZMM}
#define AVX512IFMA {"AVX512IFMA", LEAF_7_EBX, 21, ZMM}
#define AVX512VBMI {"AVX512VBMI", LEAF_7_ECX, 1, ZMM}
#define AVX512VBMI2 {"AVX512VBMI2", LEAF_7_ECX, 6, ZMM}
#define AVX512VNNI {"AVX512VNNI", LEAF_7_ECX, 11, ZMM}
#define AVX512BITALG {"AVX512BITALG", LEAF_7_ECX, 12, ZMM}
#define AVX512VPOPCNT {"AVX512VPOPCNTDQ", LEAF_7_ECX, 14, ZMM}
#define GFNI {"GFNI", LEAF_7_ECX, 8, GENERAL}
#define VAES {"VAES", LEAF_7_ECX, 9, YMM}
#define ADX {"ADX", LEAF_7_EBX, 19, GENERAL}

// The levels of the x86-64 psABI; each one includes those before it.
// - Source: Lu2024psabi, table 3.1
static const struct feature level2[] = {SSE3, SSSE3, CX16, SSE41, SSE42, POPCNT, LAHF};
static const struct feature level3[] = {AVX, AVX2, FMA, F16C, BMI1, BMI2, LZCNT, MOVBE};
static const struct feature level4[] = {AVX512F, AVX512DQ, AVX512CD, AVX512BW, AVX512VL};

/// What the compiler was free to use: it predefines a macro for each.
static const struct feature compiled[] = {
#ifdef __SSE3__
    SSE3,
#endif
#ifdef __SSSE3__
    SSSE3,
#endif
#ifdef __GCC_HAVE_SYNC_COMPARE_AND_SWAP_16
    CX16,
#endif
#ifdef __SSE4_1__
    SSE41,
#endif
#ifdef __SSE4_2__
    SSE42,
#endif
#ifdef __POPCNT__
    POPCNT,
#endif
#ifdef __LAHF_SAHF__
    LAHF,
#endif
#ifdef __AVX__
    AVX,
#endif
#ifdef __AVX2__
    AVX2,
#endif
#ifdef __FMA__
    FMA,
#endif
#ifdef __F16C__
    F16C,
#endif
#ifdef __BMI__
    BMI1,
#endif
#ifdef __BMI2__
    BMI2,
#endif
#ifdef __LZCNT__
    LZCNT,
#endif
#ifdef __MOVBE__
    MOVBE,
#endif
#ifdef __AVX512F__
    AVX512F,
#endif
#ifdef __AVX512DQ__
    AVX512DQ,
#endif
#ifdef __AVX512CD__
    AVX512CD,
#endif
#ifdef __AVX512BW__
    AVX512BW,
#endif
#ifdef __AVX512VL__
    AVX512VL,
#endif
#ifdef __AVX512IFMA__
    AVX512IFMA,
#endif
#ifdef __AVX512VBMI__
    AVX512VBMI,
#endif
#ifdef __AVX512VBMI2__
    AVX512VBMI2,
#endif
#ifdef __AVX512VNNI__
    AVX512VNNI,
#endif
#ifdef __AVX512BITALG__
    AVX512BITALG,
#endif
#ifdef __AVX512VPOPCNTDQ__
    AVX512VPOPCNT,
#endif
#ifdef __GFNI__
    GFNI,
#endif
#ifdef __VAES__
    VAES,
#endif
#ifdef __ADX__
    ADX,
#endif
    // Every x86-64 processor has it; it keeps the table from being empty.
    {"LONG MODE", WORDS, 0, GENERAL},
};

struct processor {
  uint32_t words[WORDS + 1];
  uint32_t saved;
};

BASELINE static struct processor present_processor(void) {
  struct processor processor = {{0}, 0};
  uint32_t eax, ebx, ecx, edx, last;
  processor.words[WORDS] = 1;
  __cpuid(0, last, ebx, ecx, edx);
  __cpuid(1, eax, ebx, ecx, edx);
  processor.words[LEAF_1_ECX] = ecx;
  const uint32_t saves_by_xsave = 1u << 27;
  if (ecx & saves_by_xsave) {
    uint32_t high;
    __asm__ volatile("xgetbv" : "=a"(processor.saved), "=d"(high) : "c"(0));
  }
  if (last >= 7) {
    __cpuid_count(7, 0, eax, ebx, ecx, edx);
    processor.words[LEAF_7_EBX] = ebx;
    processor.words[LEAF_7_ECX] = ecx;
  }
  __cpuid(0x80000000, last, ebx, ecx, edx);
  if (last >= 0x80000001) {
    __cpuid(0x80000001, eax, ebx, ecx, edx);
    processor.words[EXTENDED_ECX] = ecx;
  }
  return processor;
}

BASELINE static bool has(const struct processor *processor, const struct feature *feature) {
  return (processor->words[feature->word] >> feature->bit & 1)
         && (processor->saved & feature->registers) == (uint32_t)feature->registers;
}

BASELINE static bool has_all(
    const struct processor *processor, const struct feature *features, size_t count) {
  for (size_t i = 0; i < count; i++)
    if (!has(processor, &features[i])) return false;
  return true;
}

BASELINE const char *lacuna_processor_class(void) {
  const struct processor processor = present_processor();
  if (!has_all(&processor, level2, COUNT(level2))) return "x86-64";
  if (!has_all(&processor, level3, COUNT(level3))) return "x86-64-v2";
  if (!has_all(&processor, level4, COUNT(level4))) return "x86-64-v3";
  return "x86-64-v4";
}

BASELINE const char *lacuna_compiled_class(void) {
#if defined(__AVX512F__) && defined(__AVX512BW__) && defined(__AVX512VL__)
  return "x86-64-v4";
#elif defined(__AVX2__) && defined(__FMA__) && defined(__BMI2__)
  return "x86-64-v3";
#elif defined(__SSE4_2__) && defined(__POPCNT__)
  return "x86-64-v2";
#else
  return "x86-64";
#endif
}

BASELINE void lacuna_processor_model(char *name, size_t capacity) {
  uint32_t brand[12] = {0}, last, ebx, ecx, edx;
  __cpuid(0x80000000, last, ebx, ecx, edx);
  if (last >= 0x80000004)
    for (uint32_t i = 0; i < 3; i++)
      __cpuid(0x80000002 + i, brand[4 * i], brand[4 * i + 1], brand[4 * i + 2], brand[4 * i + 3]);
  const char *text = (const char *)brand;
  size_t length = 0;
  while (length + 1 < capacity && length < sizeof brand && text[length]) {
    name[length] = text[length];
    length++;
  }
  if (capacity) name[length] = 0;
}

struct sentence {
  char text[1024];
  size_t length;
};

BASELINE static void append(struct sentence *sentence, const char *text) {
  while (*text && sentence->length < sizeof sentence->text)
    sentence->text[sentence->length++] = *text++;
}

/// Runs before the other constructors of the executable; a vector instruction could be in any.
__attribute__((constructor(101))) BASELINE static void refuse_a_lesser_processor(void) {
  const struct processor processor = present_processor();
  struct sentence sentence;
  sentence.length = 0;
  bool complete = true;
  for (size_t i = 0; i < COUNT(compiled); i++) {
    if (has(&processor, &compiled[i])) continue;
    append(&sentence, complete ? "lacuna: this processor lacks " : ", ");
    append(&sentence, compiled[i].name);
    complete = false;
  }
  if (complete) return;
  append(&sentence, " (the program was compiled for ");
  append(&sentence, lacuna_compiled_class());
  append(&sentence, ") build it for this processor with `make build MARCH=");
  append(&sentence, lacuna_processor_class());
  append(&sentence, "`\n");
  if (write(STDERR_FILENO, sentence.text, sentence.length) < 0) _exit(1);
  _exit(1);
}

#else

#if defined(__aarch64__)
#define ARCHITECTURE "aarch64"
#else
#define ARCHITECTURE "unknown"
#endif

const char *lacuna_processor_class(void) { return ARCHITECTURE; }

const char *lacuna_compiled_class(void) { return ARCHITECTURE; }

void lacuna_processor_model(char *name, size_t capacity) {
  if (capacity) name[0] = 0;
}

#endif
