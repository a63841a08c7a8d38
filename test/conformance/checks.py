"""What boto3 must be able to do with the object storage: `python checks.py NAME`, with the endpoint in the environment."""

import hashlib
import io
import os
import sys
import urllib.request

import boto3
from boto3.s3.transfer import TransferConfig
from botocore.config import Config
from botocore.exceptions import ClientError

BUCKET = "conformance"
MIB = 1024 * 1024
# Without it boto3 presigns with Signature Version 2, which AWS takes for buckets of before 2020 only.
CONFIG = Config(signature_version="s3v4", retries={"total_max_attempts": 1}, s3={"addressing_style": "path"})
s3 = boto3.client("s3", config=CONFIG)


def code_of(work):
    try:
        work()
    except ClientError as error:
        return error.response["Error"]["Code"]
    return "accepted"


def put_get():
    body = b"a,b\n1,\xc3\xa9\n"
    metadata = {"made-by": "boto3"}
    put = s3.put_object(Bucket=BUCKET, Key="one/\u00e9 +.csv", Body=body, ContentType="text/csv", Metadata=metadata)
    got = s3.get_object(Bucket=BUCKET, Key="one/\u00e9 +.csv")
    assert got["Body"].read() == body
    assert (got["ETag"], got["ContentType"], got["Metadata"]) == (put["ETag"], "text/csv", metadata)
    assert put["ETag"] == f'"{hashlib.md5(body).hexdigest()}"'
    head = s3.head_object(Bucket=BUCKET, Key="one/\u00e9 +.csv")
    assert head["ContentLength"] == len(body)
    assert code_of(lambda: s3.get_object(Bucket=BUCKET, Key="none")) == "NoSuchKey"
    assert code_of(lambda: s3.head_object(Bucket=BUCKET, Key="none")) == "404"


def ranges_and_conditions():
    put = s3.put_object(Bucket=BUCKET, Key="ranged", Body=b"0123456789")
    part = s3.get_object(Bucket=BUCKET, Key="ranged", Range="bytes=2-4")
    assert (part["Body"].read(), part["ContentRange"]) == (b"234", "bytes 2-4/10")
    assert s3.get_object(Bucket=BUCKET, Key="ranged", Range="bytes=-3")["Body"].read() == b"789"
    assert code_of(lambda: s3.get_object(Bucket=BUCKET, Key="ranged", Range="bytes=10-")) == "InvalidRange"
    assert code_of(lambda: s3.get_object(Bucket=BUCKET, Key="ranged", IfNoneMatch=put["ETag"])) == "304"
    assert code_of(lambda: s3.put_object(Bucket=BUCKET, Key="ranged", Body=b"x", IfNoneMatch="*")) == "PreconditionFailed"
    s3.put_object(Bucket=BUCKET, Key="ranged", Body=b"new", IfMatch=put["ETag"])
    assert code_of(lambda: s3.put_object(Bucket=BUCKET, Key="ranged", Body=b"x", IfMatch=put["ETag"])) == "PreconditionFailed"


def listing():
    keys = [f"list/{folder}/{n:02}" for folder in "ab" for n in range(12)]
    for key in keys:
        s3.put_object(Bucket=BUCKET, Key=key, Body=b"")
    pages = s3.get_paginator("list_objects_v2").paginate(Bucket=BUCKET, Prefix="list/", PaginationConfig={"PageSize": 5})
    assert [item["Key"] for page in pages for item in page["Contents"]] == keys
    grouped = s3.list_objects_v2(Bucket=BUCKET, Prefix="list/", Delimiter="/")
    assert [item["Prefix"] for item in grouped["CommonPrefixes"]] == ["list/a/", "list/b/"]
    gone = s3.delete_objects(Bucket=BUCKET, Delete={"Objects": [{"Key": key} for key in keys]})
    assert len(gone["Deleted"]) == len(keys)
    assert s3.list_objects_v2(Bucket=BUCKET, Prefix="list/")["KeyCount"] == 0


def multipart():
    body = os.urandom(17 * MIB + 5)
    config = TransferConfig(multipart_threshold=8 * MIB, multipart_chunksize=8 * MIB, max_concurrency=4)
    s3.upload_fileobj(io.BytesIO(body), BUCKET, "multipart", Config=config)
    assert s3.head_object(Bucket=BUCKET, Key="multipart")["ETag"].endswith('-3"')
    target = io.BytesIO()
    s3.download_fileobj(BUCKET, "multipart", target, Config=config)
    assert target.getvalue() == body


