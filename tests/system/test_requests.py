"""No request leaves the host, and a phone's first visit is light."""

from urllib.parse import urlsplit

from playwright.sync_api import Browser

from system.conftest import Meet
from system.person import PHONE
from system.serving import Server
from system.watch import Watch

LIGHT = 60_000  # bytes of a first visit, compressed, as they come over the line
ELSEWHERE = "http://127.0.0.2:9/pixel.png"  # another host, where nobody listens
ASK = "address => fetch(address, {mode: 'no-cors'}).catch(() => null)"


def test_the_first_visit_of_a_phone_to_a_screening_is_light(meet: Meet) -> None:
    ines = meet("Inès", width=PHONE)
    ines.signs_in()
    cookies = ines.page.context.cookies()
    phone = meet("Inès", width=PHONE)
    phone.page.context.add_cookies(cookies)  # type: ignore[arg-type]  # what one gives, one takes
    received = []
    line = phone.page.context.new_cdp_session(phone.page)
    line.send("Network.enable")
    line.on("Network.loadingFinished", lambda done: received.append(done["encodedDataLength"]))
    phone.page.goto("/screenings/start/", wait_until="networkidle")
    print(f"a phone's first visit to a screening: {sum(received)} bytes")  # noqa: T201  the figure
    assert len(received) >= 4, "page, sheet, script and icon were to come"
    assert sum(received) < LIGHT


def test_a_request_elsewhere_would_be_noticed(chromium: Browser, server: Server) -> None:
    watch = Watch({urlsplit(server.address).netloc})
    with chromium.new_context(base_url=server.address, bypass_csp=True) as context:
        watch.over(context)
        page = context.new_page()
        page.goto("/demo/")
        assert watch.faults() == []
        page.evaluate(ASK, ELSEWHERE)
    assert f"request to {ELSEWHERE}" in watch.elsewhere


def test_a_breach_of_the_content_policy_would_be_noticed(chromium: Browser, server: Server) -> None:
    watch = Watch({urlsplit(server.address).netloc})
    with chromium.new_context(base_url=server.address) as context:
        watch.over(context)
        page = context.new_page()
        page.goto("/demo/")
        page.evaluate(ASK, ELSEWHERE)
    assert "Content Security Policy" in " ".join(watch.complaints)


def test_a_barrier_would_be_noticed(chromium: Browser, server: Server) -> None:
    watch = Watch({urlsplit(server.address).netloc})
    with chromium.new_context(base_url=server.address) as context:
        page = context.new_page()
        page.goto("/demo/")
        page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<input>')")
        watch.look(page, "somebody")
    assert "label" in " ".join(watch.barriers)


def test_an_address_that_stands_where_a_link_should_would_be_noticed(
    chromium: Browser, server: Server
) -> None:
    watch = Watch({urlsplit(server.address).netloc})
    with chromium.new_context(base_url=server.address) as context:
        page = context.new_page()
        page.goto("/demo/")
        page.evaluate("document.querySelector('main').append('/screenings/danger/')")
        watch.look(page, "somebody")
    assert "an address as words: /screenings/danger/" in " ".join(watch.barriers)
