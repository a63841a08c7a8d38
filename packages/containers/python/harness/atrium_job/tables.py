"""Tables arrive as Arrow streams of the columns that are needed."""

from typing import TYPE_CHECKING

from atrium_job.spec import input_named

if TYPE_CHECKING:
    import pandas
    import pyarrow


def table(name: str) -> "pyarrow.Table":
    """The table given as the input of that name, mapped from the disk instead of read."""
    import pyarrow

    path = input_named(name).get("path")
    if path is None:
        raise LookupError(f'The input "{name}" is not a table.')
    with pyarrow.memory_map(path) as file, pyarrow.ipc.open_stream(file) as stream:
        return stream.read_all()


def frame(name: str) -> "pandas.DataFrame":
    """The same as pandas users expect it: text as text, not as categories, and every value may be changed in place."""
    import pyarrow

    arrow = table(name)
    for index, field in enumerate(arrow.schema):
        if pyarrow.types.is_dictionary(field.type):
            plain = arrow.column(index).cast(field.type.value_type)
            arrow = arrow.set_column(index, field.with_type(field.type.value_type), plain)
    pandas = arrow.to_pandas()
    # What pandas shares with the mapped file can't be written to.
    return pandas.copy() if any(_frozen(pandas[name]) for name in pandas.columns) else pandas


def _frozen(column: "pandas.Series") -> bool:
    flags = getattr(column.array, "_ndarray", column.array)
    return not getattr(getattr(flags, "flags", None), "writeable", True)
