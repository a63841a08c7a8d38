const SECRET_LENGTH = 48;

/** Signs session cookies. */
export const authSecret = randomSecret("AuthSecret");
/** Proves that a request came through the CDN, which sends `origin.value` with everything it forwards. */
export const originSecret = randomSecret("OriginSecret");

/** What the program connects to the database as; the migrator makes the role. */
export const programSecret = randomSecret("ProgramSecret", (password) =>
  $jsonStringify({ username: "atrium_program", password }),
);

/** What the secrets of webhooks are encrypted with. */
export const webhookSecret = randomSecret("WebhookSecret");

/**
 * Client secrets of OpenID Connect providers, `{ "<id>": "<secret>" }`. It has no value until an operator puts one there, so that
 * none passes through a deployment.
 */
export const oidcSecret = new aws.secretsmanager.Secret("OidcSecret");

/** Letters and digits only: the value travels in headers. */
function randomSecret(name: string, format = (password: $util.Output<string>) => password) {
  const password = new random.RandomPassword(`${name}Password`, { length: SECRET_LENGTH, special: false });
  const secret = new aws.secretsmanager.Secret(name);
  const version = new aws.secretsmanager.SecretVersion(`${name}Version`, {
    secretId: secret.id,
    secretString: format(password.result),
  });
  // Taken from the version, so that whoever reads the secret is deployed after it has a value.
  return { arn: version.arn, value: password.result };
}
