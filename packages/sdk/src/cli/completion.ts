import type { Command } from "commander";

export const SHELLS = ["bash", "zsh", "fish"] as const;
export type Shell = (typeof SHELLS)[number];

type Word = { text: string; about: string };
/** A command, the words that may follow it, and its options. `path` is "" for the program itself. */
type Node = { path: string; words: Word[]; options: Word[] };

/** A script for the shell that knows every command and option there is; file names complete everywhere else. */
export function completionScript(shell: Shell, program: Command): string {
  const nodes = collect(program, "", inherited(program));
  if (shell === "bash") return bash(nodes);
  if (shell === "zsh") return zsh(nodes);
  return fish(nodes);
}

const inherited = (program: Command): Word[] => [...optionsOf(program), { text: "--help", about: "display help" }];

const optionsOf = (command: Command): Word[] =>
  command.options.flatMap(({ long, description }) => (long ? [{ text: long, about: description }] : []));

function collect(command: Command, path: string, global: Word[]): Node[] {
  const words = command.commands.map((child) => ({ text: child.name(), about: child.description() }));
  const own = path === "" ? [] : optionsOf(command);
  const inner = command.commands.flatMap((child) => collect(child, `${path} ${child.name()}`.trim(), global));
  return [{ path, words, options: [...own, ...global] }, ...inner];
}

const texts = (words: Word[]) => words.map(({ text }) => text).join(" ");

/** The words typed so far that name commands make the path; the deepest known one decides. */
function bash(nodes: Node[]): string {
  const cases = nodes.map(
    ({ path, words, options }) => `    "${path}") words="${texts(words)}"; options="${texts(options)}" ;;`,
  );
  return `# atrium completion for bash: source <(atrium completion bash)
_atrium() {
  local current="\${COMP_WORDS[COMP_CWORD]}" path="" word words options
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case " $(_atrium_words "$path") " in *" $word "*) path="\${path:+$path }$word" ;; esac
  done
  _atrium_node "$path"
  COMPREPLY=()
  if [[ $current == -* ]]; then COMPREPLY=($(compgen -W "$options" -- "$current"))
  elif [[ -n $words ]]; then COMPREPLY=($(compgen -W "$words" -- "$current"))
  fi
}
_atrium_words() { local words options; _atrium_node "$1"; echo "$words"; }
_atrium_node() {
  case "$1" in
${cases.join("\n")}
  esac
}
complete -o default -F _atrium atrium
`;
}

const quote = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;

function zsh(nodes: Node[]): string {
  const pair = ({ text, about }: Word) => quote(`${text.replaceAll(":", "\\:")}:${about}`);
  const cases = nodes.map(
    ({ path, words, options }) =>
      `    ${quote(path)}) words_=(${words.map(pair).join(" ")}); options_=(${options.map(pair).join(" ")}) ;;`,
  );
  return `#compdef atrium
# atrium completion for zsh: source <(atrium completion zsh)
_atrium() {
  local at="" word
  local -a words_ options_
  _atrium_node ""
  for word in "\${(@)words[2,CURRENT-1]}"; do
    if (( \${words_[(I)$word:*]} )); then at="\${at:+$at }$word"; _atrium_node "$at"; fi
  done
  if [[ $words[CURRENT] == -* ]]; then _describe option options_
  elif (( $#words_ )); then _describe command words_
  else _files
  fi
}
_atrium_node() {
  case "$1" in
${cases.join("\n")}
  esac
}
compdef _atrium atrium
`;
}

function fish(nodes: Node[]): string {
  const lines = nodes.flatMap(({ path, words, options }) => {
    const at = `-n '__atrium_at ${quote(path).replaceAll("'", '"')}'`;
    return [
      ...words.map(({ text, about }) => `complete -c atrium -f ${at} -a ${text} -d ${quote(about)}`),
      ...options.map(({ text, about }) => `complete -c atrium ${at} -l ${text.slice(2)} -d ${quote(about)}`),
    ];
  });
  const paths = nodes.filter(({ path }) => path !== "").map(({ path }) => quote(path));
  return `# atrium completion for fish: atrium completion fish | source
function __atrium_at
    set -l at ""
    for word in (commandline -opc)[2..-1]
        set -l deeper (string trim "$at $word")
        contains -- "$deeper" ${paths.join(" ")}; and set at $deeper
    end
    test "$at" = "$argv[1]"
end
${lines.join("\n")}
`;
}
