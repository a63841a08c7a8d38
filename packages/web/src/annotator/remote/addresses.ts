import type { Addresses } from "../player/lane.ts";
import { type MediaUrl, mediaAPI } from "./media.ts";

const EARLY_MS = 15_000;

/** Signed addresses of one media, asked for together and again when they run out. */
export function createAddresses(mediaId: string) {
  let asked: Promise<MediaUrl[]> | undefined;

  async function all(fresh: boolean): Promise<MediaUrl[]> {
    const known = await asked;
    const ends = Math.min(...(known ?? []).map(({ expiresAt }) => Date.parse(expiresAt)));
    if (!asked || fresh || ends - EARLY_MS < Date.now()) {
      const mine = mediaAPI.urls(mediaId);
      asked = mine;
      mine.catch(() => {
        if (asked === mine) asked = undefined;
      });
    }
    return asked ?? all(true);
  }

  const find = async (name: string, fresh = false): Promise<Addresses> => {
    const found = (await all(fresh)).find((one) => one.name === name);
    if (!found) throw new Error(`The rendition ${name} is not there any more`);
    return found;
  };
  return {
    find,
    /** For a reader that was refused: what it had may not be good any more. */
    signer(name: string) {
      let given: string | undefined;
      return async () => {
        const now = await find(name);
        const next = now.url === given ? await find(name, true) : now;
        given = next.url;
        return next;
      };
    },
  };
}

export type AddressBook = ReturnType<typeof createAddresses>;