def multipart_by_hand():
    upload = s3.create_multipart_upload(Bucket=BUCKET, Key="by hand", ChecksumAlgorithm="SHA256")["UploadId"]
    target = {"Bucket": BUCKET, "Key": "by hand", "UploadId": upload}
    bodies = [b"a" * 5 * MIB, b"b"]
    parts = []
    for number, body in enumerate(bodies, 1):
        sent = s3.upload_part(**target, PartNumber=number, Body=body, ChecksumAlgorithm="SHA256")
        parts.append({"PartNumber": number, "ETag": sent["ETag"], "ChecksumSHA256": sent["ChecksumSHA256"]})
    listed = s3.list_parts(**target)["Parts"]
    assert [(part["PartNumber"], part["Size"]) for part in listed] == [(1, 5 * MIB), (2, 1)]
    done = s3.complete_multipart_upload(**target, MultipartUpload={"Parts": parts})
    assert done["ChecksumSHA256"].endswith("-2")
    got = s3.get_object(Bucket=BUCKET, Key="by hand", ChecksumMode="ENABLED")
    assert got["Body"].read() == b"".join(bodies)
    other = s3.create_multipart_upload(Bucket=BUCKET, Key="given up")["UploadId"]
    assert [one["UploadId"] for one in s3.list_multipart_uploads(Bucket=BUCKET)["Uploads"]] == [other]
    s3.abort_multipart_upload(Bucket=BUCKET, Key="given up", UploadId=other)
    assert "Uploads" not in s3.list_multipart_uploads(Bucket=BUCKET)


def checksums():
    for algorithm in ["CRC32", "SHA1", "SHA256"]:
        s3.put_object(Bucket=BUCKET, Key=algorithm, Body=b"checked", ChecksumAlgorithm=algorithm)
        got = s3.get_object(Bucket=BUCKET, Key=algorithm, ChecksumMode="ENABLED")
        assert got["Body"].read() == b"checked" and got[f"Checksum{algorithm}"]
    wrong = lambda: s3.put_object(Bucket=BUCKET, Key="wrong", Body=b"checked", ChecksumSHA256="A" * 43 + "=")
    assert code_of(wrong) == "BadDigest"
    assert code_of(lambda: s3.head_object(Bucket=BUCKET, Key="wrong")) == "404"


def copying():
    s3.put_object(Bucket=BUCKET, Key="source \u00e9", Body=b"copy me", Metadata={"a": "1"})
    source = {"Bucket": BUCKET, "Key": "source \u00e9"}
    s3.copy_object(Bucket=BUCKET, Key="copy", CopySource=source)
    got = s3.get_object(Bucket=BUCKET, Key="copy")
    assert (got["Body"].read(), got["Metadata"]) == (b"copy me", {"a": "1"})
    s3.put_object(Bucket=BUCKET, Key="large", Body=os.urandom(17 * MIB))
    config = TransferConfig(multipart_threshold=8 * MIB, multipart_chunksize=8 * MIB)
    s3.copy({"Bucket": BUCKET, "Key": "large"}, BUCKET, "large copy", Config=config)
    pair = [hashlib.sha256(s3.get_object(Bucket=BUCKET, Key=key)["Body"].read()).digest() for key in ["large", "large copy"]]
    assert pair[0] == pair[1]


def signed_urls():
    target = {"Bucket": BUCKET, "Key": "signed"}
    url = s3.generate_presigned_url("put_object", Params=target, ExpiresIn=60)
    with urllib.request.urlopen(urllib.request.Request(url, data=b"by URL", method="PUT")) as answer:
        assert answer.status == 200
    with urllib.request.urlopen(s3.generate_presigned_url("get_object", Params=target, ExpiresIn=60)) as answer:
        assert answer.read() == b"by URL"


def refusals():
    key = os.environ["AWS_ACCESS_KEY_ID"]
    stranger = boto3.client("s3", aws_access_key_id=key, aws_secret_access_key="guessed", config=CONFIG)
    assert code_of(lambda: stranger.list_objects_v2(Bucket=BUCKET)) == "SignatureDoesNotMatch"
    assert code_of(lambda: s3.list_objects_v2(Bucket="nobodys")) == "NoSuchBucket"
    assert code_of(lambda: s3.put_bucket_policy(Bucket=BUCKET, Policy="{}")) == "NotImplemented"


CHECKS = [
    *[put_get, ranges_and_conditions, listing, multipart, multipart_by_hand],
    *[checksums, copying, signed_urls, refusals],
]

if __name__ == "__main__":
    next(check for check in CHECKS if check.__name__ == sys.argv[1])()
