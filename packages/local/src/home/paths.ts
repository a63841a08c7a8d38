import { join } from "node:path";

/** Everything that must outlive this process lies below one folder. */
export const pathsBelow = (home: string) => ({
  home,
  settings: join(home, "host.json"),
  credentials: join(home, "credentials.json"),
  providers: join(home, "oidc.json"),
  images: join(home, "images.json"),
  sample: join(home, "sample.json"),
  database: join(home, "postgres", "data"),
  objects: join(home, "objects"),
  jobs: join(home, "jobs"),
  scratch: join(home, "scratch"),
  logs: join(home, "logs"),
});

export type Paths = ReturnType<typeof pathsBelow>;
