import { defineConfig } from "vitest/config";

const unit = ["packages/{core,functions,containers,local,sdk}/**/*.test.ts", "scripts/**/*.test.ts"];

export default defineConfig({
  test: {
    projects: [
      { test: { name: "unit", include: unit, exclude: ["**/node_modules/**", "**/*.pg.test.ts"] } },
      {
        test: {
          name: "pg",
          include: ["packages/**/*.pg.test.ts"],
          exclude: ["**/node_modules/**"],
          testTimeout: 30_000,
        },
      },
      { test: { name: "infra", include: ["test/infra/**/*.test.ts"] } },
    ],
  },
});
