import { type Atrium, createAtrium } from "../../packages/sdk/src/index.ts";
import { temporaryFolder } from "../support/paths.ts";
import { type RunningSystem, startSystem } from "../support/system.ts";
import { note } from "./report.ts";

export type Subject = { client: Atrium; folder: string; pid(): number; restart(): Promise<void> };

/** An empty system of the bench's own, and a folder for its files; both are gone afterwards. */
export async function withSystem(use: (subject: Subject) => Promise<void>) {
  const home = temporaryFolder("bench-home");
  const files = temporaryFolder("bench");
  try {
    note("starting a system");
    let system = await startSystem({ home: home.path });
    const subject: Subject = {
      client: connect(system),
      folder: files.path,
      pid: () => system.pid,
      async restart() {
        await system.stop();
        system = await startSystem({ home: home.path });
        subject.client = connect(system);
      },
    };
    try {
      await use(subject);
    } finally {
      await system.stop();
    }
  } finally {
    home.remove();
    files.remove();
  }
}

const connect = ({ url, apiKey }: RunningSystem) => createAtrium({ url, apiKey });
