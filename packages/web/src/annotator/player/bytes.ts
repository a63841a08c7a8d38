/** Reads ranges of an object by a signed URL, and signs anew when the storage does not take it any more. */
export type Bytes = { read(offset: number, size: number, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> };

const REFUSED = new Set([400, 401, 403]);
/** A clock that is a little off, and the time a request takes. */
const EARLY_MS = 15_000;

export type Signed = { url: string; expiresAt: string };

export function createBytes(sign: () => Promise<Signed>, send: typeof fetch = (...args) => fetch(...args)): Bytes {
  let signed: Promise<Signed> | undefined;
  const current = async () => {
    const known = await signed;
    if (!known || Date.parse(known.expiresAt) - EARLY_MS < Date.now()) signed = sign();
    return (signed ?? sign()).catch((error: unknown) => {
      signed = undefined;
      throw error;
    });
  };

  async function attempt(offset: number, size: number, signal: AbortSignal | undefined): Promise<Response> {
    const { url } = await current();
    return send(url, { headers: { range: `bytes=${offset}-${offset + size - 1}` }, signal: signal ?? null });
  }

  return {
    async read(offset, size, signal) {
      let response = await attempt(offset, size, signal);
      if (REFUSED.has(response.status)) {
        signed = undefined;
        response = await attempt(offset, size, signal);
      }
      if (!response.ok) throw new Error(`The storage answered ${response.status} for ${size} bytes at ${offset}`);
      const bytes = new Uint8Array(await response.arrayBuffer());
      // Storage that does not know ranges answers the whole.
      return response.status === 206 ? bytes : bytes.slice(offset, offset + size);
    },
  };
}
