#!/bin/bash
# Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later
#
# Starts the program on emulated processors: on one that cannot run it, it must end with code 1 and
# a sentence; on one that can, the check must let it pass. Needs qemu-user.
#
#     Scripts/crosscheck/processor.sh [.build/release/lacuna]

set -u
program=${1:-.build/release/lacuna}
failures=0

if [[ $(uname -m) != x86_64 ]]; then
  echo "processor: skipped (the check exists for x86-64 only)"
  exit 0
fi
if ! command -v qemu-x86_64 > /dev/null; then
  echo "processor: skipped (qemu-user is not installed) apt-get install qemu-user"
  exit 0
fi

# The emulator says what it cannot emulate; that is not the program speaking.
run() { qemu-x86_64 -cpu "$1" "$program" --help 2>&1 > /dev/null | grep -v '^qemu-x86_64: warning'; }
code() { qemu-x86_64 -cpu "$1" "$program" --help > /dev/null 2>&1; echo $?; }

compiled_for_avx2=$(run Nehalem | grep -c 'lacks .*AVX2.*compiled for')
for processor in core2duo Nehalem Haswell; do
  sentence=$(run $processor)
  ended=$(code $processor)
  case "$processor $compiled_for_avx2" in
    "Haswell 1" | "Haswell 0" | "Nehalem 0") expected="starts" ;;
    *) expected="is refused" ;;
  esac
  if [[ $sentence == "lacuna: this processor lacks "* && $ended == 1 ]]; then
    found="is refused"
  elif [[ $ended == 132 || $ended == 139 ]]; then
    found="gets a signal"
  else
    found="starts"
  fi
  echo "processor: on $processor the program $found${sentence:+: $sentence}"
  if [[ $found != "$expected" ]]; then
    echo "processor: FAILED, on $processor the program should be one that $expected"
    failures=1
  fi
done
exit $failures
