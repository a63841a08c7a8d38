import { hostname } from "node:os";

const LOOPBACK = new Set(["127.0.0.1", "localhost", "::1", "[::1]"]);

export const isLoopback = (host: string): boolean => LOOPBACK.has(host) || /^127\.\d+\.\d+\.\d+$/.test(host);

/**
 * Whether a `Host` header names us. Any other name, pointed at this machine by whoever owns it, would let a stranger's
 * page talk to us as its own origin. Bound to the network we also go by our addresses, which nobody can point elsewhere.
 */
export function createHostCheck(bound: string, port: () => number): (header: string | undefined) => boolean {
  const open = !isLoopback(bound);
  const own = hostname().toLowerCase();
  return (header) => {
    const [, name = "", stated = "80"] =
      /^(\[[0-9a-f:.]+\]|[^:]+)(?::(\d+))?$/i.exec(header?.toLowerCase() ?? "") ?? [];
    if (name === "" || Number(stated) !== port()) return false;
    if (isLoopback(name) || name === bound) return true;
    return open && (name === own || name.startsWith("[") || /^\d+\.\d+\.\d+\.\d+$/.test(name));
  };
}
