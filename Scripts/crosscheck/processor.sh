#!/bin/bash
# Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later
#
# Starts the program on emulated processors, from 2006, 2008 and 2013: it must start or end with a
# sentence and code 1, and never with a signal. Needs qemu-user.
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

for processor in core2duo Nehalem Haswell; do
  sentence=$(run $processor)
  ended=$(code $processor)
  if [[ $sentence == "lacuna: this processor lacks "* && $ended == 1 ]]; then
    echo "processor: on $processor the program says: $sentence"
  elif ((ended > 128)); then
    echo "processor: FAILED, on $processor the program ends with signal $((ended - 128))"
    failures=1
  else
    echo "processor: on $processor the program starts"
  fi
done
exit $failures
