import solid from "vite-plugin-solid";
import { defineConfig, type TestProjectConfiguration } from "vitest/config";

const never = ["**/node_modules/**", "**/dist/**", "**/.build/**"];
const MINUTE = 60_000;

/** Against one whole system, started once for both: few workers, so that the system keeps a core for itself. */
const whole = (
  name: string,
  include: string[],
  groupOrder: number,
  { maxWorkers = 1, exclude = [] }: { maxWorkers?: number; exclude?: string[] } = {},
): TestProjectConfiguration => ({
  test: {
    name,
    include,
    exclude: [...never, ...exclude],
    globalSetup: ["test/support/setup-system.ts"],
    testTimeout: MINUTE,
    hookTimeout: 2 * MINUTE,
    maxWorkers,
    sequence: { groupOrder },
  },
});

/** What everybody sees is changed, or looked at to the pixel. */
const alone = ["test/browser/{accessibility,administration,screenshots}.test.ts"];

const projects: TestProjectConfiguration[] = [
  {
    test: {
      name: "unit",
      include: [
        "packages/{core,functions,containers,local,sdk}/**/*.test.ts",
        "scripts/**/*.test.ts",
        "test/*/*.unit.test.ts",
      ],
      exclude: [...never, "**/*.{io,pg}.test.ts"],
      // Tests of milliseconds keep nothing between them: a process for each file would take longer than all of them.
      isolate: false,
      setupFiles: ["test/support/described-schemas.ts"],
      // A limit for what hangs, not for what is slow beside others.
      testTimeout: MINUTE / 2,
      maxWorkers: 2,
      sequence: { groupOrder: 0 },
    },
  },
  {
    test: {
      name: "io",
      include: ["{packages,scripts}/**/*.io.test.ts"],
      exclude: never,
      testTimeout: MINUTE / 2,
      maxWorkers: 2,
      sequence: { groupOrder: 0 },
    },
  },
  {
    plugins: [solid()],
    test: {
      name: "web",
      include: ["packages/web/**/*.test.{ts,tsx}"],
      exclude: never,
      // Logic has no DOM; a component's test asks for jsdom in its first line.
      environment: "node",
      isolate: false,
      maxWorkers: 2,
      sequence: { groupOrder: 0 },
    },
  },
  {
    test: {
      name: "pg",
      include: ["packages/**/*.pg.test.ts"],
      exclude: never,
      globalSetup: ["test/support/setup-postgres.ts"],
      setupFiles: ["test/support/postgres-environment.ts"],
      testTimeout: MINUTE / 2,
      hookTimeout: MINUTE,
      maxWorkers: 2,
      sequence: { groupOrder: 1 },
    },
  },
  {
    test: {
      name: "infra",
      include: ["test/infra/**/*.test.ts"],
      exclude: never,
      testTimeout: MINUTE,
      hookTimeout: MINUTE,
      sequence: { groupOrder: 2 },
    },
  },
  whole("acceptance", ["test/acceptance/**/*.test.ts"], 3, { maxWorkers: 2 }),
  whole("browser", ["test/browser/**/*.test.ts"], 4, { maxWorkers: 2, exclude: alone }),
  whole("browser-alone", alone, 5),
  {
    // Each starts systems of its own, to stop and to kill them.
    test: {
      name: "faults",
      include: ["test/faults/**/*.test.ts"],
      exclude: [...never, "**/*.unit.test.ts"],
      testTimeout: 3 * MINUTE,
      hookTimeout: 2 * MINUTE,
      maxWorkers: 1,
      sequence: { groupOrder: 6 },
    },
  },
];

// Large sizes, chaos and other people's clients take longer than anybody waits for before a commit: `npm run test:full`.
if (process.env.ATRIUM_TEST_RING === "full") {
  projects.push(whole("full", ["test/full/**/*.test.ts"], 7));
  projects.push({
    test: {
      name: "conformance",
      include: ["test/conformance/**/*.test.ts"],
      exclude: never,
      testTimeout: 2 * MINUTE,
      hookTimeout: 5 * MINUTE,
      sequence: { groupOrder: 8 },
    },
  });
}

// Behind all that used the shared system, for it looks at what they made it do.
projects.push(whole("surface", ["test/surface/**/*.test.ts"], 9));

export default defineConfig({ test: { projects } });
