type Principal = { type: string; identifiers: string[] };
type Condition = { test: string; variable: string; values: string[] };
type Statement = {
  sid?: string;
  effect?: string;
  actions?: string[];
  resources?: string[];
  principals?: Principal[];
  conditions?: Condition[];
};

/** Composes a policy from statements as the provider's data source does. */
export function policyDocument(inputs: { statements?: Statement[] }): { statements: Statement[]; json: string } {
  const statements = inputs.statements ?? [];
  return { statements, json: JSON.stringify({ Version: "2012-10-17", Statement: statements.map(compose) }) };
}

const compose = ({ sid, effect, actions, resources, principals, conditions }: Statement) => ({
  Sid: sid,
  Effect: effect ?? "Allow",
  Principal: principals && composePrincipals(principals),
  Action: actions,
  Resource: resources,
  Condition: conditions && composeConditions(conditions),
});

const composePrincipals = (principals: Principal[]) =>
  principals.some(({ type }) => type === "*")
    ? "*"
    : Object.fromEntries(principals.map(({ type, identifiers }) => [type, identifiers]));

function composeConditions(conditions: Condition[]): Record<string, Record<string, string[]>> {
  const composed: Record<string, Record<string, string[]>> = {};
  for (const { test, variable, values } of conditions) composed[test] = { ...composed[test], [variable]: values };
  return composed;
}
