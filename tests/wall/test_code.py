"""What the product's own code never does: read from its source, so that no path is missed."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

from amparo.methods.tables import workbooks
from repo.sources import Breach, called, parsed, product, templates, told

SQL = {"execute", "executemany", "raw", "extra", "RawSQL"}
RUNS_CODE = {"eval", "exec", "compile", "__import__"}
SHELL = {"system", "popen", "getoutput", "getstatusoutput", "spawnl", "spawnv", "execl", "execv"}
MAKES_OBJECTS = {"pickle", "cPickle", "marshal", "shelve", "dill", "yaml", "jsonpickle", "copyreg"}
XML = {"xml", "lxml", "defusedxml", "xmlrpc", "xmltodict"}
ASKS_OUTSIDE = {
    "requests", "urllib.request", "urllib3", "http.client", "httpx", "aiohttp", "ftplib",
    "smtplib", "imaplib", "poplib", "telnetlib", "socketserver", "paramiko", "socket",
}  # fmt: skip
ASKING = "accounts/sign_on/provider.py"
HASHES = {"sha256", "sha384", "sha512", "sha3_256", "blake2b"}
SAFE_MARKS = {"mark_safe", "html_safe", "SafeText", "SafeString"}
# Drawings of ours and of the chart library, whose labels are tested; a report in plain text.
DRAWN = {
    "figures/charts.py", "config/logs.py", "design/icons.py", "design/gallery.py",
    "evidence/showing.py",
}  # fmt: skip
# Every process that the product starts: our own tools, never on behalf of a request.
STARTS = {
    "config/server.py", "config/quality.py", "config/management/commands/bench.py",
    "config/management/commands/lock.py", "demo/management/commands/demo.py",
    "vault/backup.py",
}  # fmt: skip
# What reads a workbook for a request: a program of ours apart, by a command that nothing of the
# request is in, so that a file that takes all memory ends that program alone (ADR 59).
APART = "methods/tables/workbooks.py"
# Documents of word processors and pages are XML and HTML; nothing else is read by such a parser.
DOCUMENTS = {
    "methods/wordfiles/markup.py",
    "methods/akoma/reading.py",
    "methods/akoma/writing.py",
}


def place(path: Path) -> str:
    return str(path.relative_to(settings.PACKAGE))


def calls(names: set[str]) -> Iterator[tuple[Path, ast.Call]]:
    for path in product():
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.Call) and called(node) in names:
                yield path, node


def imports() -> Iterator[tuple[Path, int, str]]:
    for path in product():
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.Import):
                yield from ((path, node.lineno, each.name) for each in node.names)
            elif isinstance(node, ast.ImportFrom) and not node.level:
                yield path, node.lineno, node.module or ""
                yield from ((path, node.lineno, f"{node.module}.{x.name}") for x in node.names)


def imported(names: set[str]) -> list[Breach]:
    return [
        Breach(path, line, f"imports {name}")
        for path, line, name in imports()
        if name in names or name.split(".")[0] in names
    ]


def is_fixed(node: ast.AST) -> bool:
    """Words of ours: a constant, a name for one, or psycopg's own composition of such."""
    if isinstance(node, ast.Constant | ast.Name | ast.Attribute):
        return True
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        inner = node.func.value
        composed = called(node) in ("format", "as_string") and is_fixed(inner)
        return composed or called(node) in ("SQL", "encode")
    return False


@pytest.mark.asvs("1.2.4")
def test_every_statement_is_fixed_and_takes_its_values_as_parameters() -> None:
    found = [
        Breach(path, node.lineno, f"{called(node)}: a statement put together from values")
        for path, node in calls(SQL)
        if not (node.args and is_fixed(node.args[0]))
    ]
    assert not found, told(found)


@pytest.mark.asvs("1.3.2")
def test_nothing_is_run_that_was_not_written_beforehand() -> None:
    found = [
        Breach(path, node.lineno, called(node))
        for path, node in calls(RUNS_CODE)
        if isinstance(node.func, ast.Name)
    ]
    assert not found, told(found)


@pytest.mark.asvs("1.2.5")
def test_no_shell_is_asked_and_no_process_started_for_a_request() -> None:
    shell = [
        Breach(p, n.lineno, called(n)) for p, n in calls(SHELL) if isinstance(n.func, ast.Attribute)
    ]
    through = [
        Breach(path, node.lineno, "shell=True")
        for path, node in calls({"run", "Popen", "call", "check_call", "check_output"})
        if any(word.arg == "shell" for word in node.keywords)
    ]
    commands = [
        breach
        for breach in imported({"subprocess", "multiprocessing", "pty"})
        if place(breach.path) not in {*STARTS, APART}
        and "/management/commands/" not in place(breach.path)
    ]
    assert not shell + through + commands, told(shell + through + commands)


