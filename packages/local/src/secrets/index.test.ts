import { expect, test } from "vitest";
import { secretsActions } from "./index.ts";

const arn = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:database-AbCdEf";
const { GetSecretValue, DescribeSecret, ListSecrets } = secretsActions(
  [{ arn, name: "database", value: "s3cret" }],
  1_000,
);

test.each([arn, "database", arn.slice(0, -7)])("%s names the secret", async (SecretId) => {
  expect(await GetSecretValue({ SecretId })).toMatchObject({ ARN: arn, Name: "database", SecretString: "s3cret" });
});

test("its one version is the current one", async () => {
  const { VersionId } = await GetSecretValue({ SecretId: arn });
  expect(await GetSecretValue({ SecretId: arn, VersionId, VersionStage: "AWSCURRENT" })).toMatchObject({ VersionId });
  expect(await DescribeSecret({ SecretId: arn })).toMatchObject({
    VersionIdsToStages: { [VersionId]: ["AWSCURRENT"] },
  });
});

test.each([
  { SecretId: "nope" },
  { SecretId: arn, VersionStage: "AWSPREVIOUS" },
  { SecretId: arn, VersionId: "other" },
])("%j is not found", (input) =>
  expect(GetSecretValue(input)).rejects.toMatchObject({ code: "ResourceNotFoundException" }),
);

test("describing and listing show no value", async () => {
  const shown = JSON.stringify([await DescribeSecret({ SecretId: arn }), await ListSecrets({})]);
  expect(shown).toContain(arn);
  expect(shown).not.toContain("s3cret");
});
