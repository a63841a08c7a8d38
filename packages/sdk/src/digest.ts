import { type Body, chunksOf } from "./body.ts";
import { createCRC64NVME } from "./crc64nvme.ts";

/** A hash that takes a file piece by piece; what Node's `createHash` gives, and no browser does. */
export type Hasher = { update(bytes: Uint8Array): unknown; digest(encoding: "hex"): string };

/** Reads one part after the other in the order they are asked for, because a hash of the whole needs them in turn. */
export function createDigester(hasher?: Hasher) {
  let before: Promise<unknown> = Promise.resolve();

  async function read(body: Body): Promise<string> {
    const crc = createCRC64NVME();
    for await (const chunk of chunksOf(body)) {
      crc.update(chunk);
      hasher?.update(chunk);
    }
    return crc.base64();
  }

  /** The CRC64NVME of a part. */
  return (body: Promise<Body>): Promise<string> => {
    const mine = before.then(() => body).then(read);
    // Who asked gets the error; those behind fail by their own reading.
    before = mine.catch(() => undefined);
    return mine;
  };
}
