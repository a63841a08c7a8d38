import { describe, expect, it } from "vitest";
import { lambdas } from "./graph.ts";
import { bucketPolicies, permissions, roles } from "./policies.ts";

/** Calls that AWS authorizes on all resources or not at all. */
const ON_EVERYTHING: Record<string, string> = {
  "batch:DescribeJobs": "knows no resource",
  "batch:DescribeJobDefinitions": "knows no resource",
  "logs:CreateLogDelivery": "log delivery knows no resource",
  "logs:GetLogDelivery": "log delivery knows no resource",
  "logs:UpdateLogDelivery": "log delivery knows no resource",
  "logs:DeleteLogDelivery": "log delivery knows no resource",
  "logs:ListLogDeliveries": "log delivery knows no resource",
  "logs:PutResourcePolicy": "log delivery knows no resource",
  "logs:DescribeResourcePolicies": "log delivery knows no resource",
  "logs:DescribeLogGroups": "log delivery knows no resource",
};

/** Policies that AWS keeps, and what they are for. */
const MANAGED: Record<string, string> = {
  AWSLambdaBasicExecutionRole: "a function writes its log",
  AWSLambdaVPCAccessExecutionRole: "a function gets its network interface",
  AmazonECSTaskExecutionRolePolicy: "a job's image is pulled and its log opened",
  AmazonSSMManagedInstanceCore: "the NAT instance is patched and reached without SSH",
};

/** Names that end in what is only known later, below a prefix of ours. */
const BOUNDED: [rule: RegExp, why: string][] = [
  [/^arn:aws:s3:::[\w-]+\/(files|tables|notebooks|media|frames|runs|uploads)\/\*$/, "keys of one area of our bucket"],
  [/^arn:aws:states:[\w-]+:\d+:execution:[\w-]+:\*$/, "executions of one state machine"],
  [/^arn:aws:batch:[\w-]+:\d+:job-definition\/[\w-]+:\*$/, "revisions of one job definition"],
  [/^arn:aws:batch:[\w-]+:\d+:job-definition\/[\w-]+-image-\*$/, "definitions of images, made while it runs"],
  [/^arn:aws:execute-api:[\w-]+:\d+:\w+\/live\/(POST|DELETE)\/@connections\/\*$/, "sockets of one WebSocket API"],
  [/^arn:aws:batch:[\w-]+:\d+:job\/\*$/, "jobs have random ids; Batch knows no prefix for them"],
];

const granted = roles.flatMap(({ name, statements }) =>
  statements.filter(({ effect }) => effect === "Allow").map((statement) => ({ role: name, ...statement })),
);

describe("what roles may do", () => {
  it.each(granted)("$role: $actions names every action", ({ actions }) => {
    expect(actions.filter((action) => action.includes("*"))).toEqual([]);
  });

  it.each(granted)("$role: $actions is on named resources", ({ actions, resources }) => {
    expect(resources.length).toBeGreaterThan(0);
    const unbounded = resources.filter(
      (resource) => resource.includes("*") && !BOUNDED.some(([rule]) => rule.test(resource)),
    );
    if (actions.every((action) => action in ON_EVERYTHING)) expect(resources).toEqual(["*"]);
    else expect(unbounded).toEqual([]);
  });

  it("has no exception that nothing needs any more", () => {
    const [actions, resources] = [granted.flatMap((one) => one.actions), granted.flatMap((one) => one.resources)];
    expect(Object.keys(ON_EVERYTHING).filter((action) => !actions.includes(action))).toEqual([]);
    expect(BOUNDED.filter(([rule]) => !resources.some((resource) => rule.test(resource)))).toEqual([]);
    const managed = roles.flatMap((role) => role.managed.map((arn) => arn.split("/").at(-1)));
    expect(Object.keys(MANAGED).filter((name) => !managed.includes(name))).toEqual([]);
  });

  it.each(roles)("$name uses only known policies of AWS", ({ managed }) => {
    expect(managed.map((arn) => arn.split("/").at(-1)).filter((name) => !(String(name) in MANAGED))).toEqual([]);
  });

  it.each(roles)("$name is assumed by one service", ({ assumedBy }) => {
    expect(assumedBy).toEqual([
      expect.objectContaining({ principals: { Service: expect.anything() }, actions: ["sts:AssumeRole"] }),
    ]);
  });

  it("gives no two functions the same role", () => {
    expect(new Set(lambdas.map(({ inputs }) => inputs.role)).size).toBe(lambdas.length);
  });
});

describe("what others may do", () => {
  it("lets everybody invoke the functions that stream, which ask for the origin secret, and nothing else", () => {
    const open = permissions.filter(({ inputs }) => inputs.principal === "*" || !inputs.sourceArn);
    expect(new Set(open.map(({ inputs }) => inputs.function))).toEqual(
      new Set(
        lambdas
          .filter(({ name }) => name === "TablesFunction" || name === "FramesFunction")
          .map(({ inputs }) => inputs.name),
      ),
    );
  });

  it.each(bucketPolicies)("$name lets in only the CDN of this account", ({ statements }) => {
    const allowed = statements.filter(({ effect }) => effect === "Allow");
    for (const { principals, actions, conditions } of allowed) {
      expect(principals).toEqual({ Service: ["cloudfront.amazonaws.com"] });
      expect(actions).toEqual(["s3:GetObject"]);
      expect(conditions).toEqual({ ArnLike: { "AWS:SourceArn": ["arn:aws:cloudfront::123456789012:distribution/*"] } });
    }
  });

  it.each(bucketPolicies)("$name refuses what is not encrypted on its way", ({ statements }) => {
    expect(statements).toContainEqual(
      expect.objectContaining({
        effect: "Deny",
        principals: "*",
        conditions: { Bool: { "aws:SecureTransport": ["false"] } },
      }),
    );
  });
});
