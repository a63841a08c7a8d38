"""The job as `job.json` in the working folder describes it; what was a URL is a path below that folder here."""

import functools
import json
from pathlib import Path
from typing import Any, Literal, NotRequired, TypedDict


class Output(TypedDict):
    name: str
    type: str
    item: NotRequired[str]


class Input(Output):
    """`value`, or for a dataframe, a file and a blob the `path` of what was downloaded; for media `files`, each with its own."""

    value: NotRequired[Any]
    path: NotRequired[str]
    fileName: NotRequired[str]
    columns: NotRequired[list[str] | None]
    rows: NotRequired[int]
    entityId: NotRequired[str]
    version: NotRequired[int]
    files: NotRequired[list[dict[str, Any]]]


class Source(TypedDict):
    path: str
    fileName: str


class Limits(TypedDict):
    seconds: float
    memoryMiB: int
    cpus: int
    processes: int
    diskMiB: int
    outputMiB: int


class Spec(TypedDict):
    runId: str
    attempt: int
    task: Literal["script", "notebook", "train", "export"]
    language: str
    source: NotRequired[Source]
    limits: Limits
    inputs: list[Input]
    outputs: list[Output]


@functools.cache
def load() -> Spec:
    return json.loads(Path("job.json").read_text(encoding="utf-8"))


def source_text() -> tuple[str, str]:
    """The user's code and the name that it goes by in messages."""
    source = load().get("source")
    if source is None:
        raise LookupError("The job has no source.")
    return source["fileName"], Path(source["path"]).read_text(encoding="utf-8-sig")


def input_named(name: str) -> Input:
    for one in load()["inputs"]:
        if one["name"] == name:
            return one
    raise LookupError(f'The job has no input named "{name}".')
