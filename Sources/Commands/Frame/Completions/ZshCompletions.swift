// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// Completions for Z shell, with the explanations of the help pages.
struct ZshCompletions: Sendable {
  private let program: ProgramDeclaration
  private var function: String { "_" + program.name }

  init(of program: ProgramDeclaration) { self.program = program }

  var script: String {
    let commands = program.commands.map { command in
      "    '\(escaped(command.name + ":" + command.abstract))'"
    }
    return """
      #compdef \(program.name)
      # Completions of \(program.name) for zsh, written by '\(program.name) completions zsh'.

      # Offers the lines that the program prints.
      \(function)_lines() {
        compadd -- ${(f)"$(_call_program lines $program "$@" 2>/dev/null)"}
      }

      \(function)_commands() {
        local -a commands=(
      \(commands.joined(separator: "\n"))
        )
        _describe command commands
      }

      \(function)() {
        local curcontext=$curcontext state line program=$words[1]
        local -a state_descr
        typeset -A opt_args
        _arguments -C '--version[show the version]' '(-h --help)'{-h,--help}'[show this page]' \\
          '1:command:\(function)_commands' '*::argument:->arguments'
        [[ $state == arguments ]] || return
        case $words[1] in
      \(program.commands.map(branch).joined(separator: "\n"))
        esac
      }

      if [[ $funcstack[1] == \(function) ]]; then
        \(function) "$@"
      else
        compdef \(function) \(program.name)
      fi
      """
  }

  private func branch(of command: CommandDeclaration) -> String {
    let options = command.options.map { option in
      let repeated = option.isRepeatable ? "*" : ""
      let value = option.placeholder.map { ":\(escaped($0)):\(action(option.completion))" } ?? ""
      let name = option.role == .option ? option.name + "=" : option.name
      return "'\(repeated)\(name)[\(bracketed(option.meaning))]\(value)'"
    }
    let places = CompletedPlace.all(of: command).enumerated().map { index, place in
      let actions = place.completions.map(action)
      let position = place.isLast ? "*" : "\(index + 1)"
      let offer =
        actions.count > 1
        ? "{\(actions.map(unbraced).joined(separator: "; "))}" : actions.first ?? " "
      return "'\(position):\(escaped(place.label)):\(offer)'"
    }
    let specifications = (options + places).joined(separator: " \\\n        ")
    return "    \(command.name))\n      _arguments \\\n        \(specifications)\n      ;;"
  }

  private func action(_ completion: Completion) -> String {
    switch completion {
    case .nothing: " "
    case .words(let words): "{compadd -- \(words.joined(separator: " "))}"
    case .files(let extensions):
      extensions.isEmpty
        ? "_files" : "_files -g \"*.(\(extensions.joined(separator: "|")))\""
    case .folders: "_files -/"
    case .lines(let words): "{\(function)_lines \(words.joined(separator: " "))}"
    }
  }

  private func unbraced(_ action: String) -> String {
    action.hasPrefix("{") ? String(action.dropFirst().dropLast()) : action
  }

  /// Text within single quotes, where a colon would end a field.
  private func escaped(_ text: String) -> String {
    text.replacing("'", with: "'\\''")
  }

  /// Text within brackets.
  private func bracketed(_ text: String) -> String {
    escaped(text).replacing("[", with: "\\[").replacing("]", with: "\\]")
  }
}
