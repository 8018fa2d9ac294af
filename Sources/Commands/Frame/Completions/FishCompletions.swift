// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// Completions for Fish, with the explanations of the help pages.
struct FishCompletions: Sendable {
  private let program: ProgramDeclaration
  private var function: String { "__" + program.name }

  init(of program: ProgramDeclaration) { self.program = program }

  var script: String {
    let options = program.commands.flatMap { command in
      command.options.filter { $0.role == .option }.map { "'\(command.name) \($0.name)'" }
    }
    let head = """
      # Completions of \(program.name) for fish, written by '\(program.name) completions fish'.

      # Whether a command is being typed, and its argument number $argv[2] (or a later one, with
      # $argv[3]) if a number is given.
      function \(function)_at
        set -l words (commandline -opc)
        set -l command $words[2]
        test "$command" = "$argv[1]"; or return 1
        set -q argv[2]; or return 0
        set -l takes_value \(options.joined(separator: " "))
        set -l place 0
        set -l skip 0
        for word in $words[3..-1]
          if test $skip = 1
            set skip 0
          else if contains -- "$command $word" $takes_value
            set skip 1
          else if not string match -q -- '-*' $word
            set place (math $place + 1)
          end
        end
        test $skip = 1; and return 1
        if set -q argv[3]
          test $place -ge $argv[2]
        else
          test $place -eq $argv[2]
        end
      end

      # The lines that the program prints.
      function \(function)_lines
        set -l words (commandline -opc)
        $words[1] $argv 2>/dev/null
      end

      complete -c \(program.name) -f
      complete -c \(program.name) -n __fish_use_subcommand -l version -d 'show the version'
      complete -c \(program.name) -n __fish_use_subcommand -s h -l help -d 'show this page'
      """
    return ([head] + program.commands.flatMap(lines)).joined(separator: "\n")
  }

  private func lines(of command: CommandDeclaration) -> [String] {
    let program = "complete -c \(program.name)"
    let name =
      "\(program) -n __fish_use_subcommand -a \(command.name) -d \(literal(command.abstract))"
    let options = command.options.map { option in
      let names = option.names.map { name in
        name.hasPrefix("--") ? "-l \(name.dropFirst(2))" : "-s \(name.dropFirst())"
      }
      let value = option.role == .flag ? "" : " -r" + action(option.completion)
      return
        "\(program) -n '\(function)_at \(command.name)' \(names.joined(separator: " "))\(value)"
        + " -d \(literal(option.meaning))"
    }
    let places = CompletedPlace.all(of: command).enumerated().flatMap { index, place in
      let later = place.isLast ? " later" : ""
      return place.completions.map { completion in
        "\(program) -n '\(function)_at \(command.name) \(index)\(later)'\(action(completion))"
      }
    }
    return [name] + options + places
  }

  private func action(_ completion: Completion) -> String {
    switch completion {
    case .nothing: ""
    case .words(let words): " -a \(literal(words.joined(separator: " ")))"
    case .files(let extensions):
      extensions.isEmpty
        ? " -F"
        : extensions.map { " -a '(__fish_complete_suffix .\($0))'" }.joined()
    case .folders: " -a '(__fish_complete_directories)'"
    case .lines(let words): " -a '(\(function)_lines \(words.joined(separator: " ")))'"
    }
  }

  private func literal(_ text: String) -> String {
    "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
  }
}
