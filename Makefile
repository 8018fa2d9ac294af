# Lacuna: `make run` shows it at work, `make test` tests it; `make help` lists the rest.

SHELL := /bin/bash
.DEFAULT_GOAL := help

# Vector instructions of the last ten years where the processor has them. A binary built for them
# says so in a sentence on a processor that lacks them; MARCH=x86-64-v2 builds for older ones.
ARCH := $(shell uname -m)
ifeq ($(ARCH),x86_64)
  MARCH ?= $(shell grep -qw avx2 /proc/cpuinfo && grep -qw fma /proc/cpuinfo \
    && grep -qw bmi2 /proc/cpuinfo && echo x86-64-v3 || echo x86-64-v2)
  PROCESSOR := -Xcc -march=$(MARCH)
endif

# C never contracts a*b+c behind our back (docs/ARCHITECTURE.md, the promise of determinism);
# warnings are errors here and not in the manifest, so that a newer compiler cannot break a user.
FLAGS := -c release $(PROCESSOR) -Xcc -ffp-contract=off -Xswiftc -warnings-as-errors \
  --explicit-target-dependency-import-check error
SWIFT_FILES := Package.swift Sources Tests Benchmarks

.PHONY: help run build test

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

build: ## build the release program, .build/release/lacuna
	swift build $(FLAGS) --product lacuna

test: ## set up, then all tests in release, the format check and the house checks
	swift test $(FLAGS) --disable-testable-imports
