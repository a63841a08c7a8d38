import { createServer } from "node:net";

/** A port that stays ours until whoever is to listen on it is about to: meanwhile anybody could take one that is merely free. */
export type Reservation = { port: number; release(): Promise<void> };

/** A port nobody listens on at this moment. */
export async function freePort(host: string): Promise<number> {
  const { port, release } = await reserve(host);
  await release();
  return port;
}

/** The wanted port when it is free, else any that is. */
export const reserveOr = (host: string, wanted: number | undefined): Promise<Reservation> =>
  wanted === undefined ? reserve(host) : reserve(host, wanted).catch(() => reserve(host));

export function reserve(host: string, wanted = 0): Promise<Reservation> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    // A host that fails before it listens must be able to end.
    server.unref();
    server.once("error", reject);
    server.listen(wanted, host, () => {
      const address = server.address();
      if (typeof address !== "object" || !address) return reject(new Error("The system gave no port"));
      const release = () => new Promise<void>((done) => server.close(() => done()));
      resolve({ port: address.port, release });
    });
  });
}
