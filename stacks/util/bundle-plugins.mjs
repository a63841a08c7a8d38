// esbuild plugins of every bundle, on AWS and on one machine.

/** zod brings its messages in fifty languages, which cost each cold start a tenth of its time. The program speaks English. */
const englishOnly = {
  name: "english-only",
  setup(build) {
    build.onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
      contents: 'export { default as en } from "./en.js";',
      loader: "js",
    }));
  },
};

export default [englishOnly];
