import solid from "vite-plugin-solid";
import { defineConfig } from "vitest/config";

export default defineConfig({
  root: import.meta.dirname,
  plugins: [solid({ hot: false })],
  resolve: { conditions: ["development", "browser"] },
  test: {
    name: "web",
    // Logic has no DOM; a component test asks for jsdom in its first line.
    environment: "node",
    include: ["src/**/*.test.{ts,tsx}"],
    server: { deps: { inline: [/solid-js/, /@kobalte/, /@solidjs/] } },
  },
});
