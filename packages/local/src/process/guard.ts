import { type ChildProcess, spawn } from "node:child_process";

/** How a process is ended when the host is gone: PostgreSQL closes on SIGINT, the others have nothing to tidy. */
export type LastSignal = "INT" | "TERM" | "KILL";

/**
 * Reads `add SIGNAL PID` and `drop PID` and, once nobody is left to write, ends what is still listed. A shell and not
 * Node, because it must cost next to nothing and stay when a worker spins in a loop that never looks at its input.
 */
const SCRIPT = `
list=
while read -r verb first second; do
  case $verb in
    add) list="$list $first:$second" ;;
    drop) kept=; for entry in $list; do [ "\${entry#*:}" = "$first" ] || kept="$kept $entry"; done; list=$kept ;;
  esac
done
for entry in $list; do kill -s "\${entry%%:*}" "\${entry#*:}" 2>/dev/null; done
`;

const listed = new Map<number, LastSignal>();
let shell: ChildProcess | undefined;

/** Ends the child when this process is gone, even by SIGKILL. Forgotten by itself when the child exits. */
export function guard(child: ChildProcess, signal: LastSignal): void {
  const { pid } = child;
  if (pid === undefined) return;
  listed.set(pid, signal);
  tell(`add ${signal} ${pid}`);
  child.once("exit", () => {
    listed.delete(pid);
    tell(`drop ${pid}`);
  });
}

function tell(line: string): void {
  const input = (shell ?? start()).stdin;
  input?.write(`${line}\n`);
}

function start(): ChildProcess {
  // A session of its own: Ctrl-C in the terminal reaches the host only, which ends its children in order.
  const child = spawn("/bin/sh", ["-c", SCRIPT], { stdio: ["pipe", "ignore", "ignore"], detached: true });
  shell = child;
  child.unref();
  // The shell may be killed while we write; its successor is told everything again.
  child.stdin.on("error", () => undefined);
  if ("unref" in child.stdin && typeof child.stdin.unref === "function") child.stdin.unref();
  child.once("exit", () => {
    shell = undefined;
    for (const [pid, signal] of listed) tell(`add ${signal} ${pid}`);
  });
  return child;
}
