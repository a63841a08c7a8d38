"""A table: its rows as Python values, as Arrow, as pandas."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Callable, Dict, Iterator, Mapping, Optional, Sequence, Union

from . import _api, _download
from ._transport import Transport
from .errors import AtriumError

if TYPE_CHECKING:
    import os

    import pandas
    import pyarrow

Names = Union[str, Sequence[str]]
Where = Mapping[str, Any]

_CONVERT: Dict[str, Callable[[Any], Any]] = {"int64": int, "decimal": Decimal}


class Table:
    """What `client.table(…)` and `client.import_table(…)` answer."""

    def __init__(self, api: _api.Api, transport: Transport, info: _api.Table) -> None:
        self._api = api
        self._transport = transport
        self.info = info

    def __repr__(self) -> str:
        return f"<Table {self.id} {self.name!r}: {self.info.rows} rows>"

    @property
    def id(self) -> str:
        return self.info.id

    @property
    def name(self) -> str:
        return self.info.name

    @property
    def columns(self) -> Sequence[Any]:
        return self.info.columns

    def refresh(self) -> "Table":
        self.info = self._api.get_table(self.id)
        return self

    def rows(
        self,
        *,
        select: Optional[Names] = None,
        where: Optional[Where] = None,
        sort: Optional[Names] = None,
        limit: Optional[int] = None,
        version: Optional[int] = None,
    ) -> Iterator[Dict[str, Any]]:
        """Row after row as it streams in: exact integers and decimals, times as text in ISO form."""
        query = _query(select, where, sort, limit, version)
        convert = {column.name: _CONVERT[column.type] for column in self.columns if column.type in _CONVERT}
        with self._read("application/x-ndjson", query) as response:
            for line in response:
                row = json.loads(line)
                for name, kind in convert.items():
                    if row.get(name) is not None:
                        row[name] = kind(row[name])
                yield row

    def __iter__(self) -> Iterator[Dict[str, Any]]:
        return self.rows()

    def to_arrow(
        self,
        *,
        select: Optional[Names] = None,
        where: Optional[Where] = None,
        sort: Optional[Names] = None,
        limit: Optional[int] = None,
        version: Optional[int] = None,
    ) -> "pyarrow.Table":
        pyarrow = _pyarrow()
        query = _query(select, where, sort, limit, version)
        with self._read("application/vnd.apache.arrow.stream", query) as response:
            return pyarrow.ipc.open_stream(response).read_all()

    def to_pandas(self, **query: Any) -> "pandas.DataFrame":
        """Takes what `to_arrow` takes."""
        try:
            import pandas  # noqa: F401
        except ImportError as error:
            raise AtriumError("Install pandas: pip install 'atrium-client[pandas]'", code="client.no_pandas") from error
        return self.to_arrow(**query).to_pandas()

    def query(
        self,
        *,
        group_by: Optional[Sequence[Any]] = None,
        aggregates: Optional[Sequence[Mapping[str, Any]]] = None,
        where: Optional[Where] = None,
        select: Optional[Sequence[str]] = None,
        sort: Optional[Names] = None,
        limit: Optional[int] = None,
        version: Optional[int] = None,
    ) -> _api.TableAnswer:
        """Counts, sums and groups on the server: `aggregates=[{"op": "mean", "column": "delay"}]`."""
        return self._api.query_table(
            self.id,
            group_by=group_by,
            aggregates=aggregates,
            where=where,
            select=select,
            sort=_names(sort),
            limit=limit,
            version=version,
        )

    def versions(self) -> Iterator[_api.TableVersionItem]:
        """Newest first."""
        cursor: Optional[str] = None
        while True:
            page = self._api.list_table_versions(self.id, cursor=cursor)
            yield from page.items
            cursor = page.next
            if cursor is None:
                return

    def download(self, path: "os.PathLike[str] | str", *, version: Optional[int] = None) -> None:
        """The whole table as Parquet."""
        _download.save(path, lambda: self._api.get_table_download(self.id, format="parquet", version=version).url)

    def _read(self, accept: str, query: Mapping[str, Any]) -> Any:
        return self._transport.open("GET", f"/api/v1/tables/{self.id}/rows", query=query, headers={"accept": accept})


def _query(
    select: Optional[Names],
    where: Optional[Where],
    sort: Optional[Names],
    limit: Optional[int],
    version: Optional[int],
) -> Dict[str, Any]:
    return {
        "select": _names(select),
        "where": json.dumps(where) if where is not None else None,
        "sort": _names(sort),
        "limit": "all" if limit is None else limit,
        "version": version,
    }


def _names(names: Optional[Names]) -> Optional[str]:
    return names if names is None or isinstance(names, str) else ",".join(names)


def _pyarrow() -> Any:
    try:
        import pyarrow
        import pyarrow.ipc
    except ImportError as error:
        raise AtriumError("Install pyarrow: pip install 'atrium-client[arrow]'", code="client.no_pyarrow") from error
    return pyarrow
