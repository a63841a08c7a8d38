import { runtimeNetwork } from "../network.ts";

type FunctionArgs = ConstructorParameters<typeof sst.aws.Function>[1];
export type LambdaArgs = Omit<FunctionArgs, "environment" | "permissions" | "nodejs"> & {
  nodejs?: { install: Record<string, string> };
  environment: Record<string, $util.Input<string>>;
  permissions: Permission[];
};

export type Permission = {
  actions: string[];
  resources: $util.Input<string>[];
  conditions?: { test: string; variable: string; values: string[] }[];
};

const DUCKDB_VERSION = "1.5.6-r.1";

/** A native library: installed beside the bundle, where it can't be part of it. */
export const duckdb = { install: { "@duckdb/node-api": DUCKDB_VERSION, "@duckdb/node-bindings": DUCKDB_VERSION } };

/** ONNX Runtime as WebAssembly: it reads its own file beside it. */
export const onnx = { install: { "onnxruntime-web": "1.30.0" } };

const UNUSED_ENVIRONMENT = ["SST_KEY", "SST_KEY_FILE", "SST_RESOURCE_App"];

/** libvips, a native library as well. */
export const sharp = { install: { sharp: "0.35.5" } };

/** The program that npm brings for this platform, beside the bundle: it reads what our own jobs made of videos, nothing that users sent. */
export const ffmpeg = {
  copyFiles: [{ from: "node_modules/@ffmpeg-installer/linux-x64/ffmpeg", to: "bin/ffmpeg" }],
  environment: { FFMPEG: "/var/task/bin/ffmpeg" },
};

/**
 * A function as all of ours are: in the network, JSON logs kept a month, configured by environment alone. What SST adds
 * for links is taken out, since nothing here is linked.
 */
export function lambda(name: string, args: LambdaArgs) {
  return new sst.aws.Function(name, {
    runtime: "nodejs24.x",
    architecture: "x86_64",
    vpc: runtimeNetwork,
    logging: { retention: "1 month", format: "json" },
    ...args,
    // What is imported when it is needed is a file of its own, so that a cold start does not even parse it.
    nodejs: { plugins: "stacks/util/bundle-plugins.mjs", splitting: true, ...args.nodejs },
    environment: {
      // Node does not know the authority that signs Aurora's certificates; the runtime ships it here.
      NODE_EXTRA_CA_CERTS: "/var/runtime/ca-cert.pem",
      ...args.environment,
    },
    transform: {
      // SST lets the whole account assume the role, for its live mode, which is not used here.
      role: { assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" }) },
      function: (inputs) => {
        inputs.environment = $output(inputs.environment).apply((environment) => ({
          variables: Object.fromEntries(
            Object.entries(environment?.variables ?? {}).filter(([key]) => !UNUSED_ENVIRONMENT.includes(key)),
          ),
        }));
      },
    },
  });
}

export const mayRead = (secret: { arn: $util.Input<string> }): Permission => ({
  actions: ["secretsmanager:GetSecretValue"],
  resources: [secret.arn],
});
