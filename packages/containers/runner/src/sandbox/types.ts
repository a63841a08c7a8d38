import type { Readable } from "node:stream";

export type Limits = {
  seconds: number;
  memoryMiB: number;
  cpus: number;
  processes: number;
  diskMiB: number;
  outputMiB: number;
};

/** A program of the user's, by where its parts are on this machine. */
export type Program = {
  /** The folder of the harness, and the file in it that is started; a command says itself what is. */
  harness: string;
  entry?: string;
  interpreter: Python | Node | Command;
  /** What reads videos, where the machine has it in a place of its own. */
  media?: { ffmpeg: string; ffprobe: string } | undefined;
};
export type Python = {
  kind: "python";
  /** The virtual environment, and the installation of Python that it was made from. */
  environment: string;
  base: string;
  /** What prints pages, where the machine has one in a place of its own. */
  browser?: string | undefined;
};
export type Node = {
  kind: "node";
  program: string;
  /** Packages that the harness imports, by name. */
  packages: Record<string, string>;
};

/** A program that stands in the place of an image: what is run in the folder of the harness, with Node beside it. */
export type Command = {
  kind: "command";
  command: string[];
  node: string;
  variables: Record<string, string>;
  /** Of the file in the working folder that it is told of as ATRIUM_SOCKET. */
  socket: string;
};

/** Where those parts are for the program itself. */
export type Place = {
  work: string;
  harness: string;
  environment: string;
  node: string;
  browser: string;
  media: string;
};

/** Why a program was ended, when it did not end by itself. */
export type Excess = "seconds" | "memory" | "processes" | "disk" | "output" | "stopped";

export type Ending = { exitCode: number; excess?: Excess };

export type Sandbox = {
  stdout: Readable;
  stderr: Readable;
  /** JSON lines that the harness writes to file descriptor 3. */
  reports: Readable;
  /** Once nothing of it is left. */
  ended: Promise<Ending>;
  end(excess: Excess): void;
};

/** Starts one program, whose working folder is `folder/work`. */
export type StartSandbox = (program: Program, limits: Limits, folder: string) => Promise<Sandbox>;

/** The system does not let this process make a sandbox. */
export class Forbidden extends Error {
  constructor(said: string) {
    super(
      `This machine does not allow the namespaces that user code runs in${said ? ` (${said.split("\n")[0]})` : ""}. ` +
        "Somebody who runs it finds what to allow with `npm run doctor`.",
    );
  }
}
