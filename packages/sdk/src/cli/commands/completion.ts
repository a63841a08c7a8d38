import { Argument, type Command } from "commander";
import { completionScript, SHELLS, type Shell } from "../completion.ts";
import type { Context } from "../context.ts";
import { examples } from "../help.ts";

export function addCompletion(program: Command, { io }: Context) {
  const command = program
    .command("completion")
    .description("print a script that completes commands and options in your shell")
    .addArgument(new Argument("<shell>").choices(SHELLS))
    .action((shell: Shell) => {
      io.stdout.write(completionScript(shell, program));
    });
  examples(
    command,
    "source <(atrium completion bash)   # in ~/.bashrc",
    "source <(atrium completion zsh)    # in ~/.zshrc, after compinit",
    "atrium completion fish > ~/.config/fish/completions/atrium.fish",
  );
}