@pytest.mark.asvs("1.2.5")
def test_the_program_apart_is_started_by_the_same_words_each_time() -> None:
    commands = [node.args[0] for path, node in calls({"run"}) if place(path) == APART]
    assert [ast.unparse(each) for each in commands] == ["COMMAND"]
    assert all(isinstance(word, str) and word for word in workbooks.COMMAND)


@pytest.mark.asvs("1.5.2")
def test_no_data_becomes_an_object_of_its_own_choice() -> None:
    assert not (found := imported(MAKES_OBJECTS)), told(found)
    assert settings.SESSION_SERIALIZER.endswith("JSONSerializer")
    assert "pickle" not in str(settings.CACHES).lower()


@pytest.mark.asvs("1.5.1")
def test_xml_is_read_in_documents_only() -> None:
    """That those parsers open no entity and ask nobody: test_wordfiles.py, test_akoma.py."""
    found = [each for each in imported(XML) if place(each.path) not in DOCUMENTS]
    assert not found, told(found)


@pytest.mark.asvs("1.3.6", "13.2.4", "13.2.5", "15.3.2", "12.3.2")
def test_another_server_is_asked_in_one_place_which_follows_no_redirect() -> None:
    """The single sign-on, at addresses found under the configured issuer (its own tests)."""
    found = [
        each
        for each in imported(ASKS_OUTSIDE)
        if place(each.path) != ASKING and "management/commands" not in place(each.path)
    ]
    assert not found, told(found)
    for path, call in calls({"request", "get", "post"}):
        if place(path) == ASKING and ast.unparse(call.func).startswith("requests."):
            words = {word.arg: ast.unparse(word.value) for word in call.keywords}
            assert words["allow_redirects"] == "False"
            assert words["timeout"] and "verify" not in words


@pytest.mark.asvs("1.3.11")
def test_mail_goes_through_djangos_messages_which_refuse_a_second_header() -> None:
    assert not (found := imported({"smtplib", "email"})), told(found)
    from django.core.mail import BadHeaderError, EmailMessage

    for message in (
        EmailMessage(subject="one\nBcc: other@example.org", to=["a@example.org"]),
        EmailMessage(from_email="one@example.org\nBcc: other@example.org", to=["a@example.org"]),
    ):
        with pytest.raises(BadHeaderError):
            message.message()


@pytest.mark.asvs("11.4.1", "11.4.3")
def test_only_approved_hashes_are_used() -> None:
    found = [
        Breach(path, node.lineno, f"hashlib.{node.attr}")
        for path in product()
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == "hashlib"
        and node.attr not in HASHES
    ]
    assert not found, told(found)


@pytest.mark.asvs("11.5.1", "11.6.1")
def test_nothing_secret_comes_from_a_generator_that_can_be_guessed() -> None:
    found = [each for each in imported({"random"}) if not place(each.path).startswith("demo/")]
    assert not found, told(found)


@pytest.mark.asvs("11.3.1", "11.3.2", "11.6.1", "11.6.2")
def test_only_authenticated_ciphers_and_modern_signatures_are_imported() -> None:
    allowed = {
        "cryptography.exceptions", "cryptography.hazmat.primitives",
        "cryptography.hazmat.primitives.serialization", "cryptography.hazmat.primitives.hashes",
        "cryptography.hazmat.primitives.ciphers.aead", "cryptography.hazmat.primitives.kdf.hkdf",
        "cryptography.hazmat.primitives.asymmetric.ed25519",
        "cryptography.hazmat.primitives.asymmetric.x25519",
        "cryptography.hazmat.primitives.hpke",
    }  # fmt: skip
    modules = {
        (path, line, name)
        for path, line, name in imports()
        if name.startswith("cryptography") and name.rpartition(".")[2].islower()
    }
    found = [Breach(path, line, name) for path, line, name in modules if name not in allowed]
    assert modules and not found, told(found)
    assert not (weak := imported({"Crypto", "nacl", "M2Crypto", "OpenSSL"})), told(weak)


@pytest.mark.asvs("1.2.1", "1.3.3", "3.2.2")
def test_no_text_is_declared_safe_by_hand() -> None:
    """Markup is put together by format_html and templates, which escape what they are given."""
    found = [
        Breach(path, node.lineno, called(node))
        for path, node in calls(SAFE_MARKS)
        if place(path) not in DRAWN
    ]
    assert not found, told(found)


def test_no_template_switches_escaping_off() -> None:
    off = re.compile(r"\|\s*(safe|safeseq)\b|autoescape\s+off")
    found = [Breach(p, 1, hit[0]) for p in templates() if (hit := off.search(p.read_text()))]
    assert not found, told(found)


@pytest.mark.asvs("1.3.7")
def test_no_template_is_made_from_a_text() -> None:
    found = [
        Breach(path, node.lineno, called(node))
        for path, node in calls({"Template", "from_string"})
        if place(path).split("/")[0] != "config"
    ]
    assert not found, told(found)
