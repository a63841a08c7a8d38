"""Outputs that are files: tables, pictures, bytes. Each function answers the file it wrote and what it is."""

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from atrium_job.scalars import WrongType

if TYPE_CHECKING:
    import pandas
    import pyarrow

OUTPUTS = Path("outputs")
DOTS_PER_INCH = 144


def parquet(name: str, value: Any) -> dict[str, Any]:
    import pyarrow.parquet

    arrow = _as_table(value)
    path = OUTPUTS / f"{name}.parquet"
    # Parquet files of nanoseconds are read by few.
    pyarrow.parquet.write_table(
        arrow, path, compression="zstd", coerce_timestamps="us", allow_truncated_timestamps=True
    )
    return _file(path, "application/vnd.apache.parquet") | {"rows": arrow.num_rows}


def picture(name: str, value: Any) -> dict[str, Any]:
    if isinstance(value, str):
        value = value.encode()
    if isinstance(value, bytes | bytearray):
        return _drawn(name, bytes(value))
    figure = _figure(value)
    path = OUTPUTS / f"{name}.png"
    figure.savefig(path, dpi=DOTS_PER_INCH, bbox_inches="tight")
    return _file(path, "image/png")


def file(name: str, value: Any) -> dict[str, Any]:
    try:
        path = Path(value)
    except TypeError:
        raise WrongType(f"a file is given as its path, not as {type(value).__name__}") from None
    if not path.is_file():
        raise WrongType(f"there is no file {path}")
    # What lies elsewhere goes with the sandbox.
    target = OUTPUTS / f"{name}-{path.name}"
    shutil.copyfile(path, target)
    return _file(target, "application/octet-stream") | {"fileName": path.name}


def blob(name: str, value: Any) -> dict[str, Any]:
    if not isinstance(value, bytes | bytearray | memoryview):
        raise WrongType(f"a blob is given as bytes, not as {type(value).__name__}")
    path = OUTPUTS / f"{name}.bin"
    path.write_bytes(value)
    return _file(path, "application/octet-stream")


def _file(path: Path, content_type: str) -> dict[str, Any]:
    return {"path": str(path), "contentType": content_type, "fileName": path.name}


def _as_table(value: Any) -> "pyarrow.Table":
    import pandas
    import pyarrow

    if isinstance(value, pyarrow.Table):
        return value
    if isinstance(value, pandas.Series):
        value = value.to_frame()
    if not isinstance(value, pandas.DataFrame):
        raise WrongType(f"a dataframe is given as a DataFrame of pandas or a pyarrow.Table, not as {type(value).__name__}")
    try:
        return pyarrow.Table.from_pandas(_flat(value), preserve_index=False)
    except (pyarrow.ArrowInvalid, pyarrow.ArrowTypeError) as error:
        raise WrongType(f"its columns can't be written: {' '.join(map(str, error.args))}") from None


def _flat(frame: "pandas.DataFrame") -> "pandas.DataFrame":
    """An index that has names is data, such as what was grouped by; any other only counts rows."""
    named = any(name is not None for name in frame.index.names)
    frame = frame.reset_index() if named else frame.reset_index(drop=True)
    names = ["_".join(map(str, name)) if isinstance(name, tuple) else str(name) for name in frame.columns]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise WrongType(f"it has more than one column named {', '.join(twice)}")
    return frame.set_axis(names, axis="columns")


def _drawn(name: str, image: bytes) -> dict[str, Any]:
    if image.startswith(b"\x89PNG\r\n\x1a\n"):
        path, content_type = OUTPUTS / f"{name}.png", "image/png"
    elif b"<svg" in image[:1024]:
        path, content_type = OUTPUTS / f"{name}.svg", "image/svg+xml"
    else:
        raise WrongType("its bytes are neither a PNG nor an SVG picture")
    path.write_bytes(image)
    return _file(path, content_type)


def _figure(value: Any) -> Any:
    """The figure itself, or the one that axes belong to; without a value what is drawn on now."""
    if value is None:
        pyplot = sys.modules.get("matplotlib.pyplot")
        if pyplot is None or not pyplot.get_fignums():
            raise WrongType("nothing was drawn")
        return pyplot.gcf()
    if hasattr(value, "flat"):
        value = next(iter(value.flat), None)
    figure = getattr(value, "figure", None)
    if hasattr(value, "savefig"):
        figure = value
    if not hasattr(figure, "savefig"):
        raise WrongType(f"graphics are given as a figure of matplotlib or a picture's bytes, not as {type(value).__name__}")
    return figure
