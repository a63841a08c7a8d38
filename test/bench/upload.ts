import { spawn } from "node:child_process";
import { randomFillSync } from "node:crypto";
import { once } from "node:events";
import { createWriteStream, rmSync } from "node:fs";
import { join } from "node:path";
import { openSource } from "../../packages/sdk/src/cli/file-source.ts";
import { take, upload } from "../../packages/sdk/src/index.ts";
import { type Bench, medianMs, note } from "./report.ts";
import { withSystem } from "./system.ts";

const MIB = 2 ** 20;
const SIZE = 1024 * MIB;

/** 1 GiB through the SDK's engine into the storage, beside copying the file and hashing it. */
export const benchUpload = ({ report, times }: Bench) =>
  withSystem(async ({ client, folder }) => {
    const path = join(folder, "random.bin");
    await writeRandom(path);
    note("uploading 1 GiB");
    const project = await take(client.POST("/api/v1/projects", { body: { name: "Bench" } }));

    let peakBytes = 0;
    const watch = setInterval(() => {
      peakBytes = Math.max(peakBytes, process.memoryUsage().rss);
    }, 50);
    const before = process.memoryUsage().rss;
    const ours = await medianMs(times, async () => {
      const source = await openSource(path);
      await upload(client, source, { projectId: project.id });
      await source.close();
    });
    clearInterval(watch);

    const copy = join(folder, "copy.bin");
    const peer = await medianMs(times, async () => {
      rmSync(copy, { force: true });
      await run("cp", path, copy);
      await run("sha256sum", copy);
    });
    report.add({ name: "upload of 1 GiB", unit: "ms", ours, peer, peerName: "cp, then sha256sum" });
    report.add({
      name: "memory of the uploader at its peak, above before",
      unit: "MiB",
      ours: (peakBytes - before) / MIB,
      peer: 4 * 8,
      peerName: "the four parts of 8 MiB under way",
    });
  });

async function writeRandom(path: string) {
  const out = createWriteStream(path);
  const block = Buffer.allocUnsafe(8 * MIB);
  for (let written = 0; written < SIZE; written += block.length)
    if (!out.write(Buffer.from(randomFillSync(block)))) await once(out, "drain");
  out.end();
  await once(out, "finish");
}

async function run(command: string, ...args: string[]) {
  const [code] = await once(spawn(command, args, { stdio: "ignore" }), "exit");
  if (code !== 0) throw new Error(`${command} ended with code ${code}`);
}
