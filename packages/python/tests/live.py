"""The client against a whole Atrium, named by ATRIUM_URL and ATRIUM_API_KEY: python tests/live.py.

With ATRIUM_TEST_ARROW=1 pyarrow and pandas must be there; without, what needs them is left out.
"""

from __future__ import annotations

import os
import tempfile
import unittest
import uuid
from decimal import Decimal
from typing import Any, List

import atrium

MIB = 1 << 20
ROWS = 20_000
LARGE = 9007199254740993


def csv() -> str:
    lines = [f"{n},{['Oslo', 'Lima'][n % 2]},{n}.12345678901234567,{LARGE + n}" for n in range(ROWS)]
    return "\n".join(["n,city,exact,large", *lines, ""])


class Live(unittest.TestCase):
    client: atrium.Client
    project: str
    table: atrium.Table

    @classmethod
    def setUpClass(cls) -> None:
        cls.client = atrium.Client()
        cls.project = cls.client.create_project(f"Python {uuid.uuid4().hex[:8]}").id
        seen: List[str] = []
        cls.table = cls.client.import_table(
            csv().encode(), cls.project, name="cities.csv", on_progress=lambda run: seen.append(run.state)
        )
        assert seen[-1] == "succeeded", seen

    def test_knows_whose_key_it_has(self) -> None:
        me = self.client.whoami()
        self.assertTrue(me.user.email)
        self.assertIsNotNone(me.key)

    def test_uploads_in_parts_resumes_and_downloads_the_same(self) -> None:
        content = os.urandom(20 * MIB + 1)
        with tempfile.TemporaryDirectory() as folder:
            path, copy = os.path.join(folder, "a.bin"), os.path.join(folder, "b.bin")
            with open(path, "wb") as file:
                file.write(content)

            def stop(progress: atrium.UploadProgress) -> None:
                if progress.bytes > 10 * MIB:
                    raise KeyboardInterrupt

            with self.assertRaises(KeyboardInterrupt):
                self.client.upload(path, self.project, on_progress=stop)
            begun = {upload.id for upload in self.client.api.list_uploads(project_id=self.project).items}
            self.assertEqual(len(begun), 1)
            seen: List[Any] = []
            stored = self.client.upload(path, self.project, on_progress=seen.append)
            self.assertEqual({progress.upload_id for progress in seen}, begun)
            self.assertEqual(stored.bytes, len(content))
            self.assertEqual(stored.sha256.state if stored.sha256 else None, "declared")
            self.client.download(stored, copy)
            with open(copy, "rb") as file:
                self.assertEqual(file.read(), content)

    def test_reads_rows_with_exact_numbers(self) -> None:
        first = next(iter(self.table))
        self.assertEqual(first, {"n": 0, "city": "Oslo", "exact": Decimal("0.12345678901234567"), "large": LARGE})
        some = list(self.table.rows(select=["n"], where={"column": "city", "op": "eq", "value": "Lima"}, sort="-n"))
        self.assertEqual((len(some), some[0]), (ROWS // 2, {"n": ROWS - 1}))

    def test_asks_the_server_to_count(self) -> None:
        answer = self.table.query(group_by=["city"], aggregates=[{"op": "count", "as": "rows"}], sort="city")
        self.assertEqual(answer.items, [{"city": "Lima", "rows": ROWS // 2}, {"city": "Oslo", "rows": ROWS // 2}])

    def test_adds_a_version_and_reads_an_older_one(self) -> None:
        table = self.client.import_table(b"a\n1\n", self.project, name="versions.csv")
        self.client.add_version(table, b"a,b\n1,2\n3,4\n")
        self.assertEqual([version.version for version in table.versions()], [2, 1])
        self.assertEqual([list(table.rows()), list(table.rows(version=1))], [[{"a": 1, "b": 2}, {"a": 3, "b": 4}], [{"a": 1}]])

    def test_downloads_parquet(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "cities.parquet")
            self.table.download(path)
            with open(path, "rb") as file:
                self.assertEqual(file.read(4), b"PAR1")

    def test_a_failed_import_says_why(self) -> None:
        with self.assertRaises(atrium.RunFailed) as caught:
            self.client.import_table(b"PAR1 is not enough", self.project, name="broken.parquet")
        self.assertTrue(caught.exception.code.startswith("import."))
        self.assertEqual(caught.exception.run.state, "failed")

    def test_refusals(self) -> None:
        with self.assertRaises(atrium.NotFound):
            self.client.api.get_table("tbl_01K00000000000000000000000")
        with self.assertRaises(atrium.InvalidInput) as caught:
            list(self.table.rows(where={"column": "nowhere", "op": "eq", "value": 1}))
        self.assertTrue(caught.exception.request_id)
        with self.assertRaises(atrium.AuthenticationError):
            atrium.Client(self.client.url, "nope").whoami()


@unittest.skipUnless(os.environ.get("ATRIUM_TEST_ARROW"), "pyarrow and pandas are tested in an environment of their own")
class Arrow(Live):
    def test_to_arrow(self) -> None:
        import pyarrow

        found = self.table.to_arrow(select=["n", "exact", "large"], sort="-n")
        self.assertEqual(found.num_rows, ROWS)
        self.assertEqual(found.schema.field("large").type, pyarrow.int64())
        self.assertEqual(found["large"][0].as_py(), LARGE + ROWS - 1)
        self.assertEqual(found["exact"][0].as_py(), Decimal(f"{ROWS - 1}.12345678901234567"))

    def test_to_pandas(self) -> None:
        frame = self.table.to_pandas(where={"column": "city", "op": "eq", "value": "Lima"})
        self.assertEqual(len(frame), ROWS // 2)
        self.assertEqual(int(frame["n"].sum()), sum(range(1, ROWS, 2)))

    def test_pandas_goes_there_and_back(self) -> None:
        import pandas

        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "frame.parquet")
            frame = pandas.DataFrame({"when": pandas.date_range("2025-01-01", periods=3), "x": [0.5, None, 2.0]})
            frame.to_parquet(path)
            table = self.client.import_table(path, self.project)
            back = table.to_pandas()
        self.assertEqual(back["x"].sum(), 2.5)
        self.assertEqual([str(when)[:10] for when in back["when"]], ["2025-01-01", "2025-01-02", "2025-01-03"])


if __name__ == "__main__":
    unittest.main()
