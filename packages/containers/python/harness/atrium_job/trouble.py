"""Errors as their author needs them: the line of the own source, and only frames that are the author's."""

import linecache
import traceback
from types import TracebackType

from atrium_job.result import fail


def remember_source(file_name: str, text: str) -> None:
    """Lets tracebacks quote code that is in no file of that name."""
    linecache.cache[file_name] = (len(text), None, text.splitlines(keepends=True), file_name)


def fail_with(error: BaseException, file_name: str) -> None:
    summary = _of_user(error.__traceback__, file_name)
    line = _line_of(error, summary, file_name)
    kind = type(error).__name__
    said = error.msg if isinstance(error, SyntaxError) else str(error)
    what = f"{kind}: {said}" if said else kind
    lines = traceback.format_exception_only(error)
    if summary:
        lines = ["Traceback (most recent call last):\n", *summary.format(), *lines]
    fail(what if line is None else f"line {line}: {what}", line, "".join(lines))


def _of_user(frames: TracebackType | None, file_name: str) -> traceback.StackSummary:
    every = traceback.extract_tb(frames)
    return traceback.StackSummary.from_list([one for one in every if one.filename == file_name])


def _line_of(error: BaseException, summary: traceback.StackSummary, file_name: str) -> int | None:
    if isinstance(error, SyntaxError) and error.filename == file_name:
        return error.lineno
    return summary[-1].lineno if summary else None
