import { describe, expect, it } from "vitest";
import { graph, ofType, only, some } from "./graph.ts";

const buckets = some<{ bucket: string; forceDestroy: boolean }>("aws:s3/bucket:Bucket");
const settingsOf = <T>(type: string, bucket: string) =>
  ofType<T & { bucket: string }>(type).find(({ inputs }) => inputs.bucket === bucket)?.inputs;

describe.each(buckets)("$name", ({ inputs }) => {
  it("is private", () => {
    expect(settingsOf("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", inputs.bucket)).toMatchObject({
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
  });

  it("is encrypted", () => {
    const type = "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";
    expect(settingsOf(type, inputs.bucket)).toMatchObject({
      rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }],
    });
  });
});

describe("the network", () => {
  type Group = { ingress?: { cidrBlocks?: string[]; ipv6CidrBlocks?: string[] }[] };

  it.each(some<Group>("aws:ec2/securityGroup:SecurityGroup"))("$name admits nothing from outside", ({ inputs }) => {
    const { cidrBlock } = only<{ cidrBlock: string }>("aws:ec2/vpc:Vpc").inputs;
    for (const { cidrBlocks = [], ipv6CidrBlocks = [] } of inputs.ingress ?? [])
      expect([...cidrBlocks, ...ipv6CidrBlocks]).toEqual([cidrBlock]);
  });

  it.each(some<object>("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"))(
    "$name names another group, not addresses",
    ({ inputs }) => {
      expect(inputs).toHaveProperty("referencedSecurityGroupId");
      expect(inputs).not.toHaveProperty("cidrIpv4");
      expect(inputs).not.toHaveProperty("cidrIpv6");
    },
  );
});

describe("the objects bucket", () => {
  const bucket = buckets.find(({ name }) => name === "ObjectsBucket")?.inputs.bucket ?? "";

  it("is not emptied by removing the stage", () => {
    expect(buckets.find(({ name }) => name === "ObjectsBucket")?.inputs.forceDestroy).toBe(false);
  });

  it("lets the site send parts and read their ETag, and no other origin", () => {
    const cors = settingsOf("aws:s3/bucketCorsConfiguration:BucketCorsConfiguration", bucket);
    expect(cors).toMatchObject({
      corsRules: [
        {
          allowedOrigins: [expect.stringMatching(/^https:\/\/[\w.-]+$/)],
          allowedMethods: expect.arrayContaining(["GET", "PUT"]),
          exposeHeaders: expect.arrayContaining(["ETag"]),
        },
      ],
    });
  });

  it("drops uploads abandoned for a week, and pictures that can be made again", () => {
    const lifecycle = settingsOf("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", bucket);
    expect(lifecycle).toMatchObject({
      rules: [
        { status: "Enabled", abortIncompleteMultipartUpload: { daysAfterInitiation: 7 } },
        { status: "Enabled", filter: { prefix: "frames/" }, expiration: { days: 30 } },
        { status: "Enabled", filter: { prefix: "uploads/" }, expiration: { days: 1 } },
      ],
    });
  });

  it("is reached from the network without leaving AWS", () => {
    expect(some("aws:ec2/vpcEndpoint:VpcEndpoint").map(({ inputs }) => inputs)).toContainEqual(
      expect.objectContaining({ vpcEndpointType: "Gateway", serviceName: "com.amazonaws.eu-west-1.s3" }),
    );
  });
});

describe("the database", () => {
  const cluster = only<{ vpcSecurityGroupIds: string[] }>("aws:rds/cluster:Cluster").inputs;
  const instances = some("aws:rds/clusterInstance:ClusterInstance");

  it("is PostgreSQL 17, encrypted, backed up, and not deleted by accident", () => {
    expect(cluster).toMatchObject({
      backupRetentionPeriod: 14,
      engine: "aurora-postgresql",
      engineVersion: expect.stringMatching(/^17/),
      storageEncrypted: true,
      deletionProtection: true,
      skipFinalSnapshot: false,
    });
  });

  it("has no public address", () => {
    for (const { inputs } of instances) expect(inputs.publiclyAccessible).toBe(false);
    const { subnetIds } = only<{ subnetIds: string[] }>("aws:rds/subnetGroup:SubnetGroup").inputs;
    const isPrivate = some("aws:ec2/subnet:Subnet").filter(({ inputs }) => inputs.mapPublicIpOnLaunch !== true);
    expect(isPrivate.map(({ id }) => id)).toEqual(expect.arrayContaining(subnetIds));
  });

  it("admits functions and jobs, on its port, and nobody else", () => {
    const group = cluster.vpcSecurityGroupIds[0];
    const rules = some("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule");
    const runtime = graph.find(({ name }) => name === "RuntimeGroup")?.id;
    expect(rules.filter(({ inputs }) => inputs.securityGroupId === group).map(({ inputs }) => inputs)).toEqual([
      { securityGroupId: group, referencedSecurityGroupId: runtime, ipProtocol: "tcp", fromPort: 5432, toPort: 5432 },
    ]);
    expect(graph.find(({ id }) => id === group)?.inputs).not.toHaveProperty("ingress");
  });
});
