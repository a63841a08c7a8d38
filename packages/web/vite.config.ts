import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";
import solid from "vite-plugin-solid";

// A running Atrium (its front door), for work on the pages with hot reload.
const target = process.env.ATRIUM_URL;

export default defineConfig({
  root: import.meta.dirname,
  plugins: [solid(), tailwindcss()],
  // light-dark() stays as it is: lowered, a part of a page could not have another theme than the page.
  build: {
    cssTarget: ["chrome123", "edge123", "firefox120", "safari17.5"],
    target: "es2022",
    outDir: "dist",
    emptyOutDir: true,
    assetsInlineLimit: 0,
  },
  server: target ? { proxy: { "/api": { target, changeOrigin: true, headers: { origin: target } } } } : {},
});
