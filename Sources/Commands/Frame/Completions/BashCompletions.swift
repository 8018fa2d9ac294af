// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// Completions for Bash, without the bash-completion package.
struct BashCompletions: Sendable {
  private let program: ProgramDeclaration
  private var function: String { "_" + program.name }

  init(of program: ProgramDeclaration) { self.program = program }

  var script: String {
    let names = program.commands.map(\.name).joined(separator: " ")
    return """
      # Completions of \(program.name) for bash, written by '\(program.name) completions bash'.

      # Offers words that begin like the current one.
      \(function)_words() {
        local IFS=$'\\n'
        COMPREPLY+=($(compgen -W "$1" -- "$word"))
      }

      # Offers files whose name matches a pattern, and folders on the way to them.
      \(function)_files() {
        local path
        compopt -o filenames 2>/dev/null
        while IFS= read -r path; do
          if [[ -d $path || $path =~ $1 ]]; then COMPREPLY+=("$path"); fi
        done < <(compgen -f -- "$word")
      }

      # Offers folders.
      \(function)_folders() {
        local path
        compopt -o filenames 2>/dev/null
        while IFS= read -r path; do COMPREPLY+=("$path"); done < <(compgen -d -- "$word")
      }

      # Offers the lines that the program prints.
      \(function)_lines() {
        \(function)_words "$("${COMP_WORDS[0]/#\\~/$HOME}" "$@" 2>/dev/null)"
      }

      \(function)() {
        local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}
        local command=${COMP_WORDS[1]} place=0 index
        COMPREPLY=()
        if ((COMP_CWORD == 1)); then
          if [[ $word == -* ]]; then \(function)_words $'--version\\n--help'; return; fi
          \(function)_words \(lines(names.split(separator: " ").map(String.init)))
          return
        fi
        # The shell splits --option=value at the sign.
        if [[ $word == "=" ]]; then word=
        elif [[ $previous == "=" ]]; then previous=${COMP_WORDS[COMP_CWORD-2]}
        fi
        for ((index = 2; index < COMP_CWORD; index++)); do
          case "${COMP_WORDS[index]}" in
            =) ;;
            -*) if \(function)_takes_value "${COMP_WORDS[index]}"; then
                [[ ${COMP_WORDS[index+1]} == "=" ]] && ((index++))
                ((index++))
              fi ;;
            *) ((place++)) ;;
          esac
        done
        case "$command" in
      \(program.commands.map(branch).joined(separator: "\n"))
        esac
      }

      \(function)_takes_value() {
        case "$command $1" in
      \(valueBranches)
          *) return 1 ;;
        esac
      }

      complete -F \(function) \(program.name)
      """
  }

  /// The commands and options after which a value stands.
  private var valueBranches: String {
    program.commands.compactMap { command in
      let options = command.options.filter { $0.role == .option }
      guard !options.isEmpty else { return nil }
      let patterns = options.map { "\"\(command.name) \($0.name)\"" }
      return "    \(patterns.joined(separator: " | "))) ;;"
    }.joined(separator: "\n")
  }

  private func branch(of command: CommandDeclaration) -> String {
    var cases: [String] = []
    for option in command.options where option.role == .option {
      let action = self.action(option.completion) ?? ":"
      cases.append("        \(option.names.joined(separator: " | "))) \(action); return ;;")
    }
    let values =
      cases.isEmpty ? [] : ["      case \"$previous\" in"] + cases + ["      esac"]
    let options = command.options.flatMap(\.names).filter { $0.hasPrefix("--") }
    let places = CompletedPlace.all(of: command).enumerated().compactMap { index, place in
      let actions = place.completions.compactMap(action)
      guard !actions.isEmpty else { return nil as String? }
      let test = place.isLast ? "place >= \(index)" : "place == \(index)"
      return "      if ((\(test))); then \(actions.joined(separator: "; ")); fi"
    }
    let lines =
      ["    \(command.name))"] + values
      + [
        "      if [[ $word == -* ]]; then \(function)_words \(self.lines(options)); return; fi"
      ] + places + ["      ;;"]
    return lines.joined(separator: "\n")
  }

  private func action(_ completion: Completion) -> String? {
    switch completion {
    case .nothing: nil
    case .words(let words): "\(function)_words \(lines(words))"
    case .files(let extensions):
      extensions.isEmpty
        ? "\(function)_files ''"
        : "\(function)_files '\\.(\(extensions.joined(separator: "|")))$'"
    case .folders: "\(function)_folders"
    case .lines(let words): "\(function)_lines \(words.map(shellQuoted).joined(separator: " "))"
    }
  }

  private func lines(_ words: [String]) -> String { "$'\(words.joined(separator: "\\n"))'" }
}
