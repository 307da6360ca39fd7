"""Somebody who works over plain HTTP: fast enough to send many things at once."""

import re
from http.client import HTTPConnection
from http.cookies import SimpleCookie
from urllib.parse import urlencode

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
PATIENCE = 60


class Browserless:
    def __init__(self, port: int) -> None:
        self.port, self.token, self.cookies = port, "", dict[str, str]()
        self.led = ""

    def signs_in(self, user: str) -> None:
        self._reads("/demo/")
        self._asks("POST", f"/demo/{user}/", self._form({}))
        self._reads("/")  # the token changes with the sign-in

    def gets(self, path: str) -> int:
        status, _page, _cookies = self._answer("GET", path, None)
        return status

    def posts(self, path: str, fields: dict[str, str]) -> int:
        """The status of the answer; OSError or HTTPException if none came."""
        status, _page, _cookies = self._answer("POST", path, self._form(fields))
        return status

    def sends(self, path: str, fields: dict[str, str]) -> tuple[int, str]:
        """The status, and where the answer leads to; OSError or HTTPException if none came."""
        status, _page, _cookies = self._answer("POST", path, self._form(fields))
        return status, self.led

    def reads(self, path: str) -> str:
        return self._asks("GET", path)

    def _form(self, fields: dict[str, str]) -> str:
        return urlencode({**fields, "csrfmiddlewaretoken": self.token})

    def _reads(self, path: str) -> None:
        found = TOKEN.search(self._asks("GET", path))
        assert found, f"no form on {path}"
        self.token = found[1]

    def _asks(self, method: str, path: str, form: str | None = None) -> str:
        _status, page, cookies = self._answer(method, path, form)
        self.cookies |= cookies
        return page

    def _answer(self, method: str, path: str, form: str | None) -> tuple[int, str, dict[str, str]]:
        """Status, page and cookies of one answer; a redirection is an answer too."""
        sent = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        line = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            line.request(method, path, form, {"Cookie": sent, **FORM})
            answer = line.getresponse()
            page = answer.read().decode(errors="replace")  # a download may hold any bytes
        finally:
            line.close()
        self.led = answer.headers.get("Location") or ""
        kept = SimpleCookie()
        for cookie in answer.headers.get_all("Set-Cookie") or ():
            kept.load(cookie)
        return answer.status, page, {name: morsel.value for name, morsel in kept.items()}
