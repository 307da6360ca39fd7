"""What a browser does while somebody works: where it asks, what it complains of."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, Response, WebError

# WCAG 2.2 AA, with all that it is built upon.
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
OPTIONS = {"runOnly": {"type": "tag", "values": list(RULES)}, "resultTypes": ["violations"]}
# What sticks out of a page that is wider than the screen.
STICKING_OUT = """() => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return "";
    const out = [...document.body.querySelectorAll("*")].filter(part => {
        const box = part.getBoundingClientRect();
        return box.width && (box.right > root.clientWidth + 1 || box.left < -1);
    });
    return `wider than the screen: ${(out.pop() || root).outerHTML.slice(0, 200)}`;
}"""
# An address that stands where a link should.
NO_LINK = r"""() => [...document.body.querySelectorAll("*")]
    .filter(part => !["SCRIPT", "STYLE", "CODE"].includes(part.tagName))
    .flatMap(part => [...part.childNodes])
    .filter(node => node.nodeType === Node.TEXT_NODE && /^\s*\/[\w-]+\/\S*\s*$/.test(node.data))
    .map(node => `an address as words: ${node.data.trim()}`)[0] || "" """
# A tag that a reader sees: words were put together that were marked up already.
MARKED_UP = r"""() => [...document.body.querySelectorAll("*")]
    .filter(part => !["SCRIPT", "STYLE", "CODE", "TEXTAREA", "NOSCRIPT"].includes(part.tagName))
    .flatMap(part => [...part.childNodes])
    .filter(node => node.nodeType === Node.TEXT_NODE && /<\/?[a-z]+[ >]/.test(node.data))
    .map(node => `a tag as words: ${node.data.trim()}`)[0] || "" """
SCHEMES = ("http", "https", "ws", "wss")


@dataclass
class Watch:
    """`elsewhere`: requests to any host but `hosts`; `barriers`: what axe found; pages seen."""

    hosts: set[str]
    elsewhere: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    barriers: list[str] = field(default_factory=list)
    pages: list[str] = field(default_factory=list)

    def over(self, context: BrowserContext) -> None:
        context.on("request", self._asked)
        context.on("response", self._answered)
        context.on("console", self._said)
        context.on("weberror", self._failed)

    def look(self, page: Page, who: str) -> None:
        """Search the page as it now stands for barriers to anybody (WCAG 2.2 AA)."""
        language = page.evaluate("`${document.documentElement.lang} ${document.dir}`")
        where = f"{who} {urlsplit(page.url).path} {language}"
        self.pages.append(where)
        for search in (STICKING_OUT, NO_LINK, MARKED_UP):
            if fault := page.evaluate(search):
                self.barriers.append(f"{where} {fault}")
        for violation in Axe().run(page, options=OPTIONS).response["violations"]:
            for node in violation["nodes"]:
                why = " ".join(str(node["failureSummary"]).split())
                self.barriers.append(f"{where} {violation['id']}: {node['html']} {why}")

    def faults(self) -> list[str]:
        """Each fault once."""
        return list(dict.fromkeys((*self.elsewhere, *self.complaints, *self.barriers)))

    def _asked(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme in SCHEMES and parts.netloc not in self.hosts:
            self.elsewhere.append(f"request to {request.url}")

    def _answered(self, response: Response) -> None:
        if response.status >= 400:
            self.complaints.append(f"{response.status} {response.url}")

    def _said(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            path = urlsplit(message.location["url"]).path
            self.complaints.append(f"console: {path} {message.text}")

    def _failed(self, error: WebError) -> None:
        self.complaints.append(f"script: {error.error}")
