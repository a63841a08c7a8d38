import { expect, test } from "vitest";
import { codeOf, fakeCall } from "../testing.ts";
import { verify } from "./verify.ts";

/** The examples AWS publishes in "Authenticating Requests (AWS Signature Version 4)" of the S3 API reference. */
const credential = { accessKeyId: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY" };
const emptyHash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
const verifier = {
  region: "us-east-1",
  credentials: [{ accessKeyId: "OTHER", secretAccessKey: "x" }, credential],
  now: () => Date.parse("2013-05-24T00:05:00Z"),
};

type Example = { method: string; path: string; headers: Record<string, string> };

function example(method: string, path: string, extra: Record<string, string>, signature: string): Example {
  const headers: Record<string, string> = {
    host: "examplebucket.s3.amazonaws.com",
    "x-amz-content-sha256": emptyHash,
    ...("date" in extra ? {} : { "x-amz-date": "20130524T000000Z" }),
    ...extra,
  };
  const names = Object.keys(headers).sort().join(";");
  const scope = "20130524/us-east-1/s3/aws4_request";
  const authorization = `AWS4-HMAC-SHA256 Credential=${credential.accessKeyId}/${scope},SignedHeaders=${names},Signature=${signature}`;
  return { method, path, headers: { ...headers, Authorization: authorization } };
}

const getRange = example(
  "GET",
  "/test.txt",
  { range: "bytes=0-9" },
  "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41",
);
const putFile = example(
  "PUT",
  "/test%24file.text",
  {
    date: "Fri, 24 May 2013 00:00:00 GMT",
    "x-amz-date": "20130524T000000Z",
    "x-amz-storage-class": "REDUCED_REDUNDANCY",
    "x-amz-content-sha256": "44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072",
  },
  "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd",
);
const lifecycle = example("GET", "/?lifecycle", {}, "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543");
const list = example(
  "GET",
  "/?max-keys=2&prefix=J",
  {},
  "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7",
);

const published = { getRange, putFile, lifecycle, list };
const call = ({ method, path, headers }: Example) => fakeCall(method, path, headers);

test.each(Object.entries(published))("accepts AWS's example %s", (_, request) => {
  expect(verify(call(request), verifier).accessKeyId).toBe(credential.accessKeyId);
});

test.each([
  ["another method", { ...getRange, method: "HEAD" }, "SignatureDoesNotMatch"],
  ["another path", { ...getRange, path: "/test.text" }, "SignatureDoesNotMatch"],
  ["another query", { ...list, path: "/?max-keys=3&prefix=J" }, "SignatureDoesNotMatch"],
  ["one more parameter", { ...getRange, path: "/test.txt?acl" }, "SignatureDoesNotMatch"],
  [
    "another signed header",
    { ...getRange, headers: { ...getRange.headers, range: "bytes=0-99" } },
    "SignatureDoesNotMatch",
  ],
  [
    "another payload",
    { ...getRange, headers: { ...getRange.headers, "x-amz-content-sha256": "UNSIGNED-PAYLOAD" } },
    "SignatureDoesNotMatch",
  ],
  ["an unsigned x-amz header", { ...getRange, headers: { ...getRange.headers, "x-amz-meta-a": "b" } }, "AccessDenied"],
  ["no signature", { ...getRange, headers: { host: "examplebucket.s3.amazonaws.com" } }, "AccessDenied"],
  ["no date", { ...getRange, headers: { ...getRange.headers, "x-amz-date": "now" } }, "AccessDenied"],
  ["no payload hash", withoutHash(getRange), "InvalidRequest"],
  ["the old scheme", { ...getRange, headers: { ...getRange.headers, Authorization: "AWS a:b" } }, "InvalidRequest"],
  ["a malformed credential", credentialOf(getRange, "nothing"), "AuthorizationHeaderMalformed"],
  ["an unknown key", credentialOf(getRange, "NOBODY/20130524/us-east-1/s3/aws4_request"), "InvalidAccessKeyId"],
  [
    "another region",
    credentialOf(getRange, `${credential.accessKeyId}/20130524/eu-west-1/s3/aws4_request`),
    "AuthorizationHeaderMalformed",
  ],
  [
    "another service",
    credentialOf(getRange, `${credential.accessKeyId}/20130524/us-east-1/sqs/aws4_request`),
    "AuthorizationHeaderMalformed",
  ],
  [
    "another day",
    credentialOf(getRange, `${credential.accessKeyId}/20130523/us-east-1/s3/aws4_request`),
    "AuthorizationHeaderMalformed",
  ],
])("refuses %s", async (_, request, code) => {
  expect(await codeOf(() => verify(call(request), verifier))).toBe(code);
});

test.each([
  ["late", "2013-05-24T00:15:01Z", "RequestTimeTooSkewed"],
  ["early", "2013-05-23T23:44:59Z", "RequestTimeTooSkewed"],
  ["within a quarter of an hour", "2013-05-24T00:14:59Z", "accepted"],
])("a request that is %s", async (_, now, code) => {
  expect(await codeOf(() => verify(call(getRange), { ...verifier, now: () => Date.parse(now) }))).toBe(code);
});

const presigned = `/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=${credential.accessKeyId}%2F20130524%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404`;

test.each([
  ["AWS's example", presigned, {}, "2013-05-24T12:00:00Z", "accepted"],
  ["at its last second", presigned, {}, "2013-05-25T00:00:00Z", "accepted"],
  ["after its last second", presigned, {}, "2013-05-25T00:00:01Z", "AccessDenied"],
  ["before its time", presigned, {}, "2013-05-23T23:00:00Z", "AccessDenied"],
  ["with a longer life", presigned.replace("86400", "86401"), {}, "2013-05-24T12:00:00Z", "SignatureDoesNotMatch"],
  [
    "with more than a week",
    presigned.replace("86400", "604801"),
    {},
    "2013-05-24T12:00:00Z",
    "AuthorizationQueryParametersError",
  ],
  ["with no life", presigned.replace("86400", "-1"), {}, "2013-05-24T12:00:00Z", "AuthorizationQueryParametersError"],
  ["with another host", presigned, { host: "evil.s3.amazonaws.com" }, "2013-05-24T12:00:00Z", "SignatureDoesNotMatch"],
  [
    "with host unsigned",
    presigned.replace("SignedHeaders=host", "SignedHeaders=range"),
    {},
    "2013-05-24T12:00:00Z",
    "AccessDenied",
  ],
  ["with a header nobody signed", presigned, { "x-amz-meta-a": "b" }, "2013-05-24T12:00:00Z", "AccessDenied"],
  [
    "with a parameter nobody signed",
    `${presigned}&x-amz-meta-a=b`,
    {},
    "2013-05-24T12:00:00Z",
    "SignatureDoesNotMatch",
  ],
  [
    "with two signatures",
    presigned,
    { Authorization: "AWS4-HMAC-SHA256 x" },
    "2013-05-24T12:00:00Z",
    "InvalidArgument",
  ],
  [
    "with an empty signature",
    presigned.replace(/Signature=.*$/, "Signature="),
    {},
    "2013-05-24T12:00:00Z",
    "SignatureDoesNotMatch",
  ],
])("a presigned URL %s", async (_, url, extra, now, code) => {
  const request = fakeCall("GET", url, { host: "examplebucket.s3.amazonaws.com", ...extra });
  expect(await codeOf(() => verify(request, { ...verifier, now: () => Date.parse(now) }))).toBe(code);
});

function credentialOf(request: Example, text: string) {
  const authorization = (request.headers.Authorization ?? "").replace(/Credential=[^,]*/, `Credential=${text}`);
  return { ...request, headers: { ...request.headers, Authorization: authorization } };
}

function withoutHash({ headers, ...request }: Example): Example {
  const { "x-amz-content-sha256": _, ...rest } = headers;
  return { ...request, headers: rest };
}
