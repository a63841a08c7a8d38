"""The client against a server that does as it is told. Standard library only: python -m unittest discover tests."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import tempfile
import threading
import unittest
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Callable, Dict, List, Optional, Tuple
from unittest import mock

import atrium
from atrium import _api
from atrium._credentials import find_credentials
from atrium._decode import decode
from atrium._transport import Transport, retry_after

Answer = Tuple[int, Dict[str, str], bytes]


class Call:
    def __init__(self, method: str, path: str, headers: Any, body: bytes) -> None:
        self.method, self.path, self.headers, self.body = method, path.split("?")[0], headers, body
        self.query = path.partition("?")[2]

    def json(self) -> Any:
        return json.loads(self.body)


class Server:
    """Answers by `routes["GET /path"]`: a function of the call, or a list of answers for one call after the other."""

    def __init__(self) -> None:
        self.calls: List[Call] = []
        self.routes: Dict[str, Any] = {}
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def answer(self) -> None:
                body = self.rfile.read(int(self.headers.get("content-length") or 0))
                call = Call(self.command, self.path, self.headers, body)
                outer.calls.append(call)
                route = outer.routes.get(f"{call.method} {call.path}", problem(404, "test.no_route"))
                found = route.pop(0) if isinstance(route, list) else route
                status, headers, content = found(call) if callable(found) else found
                self.send_response(status)
                for name, value in {**headers, "content-length": str(len(content))}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(content)

            do_GET = do_POST = do_PUT = do_DELETE = do_PATCH = answer

            def log_message(self, *_: Any) -> None:
                """Tests are quiet."""

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._http.daemon_threads = True
        # Who has given up waiting closes the connection, which is what some tests are about.
        self._http.handle_error = lambda *_: None  # type: ignore[method-assign]
        threading.Thread(target=self._http.serve_forever, args=(0.01,), daemon=True).start()
        self.url = f"http://127.0.0.1:{self._http.server_port}"

    def close(self) -> None:
        self._http.shutdown()
        self._http.server_close()


def ok(body: Any, status: int = 200, **headers: str) -> Answer:
    return status, {"content-type": "application/json", **headers}, json.dumps(body).encode()


def problem(status: int, code: str, **headers: str) -> Answer:
    body = {"status": status, "code": code, "detail": "No.", "requestId": "req_1"}
    return status, {"content-type": "application/problem+json", **headers}, json.dumps(body).encode()


class ServerCase(unittest.TestCase):
    def setUp(self) -> None:
        self.server = Server()
        self.addCleanup(self.server.close)
        self.waits: List[float] = []

    def api(self, **options: Any) -> _api.Api:
        return _api.Api(Transport(self.server.url, "key", wait=self.waits.append, **options))


class Requests(ServerCase):
    def test_says_who_asks_and_decodes_the_answer(self) -> None:
        page = {"items": [{"id": "prj_1", "name": "A", "createdBy": {"id": "usr_1", "name": "Ada"}, "new": 1}], "next": None}
        self.server.routes["GET /api/v1/projects"] = ok(page)
        found = self.api().list_projects(q="a b", limit=3)
        self.assertEqual(found.items[0].created_by.name, "Ada")
        self.assertEqual(self.server.calls[0].headers["authorization"], "Bearer key")
        self.assertEqual(self.server.calls[0].query, "q=a+b&limit=3")

    def test_repeats_a_post_under_one_key_as_late_as_it_was_asked(self) -> None:
        later = {"retry-after": "7"}
        self.server.routes["POST /api/v1/projects"] = [
            problem(503, "database.waking", **later),
            problem(429, "request.limit"),
            ok({"id": "prj_1"}, 201),
        ]
        self.assertEqual(self.api().create_project(name="A").id, "prj_1")
        keys = {call.headers["idempotency-key"] for call in self.server.calls}
        self.assertEqual((len(self.server.calls), len(keys)), (3, 1))
        self.assertEqual(self.waits[0], 7)

    def test_gives_up_after_its_retries(self) -> None:
        self.server.routes["GET /api/v1/me"] = problem(503, "database.waking")
        with self.assertRaises(atrium.AtriumError) as caught:
            self.api(retries=2).get_me()
        self.assertEqual((caught.exception.code, len(self.server.calls)), ("database.waking", 3))

    def test_never_sends_a_change_twice(self) -> None:
        self.server.routes["PATCH /api/v1/projects/prj_1"] = problem(503, "database.waking")
        with self.assertRaises(atrium.AtriumError):
            self.api().update_project("prj_1", name="B")
        self.assertEqual(len(self.server.calls), 1)
        self.assertEqual(self.server.calls[0].headers["if-match"], "*")

    def test_refusals_are_exceptions_by_kind(self) -> None:
        kinds = {
            400: atrium.InvalidInput,
            401: atrium.AuthenticationError,
            403: atrium.PermissionDenied,
            404: atrium.NotFound,
            409: atrium.Conflict,
            422: atrium.InvalidInput,
        }
        for status, kind in kinds.items():
            self.server.routes["GET /api/v1/me"] = problem(status, "a.b")
            with self.assertRaises(kind) as caught:
                self.api().get_me()
            self.assertEqual((caught.exception.code, caught.exception.request_id), ("a.b", "req_1"))

    def test_reads_what_a_proxy_says_in_its_own_words(self) -> None:
        self.server.routes["GET /api/v1/me"] = (403, {"content-type": "text/html"}, b"<h1>No</h1>")
        with self.assertRaises(atrium.PermissionDenied) as caught:
            self.api().get_me()
        self.assertEqual(caught.exception.code, "http.403")

    def test_does_not_carry_the_key_over_a_redirect(self) -> None:
        self.server.routes["GET /api/v1/me"] = (302, {"location": f"{self.server.url}/elsewhere"}, b"")
        with self.assertRaises(atrium.AtriumError):
            self.api().get_me()
        self.assertEqual([call.path for call in self.server.calls], ["/api/v1/me"])

    def test_a_server_that_is_not_there(self) -> None:
        self.server.close()
        with self.assertRaises(atrium.NetworkError) as caught:
            self.api(retries=1).get_me()
        self.assertEqual((caught.exception.code, len(self.waits)), ("network.unreachable", 1))

    def test_a_server_that_is_silent(self) -> None:
        release = threading.Event()
        self.addCleanup(release.set)
        self.server.routes["GET /api/v1/me"] = lambda _call: (release.wait(5), ok({}))[1]
        with self.assertRaises(atrium.NetworkError) as caught:
            self.api(retries=0, timeout=0.1).get_me()
        self.assertEqual(caught.exception.code, "network.timeout")

    def test_tells_at_once_what_asks_for_more_patience_than_a_request_has(self) -> None:
        self.server.routes["GET /api/v1/me"] = (503, {"retry-after": "300"}, b'{"code": "deployment.maintenance"}')
        with self.assertRaises(atrium.AtriumError) as caught:
            self.api(retries=3).get_me()
        self.assertEqual((caught.exception.code, len(self.waits)), ("deployment.maintenance", 0))

    def test_reads_both_forms_of_retry_after(self) -> None:
        self.assertEqual(retry_after("3"), 3)
        self.assertEqual(retry_after("Wed, 21 Oct 2015 07:28:00 GMT"), 0)
        self.assertEqual(retry_after("9999"), 9999)
        self.assertIsNone(retry_after("soon"))


class Uploads(ServerCase):
    PART = 10

    def setUp(self) -> None:
        super().setUp()
        self.stored: Dict[int, bytes] = {}
        self.failures: List[int] = []
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = os.path.join(folder.name, "a.bin")
        self.content = bytes(range(95))
        with open(self.path, "wb") as file:
            file.write(self.content)
        routes = self.server.routes
        routes["GET /api/v1/projects/prj_1"] = ok({"id": "prj_1"})
        routes["GET /api/v1/uploads"] = ok({"items": [], "next": None})
        routes["POST /api/v1/uploads"] = lambda _: ok(self.plan([self.link(n) for n in range(1, 4)]), 201)
        routes["GET /api/v1/uploads/upl_1"] = lambda _: ok(
            self.plan([{"number": n, "bytes": len(part), "etag": f"e{n}"} for n, part in self.stored.items()])
        )
        routes["POST /api/v1/uploads/upl_1/parts"] = lambda call: ok(
            {"parts": [self.link(n) for n in call.json()["numbers"]]}
        )
        routes["POST /api/v1/uploads/upl_1/complete"] = lambda _: ok({"id": "fil_1"}, 201)
        for number in range(1, 11):
            routes[f"PUT /storage/{number}"] = self.store

    def plan(self, parts: List[Any]) -> Any:
        plan = {"id": "upl_1", "state": "open", "name": "a.bin", "bytes": 95, "partBytes": self.PART, "partCount": 10}
        return {**plan, "fileId": "fil_1", "createdAt": "2999-01-01T00:00:00.123Z", "parts": parts}

    def link(self, number: int) -> Any:
        return {"number": number, "bytes": self.PART, "url": f"{self.server.url}/storage/{number}?signed"}

    def store(self, call: Call) -> Answer:
        number = int(call.path.rsplit("/", 1)[1])
        if number in self.failures:
            self.failures.remove(number)
            return 503, {}, b""
        md5 = base64.b64encode(hashlib.md5(call.body).digest()).decode()
        if call.headers["content-md5"] != md5 or "authorization" in call.headers:
            return 400, {}, b""
        self.stored[number] = call.body
        return 200, {"etag": f'"e{number}"'}, b""

    def upload(self, **options: Any) -> Any:
        client = atrium.Client(self.server.url, "key")
        return client.upload(self.path, "prj_1", **options)

    def puts(self) -> List[str]:
        return sorted(call.path for call in self.server.calls if call.method == "PUT")

    def completed(self) -> Any:
        return [call for call in self.server.calls if call.path.endswith("/complete")][-1].json()

    def test_sends_every_byte_and_declares_the_hash_of_the_whole(self) -> None:
        seen: List[atrium.UploadProgress] = []
        self.assertEqual(self.upload(on_progress=seen.append).id, "fil_1")
        self.assertEqual(b"".join(self.stored[n] for n in sorted(self.stored)), self.content)
        self.assertEqual(self.completed()["sha256"], hashlib.sha256(self.content).hexdigest())
        self.assertEqual([part["etag"] for part in self.completed()["parts"]], [f"e{n}" for n in range(1, 11)])
        self.assertEqual((seen[-1].bytes, seen[-1].total_bytes), (95, 95))

    def test_sends_a_part_again_that_failed(self) -> None:
        self.failures = [2, 2]
        self.upload()
        self.assertEqual(self.puts().count("/storage/2"), 3)
        self.assertEqual(self.stored[2], self.content[10:20])

    def test_gives_up_what_is_refused_for_good(self) -> None:
        self.server.routes["PUT /storage/1"] = (413, {}, b"")
        with self.assertRaises(atrium.AtriumError) as caught:
            self.upload()
        self.assertEqual((caught.exception.code, caught.exception.status), ("upload.part_refused", 413))

    def test_continues_an_interrupted_upload_with_what_is_missing(self) -> None:
        self.stored = {n: self.content[(n - 1) * 10 : n * 10] for n in range(1, 8)}
        self.server.routes["GET /api/v1/uploads"] = lambda _: ok({"items": [self.plan([])], "next": None})
        self.upload()
        self.assertEqual(self.puts(), ["/storage/10", "/storage/8", "/storage/9"])
        self.assertEqual(self.completed()["sha256"], hashlib.sha256(self.content).hexdigest())

    def test_begins_anew_when_the_file_changed_since_or_when_told_to(self) -> None:
        old = {**self.plan([]), "createdAt": "2001-01-01T00:00:00Z"}
        self.server.routes["GET /api/v1/uploads"] = ok({"items": [old], "next": None})
        self.upload()
        self.assertEqual(len(self.puts()), 10)
        self.upload(resume=False)
        self.assertEqual(len(self.puts()), 20)


class Waiting(ServerCase):
    def test_says_how_far_it_is_and_raises_what_went_wrong(self) -> None:
        error = {"code": "import.malformed", "message": "Line 3 has 5 fields"}
        self.server.routes["GET /api/v1/runs/run_1"] = [
            ok({"id": "run_1", "state": "running", "progress": {"fraction": 0.5}}),
            ok({"id": "run_1", "state": "failed", "error": error}),
        ]
        seen: List[Optional[float]] = []
        with self.assertRaises(atrium.RunFailed) as caught:
            atrium.Client(self.server.url, "key").wait(
                "run_1", on_progress=lambda run: seen.append(run.progress and run.progress.fraction)
            )
        self.assertEqual((caught.exception.code, seen), ("import.malformed", [0.5, None]))

    def test_stops_waiting_in_time(self) -> None:
        self.server.routes["GET /api/v1/runs/run_1"] = ok({"id": "run_1", "state": "running"})
        with self.assertRaises(TimeoutError):
            atrium.Client(self.server.url, "key").wait("run_1", timeout=0.2)


class Algorithms(ServerCase):
    def test_runs_one_over_all_media_of_a_project_and_says_how_many_these_are(self) -> None:
        routes = self.server.routes
        routes["GET /api/v1/projects/prj_1"] = ok({"id": "prj_1", "name": "Reef"})
        routes["GET /api/v1/projects/prj_1/algorithms"] = ok({"items": [{"id": "alg_1", "name": "Motion"}], "next": None})
        routes["GET /api/v1/media"] = ok({"items": [], "next": None, "total": 3})
        routes["POST /api/v1/algorithms/alg_1/runs"] = ok({"run": {"id": "run_1", "state": "queued"}}, 202)
        client = atrium.Client(self.server.url, "key")
        begun = client.run_algorithm("Motion", "prj_1", parameters={"every": 2}, new_layer="Found", wait=False)
        self.assertEqual(begun.id, "run_1")
        with self.assertRaises(atrium.NotFound):
            client.run_algorithm("Other", "prj_1", wait=False)


class Names(ServerCase):
    def test_takes_a_name_that_only_one_has(self) -> None:
        items = [{"id": "prj_1", "name": "Flights 2024"}, {"id": "prj_2", "name": "Flights"}]
        self.server.routes["GET /api/v1/projects"] = ok({"items": items, "next": None})
        client = atrium.Client(self.server.url, "key")
        self.assertEqual(client.project("Flights").id, "prj_2")
        with self.assertRaises(atrium.NotFound):
            client.project("Cars")
        items[0]["name"] = "Flights"
        self.server.routes["GET /api/v1/projects"] = ok({"items": items, "next": None})
        with self.assertRaisesRegex(atrium.AtriumError, "prj_1, prj_2"):
            client.project("Flights")


class Credentials(unittest.TestCase):
    def find(self, env: Dict[str, str], run: Callable[[], Any]) -> Any:
        with tempfile.TemporaryDirectory() as folder:
            os.makedirs(os.path.join(folder, "atrium"))
            with open(os.path.join(folder, "atrium", "credentials.json"), "w", encoding="utf-8") as file:
                json.dump({"url": "http://kept", "apiKey": "kept"}, file)
            with mock.patch.dict(os.environ, {"XDG_CONFIG_HOME": folder, **env}, clear=True):
                return run()

    def test_what_is_given_wins_over_the_environment_and_that_over_login(self) -> None:
        env = {"ATRIUM_URL": "http://env"}
        self.assertEqual(self.find(env, lambda: find_credentials(None, None)), ("http://env", "kept"))
        self.assertEqual(self.find(env, lambda: find_credentials("http://a", "b")), ("http://a", "b"))

    def test_says_what_to_do_without_any(self) -> None:
        env = {"XDG_CONFIG_HOME": "/nowhere", "ATRIUM_HOME": "/nowhere"}
        with mock.patch.dict(os.environ, env, clear=True), self.assertRaisesRegex(atrium.AuthenticationError, "login"):
            find_credentials(None, None)


class Decoding(unittest.TestCase):
    def test_every_class_of_the_api_can_be_made_of_nothing_and_keeps_what_it_knows(self) -> None:
        kinds = [kind for kind in vars(_api).values() if hasattr(kind, "__dataclass_fields__")]
        self.assertGreater(len(kinds), 40)
        for kind in kinds:
            decode(kind, {})
        run = decode(_api.Run, {"requestedBy": {"id": "usr_1"}, "steps": [{"startedAt": "now"}]})
        self.assertEqual((run.requested_by.id, run.steps[0].started_at), ("usr_1", "now"))


if __name__ == "__main__":
    unittest.main()
