import { createServer } from "node:net";

/** A port nobody listens on at this moment. */
export const freePort = (host: string): Promise<number> => bindable(host, 0);

/** The wanted port when it is free, else any that is. */
export const portOr = (host: string, wanted: number | undefined): Promise<number> =>
  wanted === undefined ? freePort(host) : bindable(host, wanted).catch(() => freePort(host));

function bindable(host: string, wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(wanted, host, () => {
      const address = server.address();
      server.close(() => {
        if (typeof address === "object" && address) resolve(address.port);
        else reject(new Error("The system gave no port"));
      });
    });
  });
}
