import { randomUUID } from "node:crypto";
import { AwsError } from "../router/error.ts";
import { type Actions, type Input, optionalText, page, text } from "../router/input.ts";

export type Secret = { arn: string; name: string; value: string };

const PAGES = { size: 100, largest: 100 };

/** The calls of `secretsmanager` that this host answers. Its secrets do not change while it runs. */
export function secretsActions(secrets: Secret[], createdAt: number) {
  const created = createdAt / 1000;
  const versions = new Map(secrets.map(({ arn }) => [arn, randomUUID()]));
  const versionOf = ({ arn }: Secret): string => versions.get(arn) ?? "";

  function find(input: Input): Secret {
    const wanted = text(input, "SecretId");
    const found = secrets.find(
      ({ arn, name }) => arn === wanted || name === wanted || arn.replace(/-\w{6}$/, "") === wanted,
    );
    if (found) return found;
    throw new AwsError("ResourceNotFoundException", "Secrets Manager can't find the specified secret.");
  }

  return {
    async GetSecretValue(input: Input) {
      const secret = find(input);
      const stage = optionalText(input, "VersionStage") ?? "AWSCURRENT";
      const version = versionOf(secret);
      if (stage !== "AWSCURRENT" || (optionalText(input, "VersionId") ?? version) !== version) {
        const message = `Secrets Manager can't find the specified secret value for staging label: ${stage}`;
        throw new AwsError("ResourceNotFoundException", message);
      }
      return {
        ARN: secret.arn,
        Name: secret.name,
        SecretString: secret.value,
        VersionId: version,
        VersionStages: ["AWSCURRENT"],
        CreatedDate: created,
      };
    },

    async DescribeSecret(input: Input) {
      const secret = find(input);
      const stages = { [versionOf(secret)]: ["AWSCURRENT"] };
      return { ARN: secret.arn, Name: secret.name, CreatedDate: created, VersionIdsToStages: stages };
    },

    async ListSecrets(input: Input) {
      const { limit, offset, next } = page(input, PAGES);
      const shown = secrets.slice(offset, offset + limit);
      return {
        SecretList: shown.map(({ arn, name }) => ({ ARN: arn, Name: name, CreatedDate: created })),
        ...(secrets.length > offset + limit && { NextToken: next }),
      };
    },
  } satisfies Actions;
}
