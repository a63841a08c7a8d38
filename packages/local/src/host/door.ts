import { type FrontDoor, startFrontDoor } from "../front-door/index.ts";
import type { LogFile } from "../log/index.ts";
import type { HostOptions } from "./options.ts";

const TRIES = 50;

/** A port somebody named is that port or none; the default moves on to the next free one. */
export async function openDoor({ host, port, mayMove }: HostOptions, log: LogFile): Promise<FrontDoor> {
  for (let offset = 0; ; offset++) {
    try {
      return await startFrontDoor({ host, port: port + offset, log });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
      if (!mayMove) throw new Error(`Port ${port} is taken. Set PORT to another one, or to 0 for any that is free.`);
      if (offset === TRIES) throw new Error(`Ports ${port} to ${port + offset} are taken. Set PORT.`);
    }
  }
}
