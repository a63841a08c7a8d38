import { AtriumError } from "./error.ts";

type Signed = { parts: { number: number; url: string }[] };
type Wish = { number: number; crc64nvme: string; resolve(url: string): void; reject(error: unknown): void };

/** The most the API signs at once. */
const MOST = 1_000;

/** Signs a part's URL together with its checksum. Parts that get ready while a request is under way share the next one. */
export function createSigner(ask: (numbers: number[], crc64nvme: string[]) => Promise<Signed>) {
  const waiting: Wish[] = [];
  let busy = false;

  async function work() {
    if (busy) return;
    busy = true;
    while (waiting.length > 0) await serve(waiting.splice(0, MOST));
    busy = false;
  }

  async function serve(wishes: Wish[]) {
    try {
      const { parts } = await ask(
        wishes.map(({ number }) => number),
        wishes.map(({ crc64nvme }) => crc64nvme),
      );
      const urls = new Map(parts.map(({ number, url }) => [number, url]));
      for (const { number, resolve, reject } of wishes) {
        const url = urls.get(number);
        if (url === undefined) reject(unsigned(number));
        else resolve(url);
      }
    } catch (error) {
      for (const { reject } of wishes) reject(error);
    }
  }

  return (number: number, crc64nvme: string): Promise<string> =>
    new Promise((resolve, reject) => {
      waiting.push({ number, crc64nvme, resolve, reject });
      void work();
    });
}

const unsigned = (number: number) =>
  new AtriumError({ status: 0, code: "upload.unsigned", detail: `The API gave no URL for part ${number}` });
