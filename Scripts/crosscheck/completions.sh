#!/bin/bash
# Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later
#
# Types at real shells and compares what they offer with what they should. Shells that are not
# there are passed over; nothing is installed.
#
#   Scripts/crosscheck/completions.sh [PROGRAM]

set -u
program=$(realpath "${1:-.build/release/lacuna}")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
failures=0

mkdir -p "$folder/bin" "$folder/work/cards" "$folder/data/materials"
ln -s "$program" "$folder/bin/lacuna"
for name in copper lead; do
  printf 'schema: 1\nkind: material\nname: %s\n' "$name" > "$folder/data/materials/$name.yaml"
done
touch "$folder/work/mine.yaml"
export PATH="$folder/bin:$PATH" LACUNA_DATA="$folder/data" TERM=dumb
cd "$folder/work" || exit 1

# expect SHELL LINE WORD...: every WORD must be among the words the shell offers after LINE.
expect() {
  local shell=$1 line=$2 offered word
  shift 2
  offered=$("offers_$shell" "$line")
  for word in "$@"; do
    if ! grep -qwF -e "$word" <<< "$offered"; then
      echo "$shell: '$line' does not offer '$word' but: $(tr '\n' ' ' <<< "$offered")"
      failures=$((failures + 1))
    fi
  done
}

offers_bash() {
  bash -c 'source "$1"; read -ra COMP_WORDS <<< "$2"; [[ $2 == *" " ]] && COMP_WORDS+=("")
    COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _lacuna; printf "%s\n" "${COMPREPLY[@]}"' \
    bash "$folder/lacuna.bash" "$1"
}

offers_zsh() { # a terminal of its own, in which a tab is typed
  zsh -f -c '
    zmodload zsh/zpty
    zpty shell zsh -f -i
    zpty -w shell "PS1= fpath=($1 \$fpath); autoload -U compinit; compinit -u -D
      LISTMAX=1000; setopt auto_list; bindkey \"^I\" complete-word; echo READ\"\"Y"
    zpty -r shell greeting "*READY*"
    zpty -w -n shell "$2"$'"'\t'"'
    sleep 1
    while zpty -r -t shell answer; do print -r -- "$answer"; done' \
    zsh "$folder" "$1"
}

offers_fish() {
  fish -c "source $folder/lacuna.fish; complete -C '$1'" | cut -f 1
}

check() { # check SHELL SCRIPT: its syntax, then what it offers
  local shell=$1 script=$folder/$2
  if ! command -v "$shell" > /dev/null; then
    echo "$shell: not here, passed over"
    return
  fi
  lacuna completions "$shell" > "$script"
  "$shell" -n "$script" || failures=$((failures + 1))
  expect "$shell" 'lacuna ' list show check doctor completions help
  expect "$shell" 'lacuna list ' searches materials
  expect "$shell" 'lacuna show l' lead
  expect "$shell" 'lacuna show --set a=b materials ' copper lead
  expect "$shell" 'lacuna show --' --set --json --data
  expect "$shell" 'lacuna check ' mine.yaml cards
  expect "$shell" 'lacuna completions ' bash zsh fish
  echo "$shell: checked"
}

check bash lacuna.bash
check zsh _lacuna
check fish lacuna.fish
exit $((failures > 0))
