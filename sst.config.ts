/// <reference path="./.sst/platform/config.d.ts" />

export default $config({
  app: () => ({
    name: "atrium",
    home: "aws",
    version: "4.17.1",
    removal: process.env.ATRIUM_REMOVAL === "remove" ? "remove" : "retain",
    protect: process.env.ATRIUM_REMOVAL !== "remove",
    providers: { aws: { region: "eu-west-1", version: "7.20.0" }, random: "4.16.6", "docker-build": "0.0.14" },
  }),
  async run() {
    await import("./stacks/network.ts");
    await import("./stacks/secrets.ts");
    const { migrator } = await import("./stacks/database.ts");
    await import("./stacks/storage.ts");
    await import("./stacks/events.ts");
    await import("./stacks/mail.ts");
    await import("./stacks/compute.ts");
    await import("./stacks/workflows.ts");
    await import("./stacks/predict.ts");
    await import("./stacks/transcode.ts");
    await import("./stacks/analyze.ts");
    await import("./stacks/fetch.ts");
    await import("./stacks/annotations.ts");
    await import("./stacks/execute.ts");
    await import("./stacks/api.ts");
    const { url } = await import("./stacks/web.ts");
    await import("./stacks/runner.ts");
    await import("./stacks/relay.ts");
    await import("./stacks/observability.ts");
    return { url, migrator: migrator.name };
  },
});
