"""The everyday work in a few calls; every call of the API is in `client.api`."""

from __future__ import annotations

import mimetypes
import os
import time
from typing import Any, Callable, Iterator, Mapping, Optional, Sequence, Union

from . import _api, _download
from ._credentials import find_credentials
from ._transport import Transport
from ._upload import Source, Uploader, UploadProgress, find_interrupted, source_size
from .errors import AtriumError, NotFound, RunFailed
from .table import Table

ENDED = ("succeeded", "failed", "cancelled")
SHORTEST_PAUSE = 0.15
LONGEST_PAUSE = 2.0


class Client:
    """`Client(url, key)`; without them ATRIUM_URL and ATRIUM_API_KEY count, then what `atrium login` kept."""

    def __init__(
        self, url: Optional[str] = None, key: Optional[str] = None, *, timeout: float = 30.0, retries: int = 4
    ) -> None:
        found_url, found_key = find_credentials(url, key)
        self._transport = Transport(found_url, found_key, timeout=timeout, retries=retries)
        self.api = _api.Api(self._transport)

    @property
    def url(self) -> str:
        return self._transport.url

    def __repr__(self) -> str:
        return f"<Client {self.url}>"

    def whoami(self) -> _api.Me:
        return self.api.get_me()

    def create_project(self, name: str, **options: Any) -> _api.Project:
        return self.api.create_project(name=name, **options)

    def projects(self, q: Optional[str] = None) -> Iterator[_api.Project]:
        return _pages(lambda cursor: self.api.list_projects(q=q, cursor=cursor, limit=1000))

    def project(self, project: str) -> _api.Project:
        """By id, or by a name that only one has."""
        if project.startswith("prj_"):
            return self.api.get_project(project)
        return _only("project", project, self.projects(project))

    def upload(
        self,
        source: Source,
        project: str,
        *,
        name: Optional[str] = None,
        content_type: Optional[str] = None,
        attributes: Optional[Mapping[str, Any]] = None,
        resume: Union[bool, str] = True,
        on_progress: Optional[Callable[[UploadProgress], None]] = None,
    ) -> _api.File:
        """
        Sends a path or bytes, with the attributes that the project asks of a file. An upload of the same file that was
        interrupted is continued, unless `resume=False`.
        """
        if name is None:
            if isinstance(source, bytes):
                raise AtriumError("Bytes have no name: give name=…", code="client.no_name")
            name = os.path.basename(os.fspath(source))
        project_id = self.project(project).id
        open_id = resume if isinstance(resume, str) else None
        if resume is True:
            open_id = find_interrupted(self.api, project_id, name, source)
        plan: Any
        if open_id:
            plan = self.api.get_upload(open_id)
            if plan.bytes != source_size(source):
                raise AtriumError(f"{name} is not what that upload was begun with", code="upload.source_changed")
        else:
            plan = self.api.create_upload(
                project_id=project_id,
                name=name,
                bytes=source_size(source),
                content_type=content_type or mimetypes.guess_type(name)[0],
                attributes=attributes,
            )
        if plan.state == "completed":
            return self.api.get_file(plan.file_id)
        return Uploader(self.api, plan, source, on_progress).run()

    def download(self, file: Union[str, _api.File], path: "os.PathLike[str] | str") -> None:
        found = self.api.get_file(file) if isinstance(file, str) else file
        declared = found.sha256.value if found.sha256 else None
        _download.save(path, lambda: self.api.get_file_download(found.id).url, found.bytes, declared)

    def import_table(
        self,
        source: Union[Source, _api.File],
        project: str,
        *,
        name: Optional[str] = None,
        options: Optional[Mapping[str, Any]] = None,
        on_progress: Optional[Callable[[_api.Run], None]] = None,
        timeout: Optional[float] = None,
    ) -> Table:
        """Makes a table of a file (an id, a `File`, a path or bytes, which are uploaded first) and waits until it is ready."""
        file = self._file(source, project, name)
        begun = self.api.create_table(
            project_id=self.project(project).id, name=name or file.name, file_id=file.id, options=options
        )
        self.wait(begun.run, on_progress=on_progress, timeout=timeout)
        return self.table(begun.table.id)

    def add_version(
        self,
        table: Union[str, Table],
        source: Union[Source, _api.File],
        *,
        options: Optional[Mapping[str, Any]] = None,
        on_progress: Optional[Callable[[_api.Run], None]] = None,
        timeout: Optional[float] = None,
    ) -> Table:
        """Imports a file as the next version of a table, and waits."""
        known = self.table(table) if isinstance(table, str) else table
        file = self._file(source, known.info.project_id or "", known.name)
        begun = self.api.create_table_version(known.id, file_id=file.id, options=options)
        self.wait(begun.run, on_progress=on_progress, timeout=timeout)
        return known.refresh()

    def table(self, table: str) -> Table:
        """By id, or by a name that only one has."""
        if not table.startswith("tbl_"):
            found = _pages(lambda cursor: self.api.list_tables(q=table, cursor=cursor, limit=1000))
            table = _only("table", table, found).id
        return Table(self.api, self._transport, self.api.get_table(table))

    def run(
        self,
        function: str,
        inputs: Mapping[str, Any],
        *,
        wait: bool = True,
        on_progress: Optional[Callable[[_api.Run], None]] = None,
        timeout: Optional[float] = None,
    ) -> _api.Run:
        """Runs a function (id or name); raises RunFailed when it was waited for and did not succeed."""
        known = [one for one in self.api.list_functions().items if function in (one.id, one.name)]
        begun = self.api.create_function_run(_only("function", function, iter(known), named=False).id, inputs=inputs)
        return self.wait(begun, on_progress=on_progress, timeout=timeout) if wait else begun

    def run_algorithm(
        self,
        algorithm: str,
        project: str,
        *,
        media: Optional[Sequence[str]] = None,
        q: Optional[str] = None,
        recursive: bool = False,
        parameters: Optional[Mapping[str, Any]] = None,
        layer: Optional[str] = None,
        new_layer: Optional[str] = None,
        wait: bool = True,
        on_progress: Optional[Callable[[_api.Run], None]] = None,
        timeout: Optional[float] = None,
    ) -> _api.Run:
        """
        Runs an algorithm (id or name) over these media, or else over those of the project, those that match `q`, with what
        lies in the projects inside it when `recursive`. It writes on the layer with this id, on a new one, or on the first.
        """
        project_id = self.project(project).id
        known = self.api.list_project_algorithms(project_id).items
        chosen = _only("algorithm", algorithm, (one for one in known if algorithm in (one.id, one.name)), named=False)
        query: Optional[Mapping[str, Any]] = None
        count: Any = None
        if media is None:
            query = {"projectId": project_id, "recursive": recursive, **({} if q is None else {"q": q})}
            # The run is refused where this is not so any more.
            count = self.api.list_media(
                project_id=project_id, recursive="true" if recursive else "false", q=q, limit=1, count="true"
            ).total
        begun = self.api.create_algorithm_run(
            chosen.id,
            media_ids=media,
            query=query,
            count=count,
            parameters=parameters,
            project_id=project_id,
            layer={"id": layer} if layer else {"name": new_layer} if new_layer else None,
        ).run
        return self.wait(begun, on_progress=on_progress, timeout=timeout) if wait else begun

    def wait(
        self,
        run: Union[str, _api.Run],
        *,
        on_progress: Optional[Callable[[_api.Run], None]] = None,
        timeout: Optional[float] = None,
    ) -> _api.Run:
        """Until it has ended; asks more seldom as time passes. Raises RunFailed, or TimeoutError while it goes on."""
        run_id = run if isinstance(run, str) else run.id
        deadline = None if timeout is None else time.monotonic() + timeout
        pause = SHORTEST_PAUSE
        while True:
            now = self.api.get_run(run_id)
            if on_progress:
                on_progress(now)
            if now.state in ENDED:
                break
            if deadline is not None and time.monotonic() + pause > deadline:
                raise TimeoutError(f"Run {run_id} is still {now.state} after {timeout} s; it goes on")
            time.sleep(pause)
            pause = min(LONGEST_PAUSE, pause * 1.05)
        if now.state != "succeeded":
            raise RunFailed(now)
        return now

    def _file(self, source: Union[Source, _api.File], project: str, name: Optional[str]) -> _api.File:
        if isinstance(source, _api.File):
            return source
        if isinstance(source, str) and source.startswith("fil_") and not os.path.exists(source):
            return self.api.get_file(source)
        return self.upload(source, project, name=name if isinstance(source, bytes) else None)


def _pages(page_at: Callable[[Optional[str]], Any]) -> Iterator[Any]:
    cursor: Optional[str] = None
    while True:
        page = page_at(cursor)
        yield from page.items
        cursor = page.next
        if cursor is None:
            return


def _only(kind: str, name: str, candidates: Iterator[Any], *, named: bool = True) -> Any:
    found = [one for one in candidates if not named or one.name == name]
    if not found:
        raise NotFound(f"No {kind} is named {name!r}", status=404, code=f"client.no_such_{kind}")
    if len(found) > 1:
        ids = ", ".join(one.id for one in found)
        raise AtriumError(f"{len(found)} {kind}s are named {name!r}; say which: {ids}", code="client.ambiguous")
    return found[0]
