import { ofType, type Resource, some } from "./graph.ts";

export type Statement = {
  effect: string;
  actions: string[];
  resources: string[];
  principals: unknown;
  conditions: unknown;
};

type Written = {
  Effect: string;
  Action: string | string[];
  Resource?: string | string[];
  Principal?: unknown;
  Condition?: unknown;
};

type RoleInputs = {
  name?: string;
  assumeRolePolicy: string | object;
  managedPolicyArns?: string[];
  inlinePolicies?: { policy: string }[];
};

export type Role = { name: string; arn: string; managed: string[]; statements: Statement[]; assumedBy: Statement[] };

export const roles: Role[] = some<RoleInputs>("aws:iam/role:Role").map(({ name, arn, inputs }) => ({
  name,
  arn,
  managed: inputs.managedPolicyArns ?? [],
  statements: (inputs.inlinePolicies ?? []).flatMap(({ policy }) => statementsOf(policy)),
  assumedBy: statementsOf(inputs.assumeRolePolicy),
}));

export const bucketPolicies = some<{ bucket: string; policy: string }>("aws:s3/bucketPolicy:BucketPolicy").map(
  ({ name, inputs }) => ({ name, bucket: inputs.bucket, statements: statementsOf(inputs.policy) }),
);

export const permissions: Resource<{ function: string; principal: string; action: string; sourceArn?: string }>[] =
  ofType("aws:lambda/permission:Permission");

function statementsOf(policy: string | object): Statement[] {
  const { Statement } = (typeof policy === "string" ? JSON.parse(policy) : policy) as { Statement: Written[] };
  return Statement.map((written) => ({
    effect: written.Effect,
    actions: [written.Action].flat(),
    resources: written.Resource === undefined ? [] : [written.Resource].flat(),
    principals: written.Principal,
    conditions: written.Condition,
  }));
}
