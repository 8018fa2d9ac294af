# Lacuna. `make run` shows it at work, `make test` tests it, `make help` lists the rest.
# Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

SHELL := /bin/bash
.DEFAULT_GOAL := help
.NOTPARALLEL:

# Vector instructions of the last ten years where this processor has them. The binary says in a
# sentence when it meets a processor without them; MARCH=x86-64-v2 builds for those.
FLAGS := $(shell MARCH=$(MARCH) Scripts/build-flags)
TEST := swift test $(FLAGS) --disable-testable-imports --disable-xctest

SWIFT := Package.swift Sources Tests Benchmarks Scripts

PREFIX ?= /usr/local

.PHONY: help run test build install setup format check docs validate crosscheck bench clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-11s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: build ## set up, build, and take a short tour of what exists
	@Scripts/tour .build/release/lacuna

test: setup check ## set up, check format and house rules, run all tests in release
	$(TEST)

build: setup ## set up and build the release program, .build/release/lacuna
	swift build $(FLAGS) --product lacuna

setup: ## install the C libraries that are missing
	@Scripts/install-libraries

install: setup ## install program, data and completions under PREFIX (/usr/local)
	swift build $(FLAGS) --product lacuna --static-swift-stdlib --scratch-path .build/install
	Scripts/install-program .build/install/release/lacuna "$(DESTDIR)$(PREFIX)"

format: ## lay out every Swift file as .swift-format says
	swift format -i -r $(SWIFT)

check: ## check the format and the rules of the house, without building
	swift format lint --strict -r $(SWIFT)
	Scripts/check-floors
	Scripts/check-house

docs: setup ## write again the documents that are made from the code
	RECORD=1 $(TEST) --filter Generated

validate: setup ## long checks: fuzzed parsers, many more random configurations
	VALIDATE=1 $(TEST)
	Scripts/fuzz-cards

crosscheck: setup build ## compare with other programs, where they are installed
	@for script in Scripts/crosscheck/*; do echo "== $$script"; "$$script" || exit 1; done

bench: setup build ## measure speed as ratios against peers, in one run
	Scripts/run-benchmarks

clean: ## remove everything that was built
	rm -rf .build
