"""The sample for the proxy keeps what the handbook promises (docs/howto/proxy.conf)."""

import re
from collections.abc import Iterator

import pytest

from repo.sources import ROOT

TEXT = (ROOT / "docs" / "howto" / "proxy.conf").read_text()
TOKEN = re.compile(r'#[^\n]*|"[^"]*"|[{};]|[^\s{};"#]+')

GOOD = re.compile(r"ECDHE-(ECDSA|RSA)-(AES(128|256)-GCM-SHA(256|384)|CHACHA20-POLY1305)")


def directives(text: str) -> Iterator[tuple[str, ...]]:
    """Each directive of nginx with its words, and each block's opening, in order."""
    words: list[str] = []
    for token in TOKEN.findall(text):
        if token.startswith("#"):
            continue
        if token in "{};":
            if words:
                yield tuple(words)
            words = []
        else:
            words.append(token.strip('"'))


def values(name: str) -> list[tuple[str, ...]]:
    return [found[1:] for found in directives(TEXT) if found[0] == name]


def test_the_sample_is_read_whole() -> None:
    assert TEXT.count("{") == TEXT.count("}")
    assert len(values("server")) == 2 and len(values("location")) == 3


@pytest.mark.asvs("12.1.1")
def test_only_tls_1_2_and_1_3() -> None:
    assert values("ssl_protocols") == [("TLSv1.2", "TLSv1.3")]


@pytest.mark.asvs("12.1.2")
def test_every_suite_is_authenticated_and_keeps_the_past_secret() -> None:
    ((suites,),) = values("ssl_ciphers")
    for suite in suites.split(":"):
        assert GOOD.fullmatch(suite), suite
    assert suites.split(":")[0].endswith("AES256-GCM-SHA384")
    assert values("ssl_session_tickets") == [("off",)]


@pytest.mark.asvs("12.2.1")
def test_plain_http_is_answered_by_one_redirect_to_a_fixed_name() -> None:
    assert values("listen") == [("80", "default_server"), ("443", "ssl")]
    assert values("return")[0] == ("301", "https://amparo.example$request_uri")


@pytest.mark.asvs("4.1.3", "15.3.4")
def test_what_the_product_believes_is_set_by_the_proxy_alone() -> None:
    headers = values("proxy_set_header")
    for where in range(len(values("proxy_pass"))):
        assert headers.count(("X-Forwarded-Proto", "$scheme")) > where
        assert headers.count(("X-Forwarded-For", "$remote_addr")) > where
        assert headers.count(("X-Forwarded-Host", "")) > where
        assert headers.count(("Forwarded", "")) > where


@pytest.mark.asvs("13.4.1", "13.4.3", "13.4.6", "14.2.2", "16.2.5")
def test_it_lists_nothing_tells_nothing_and_keeps_nothing() -> None:
    assert values("autoindex") == [("off",)]
    assert set(values("server_tokens")) == {("off",)}
    assert values("proxy_hide_header") == [("Server",)] * len(values("proxy_pass"))
    assert set(values("access_log")) == {("off",)}
    assert values("proxy_cache") == [("off",)]
    assert ("~", r"/\.") in values("location")
    assert not values("root") and not values("alias")


@pytest.mark.asvs("2.4.1", "15.2.2", "13.2.6")
def test_it_holds_back_who_asks_too_much() -> None:
    assert values("limit_req") and values("limit_conn") and values("client_max_body_size")
    assert values("client_body_timeout") and values("proxy_connect_timeout")
