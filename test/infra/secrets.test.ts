import { expect, it } from "vitest";
import { graph, lambdas, some } from "./graph.ts";

/** In the graph a value that is drawn at deployment reads `{random:<name>}`. */
const DRAWN = "{random:";

it("draws every secret at deployment", () => {
  for (const { inputs } of some<{ secretString: string }>("aws:secretsmanager/secretVersion:SecretVersion"))
    expect(inputs.secretString).toContain(DRAWN);
});

it("shows a secret only to what must hold it", () => {
  const holders = graph.filter(({ inputs }) => JSON.stringify(inputs).includes(DRAWN)).map(({ type }) => type);
  expect(new Set(holders)).toEqual(
    new Set([
      "aws:cloudfront/distribution:Distribution", // sends the origin secret
      "aws:rds/cluster:Cluster", // its own password
      "aws:secretsmanager/secretVersion:SecretVersion",
    ]),
  );
});

it("names secrets by ARN in the environment", () => {
  const named = lambdas.flatMap(({ inputs }) =>
    Object.entries(inputs.environment.variables).filter(([key]) => key.includes("SECRET")),
  );
  for (const [key, value] of named) expect(`${key}=${value}`).toMatch(/_SECRET_ARN=arn:aws:secretsmanager:/);
});

it("names no folder of a developer's machine", () => {
  expect(JSON.stringify(graph)).not.toMatch(/"\/(home|root|work|Users|tmp)\//);
});
