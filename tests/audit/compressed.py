"""A server for a folder that compresses, as the usual hosts do."""

import gzip
import threading
from collections.abc import Callable
from functools import cache
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

TEXT = {".html", ".css", ".js", ".json", ".svg", ".xml", ".txt"}


def serve(folder: Path, sent: Callable[[str, int], object] = lambda *_: None) -> tuple[ThreadingHTTPServer, str]:
    """The server, running, and its address. `sent` hears of each file and its bytes on the way."""

    class Handler(SimpleHTTPRequestHandler):
        """Answers with the file, texts compressed."""

        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            """The file, or 404."""
            path = folder / self.path.split("?")[0].lstrip("/")
            path = path / "index.html" if path.is_dir() else path
            if not path.is_file():
                self.send_error(404)
                return
            text = path.suffix in TEXT
            body = _compressed(path) if text else path.read_bytes()
            self.send_response(200)
            self.send_header("Content-Type", self.guess_type(path))
            self.send_header("Content-Length", str(len(body)))
            if text:
                self.send_header("Content-Encoding", "gzip")
            self.end_headers()
            self.wfile.write(body)
            sent(self.path, len(body))

        def log_message(self, *_: object) -> None:
            """Nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, f"http://127.0.0.1:{server.server_address[1]}"


@cache
def _compressed(path: Path) -> bytes:
    return gzip.compress(path.read_bytes())
