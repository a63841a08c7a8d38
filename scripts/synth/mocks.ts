import { ACCOUNT, arnOf, idOf, physicalName, REGION } from "./arn.ts";
import { outputsOf } from "./outputs.ts";
import { policyDocument } from "./policy.ts";

/** A resource as a provider is asked for it. */
export type Registration = { type: string; name: string; inputs: Record<string, unknown> };
export type Created = { id: string; state: Record<string, unknown> };
type Invocation = { token: string; inputs: Record<string, unknown> };

/** What the provider would answer once the resource exists. */
export function create({ type, name, inputs }: Registration): Created {
  const id = idOf(type, name, inputs);
  const arn = arnOf(type, name, inputs);
  const answers = outputsOf(type, { id, arn, name, inputs });
  return { id, state: { ...inputs, name: physicalName(name, inputs), arn, ...answers } };
}

const ANSWERS: Record<string, Record<string, unknown>> = {
  "aws:index/getRegion:getRegion": { id: REGION, name: REGION, region: REGION },
  "aws:index/getCallerIdentity:getCallerIdentity": { accountId: ACCOUNT },
  "aws:index/getPartition:getPartition": { partition: "aws", dnsSuffix: "amazonaws.com" },
  "aws:index/getAvailabilityZones:getAvailabilityZones": { names: ["a", "b", "c"].map((zone) => REGION + zone) },
  "aws:ec2/getAmi:getAmi": { id: "ami-0123456789abcdef0" },
  "aws:ecr/getAuthorizationToken:getAuthorizationToken": { userName: "AWS", password: "{registry token}" },
};

/** Answers a look-up. One that is not known is an error: a made-up answer would be in the graph. */
export function lookUp({ token, inputs }: Invocation): Record<string, unknown> {
  if (token === "aws:iam/getPolicyDocument:getPolicyDocument") return policyDocument(inputs);
  const answer = ANSWERS[token];
  if (!answer) throw new Error(`synthesis has no answer to the look-up ${token}`);
  return answer;
}
