"""Answers assay with names over HTTP: the contract stands in openapi.json beside this file.

Run `python3 server.py 8712`; it answers POST requests on 127.0.0.1. Replace `find` by your own model.
"""

import json
import re
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


def find(text):
    """Names as (start, end, label). Python counts code points."""
    name = re.compile(r"\b[A-Z]\w+(?: (?:of |and )?[A-Z]\w+)+")
    return [(match.start(), match.end(), "ORG") for match in name.finditer(text)]


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        article = json.loads(self.rfile.read(int(self.headers["content-length"])))
        text = article["text"]
        mentions = [{"start": s, "end": e, "type": label, "surface": text[s:e]} for s, e, label in find(text)]
        answer = {"id": article["id"], "offsetUnit": "codepoint", "mentions": mentions}
        body = json.dumps(answer, allow_nan=False).encode()
        self.send_response(200)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


if __name__ == "__main__":
    server = ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Handler)
    print(f"http://127.0.0.1:{server.server_port}", flush=True)
    server.serve_forever()
