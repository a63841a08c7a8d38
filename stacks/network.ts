import { settings } from "./util/settings.ts";

const POSTGRES = 5432;
const HTTPS = 443;
const ANYWHERE = "0.0.0.0/0";
/** What SST gives a network. */
const INSIDE = "10.0.0.0/16";

/**
 * The default security group admits nothing: everything here names a group of its own. SST's NAT instances, which have
 * public addresses, would take anything from anywhere; they are there for what is inside.
 */
export const vpc = new sst.aws.Vpc("Network", {
  az: 2,
  nat: settings.nat,
  transform: {
    securityGroup: { ingress: [], egress: [] },
    natSecurityGroup: { ingress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: [INSIDE] }] },
  },
});

/** Objects travel by this endpoint, free of charge, instead of through the NAT. */
export const s3Endpoint = new aws.ec2.VpcEndpoint("S3Endpoint", {
  vpcId: vpc.id,
  vpcEndpointType: "Gateway",
  serviceName: $interpolate`com.amazonaws.${aws.getRegionOutput().region}.s3`,
  routeTableIds: vpc.nodes.privateRouteTables.apply((tables) => tables.map((table) => table.id)),
});

const databaseGroup = new aws.ec2.SecurityGroup("DatabaseGroup", {
  vpcId: vpc.id,
  description: "PostgreSQL, from functions and jobs only",
});

const runtimeGroup = new aws.ec2.SecurityGroup("RuntimeGroup", {
  vpcId: vpc.id,
  description: "Functions and jobs: nothing in, AWS and PostgreSQL out",
});

new aws.vpc.SecurityGroupIngressRule("DatabaseFromRuntime", {
  securityGroupId: databaseGroup.id,
  referencedSecurityGroupId: runtimeGroup.id,
  ipProtocol: "tcp",
  fromPort: POSTGRES,
  toPort: POSTGRES,
});

new aws.vpc.SecurityGroupEgressRule("RuntimeToDatabase", {
  securityGroupId: runtimeGroup.id,
  referencedSecurityGroupId: databaseGroup.id,
  ipProtocol: "tcp",
  fromPort: POSTGRES,
  toPort: POSTGRES,
});

new aws.vpc.SecurityGroupEgressRule("RuntimeToAws", {
  securityGroupId: runtimeGroup.id,
  cidrIpv4: ANYWHERE,
  ipProtocol: "tcp",
  fromPort: HTTPS,
  toPort: HTTPS,
});

/** User code reaches the API and the addresses of its inputs and outputs; to the database there is no way from here. */
const userCodeGroup = new aws.ec2.SecurityGroup("UserCodeGroup", {
  vpcId: vpc.id,
  description: "Jobs of user code: nothing in, HTTPS out",
});

new aws.vpc.SecurityGroupEgressRule("UserCodeToHttps", {
  securityGroupId: userCodeGroup.id,
  cidrIpv4: ANYWHERE,
  ipProtocol: "tcp",
  fromPort: HTTPS,
  toPort: HTTPS,
});

/** Where functions and our own jobs run. */
export const runtimeNetwork = { privateSubnets: vpc.privateSubnets, securityGroups: [runtimeGroup.id] };
/** Where user code runs. */
export const userCodeNetwork = { privateSubnets: vpc.privateSubnets, securityGroups: [userCodeGroup.id] };
/** Where the database runs. */
export const databaseNetwork = { subnets: vpc.privateSubnets, securityGroups: [databaseGroup.id] };
