"""The printing itself: no word of it reaches a disk, and those who listen can follow it."""

import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from amparo.design.paper import FONTS, TEMPLATE
from amparo.rights.paper import without_names
from amparo.rights.person import LEFT_OUT
from amparo.rights.tests.reading import root

# A process that may not write one byte into any file: the kernel kills it if it tries.
PRINT = """
import json, resource, sys
import typst
resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
template, fonts = sys.argv[1:]
section = {"heading": "H", "lead": [], "listed": False,
           "lines": [{"label": "", "text": sys.stdin.read(), "own": True}]}
copy = {"title": "T", "language": "en", "right_to_left": False, "opening": [],
        "sections": [section]}
pdf = typst.compile(template, format="pdf", font_paths=[fonts], ignore_system_fonts=True,
                    sys_inputs={"copy": json.dumps(copy)}, pdf_standards="ua-1")
sys.stdout.buffer.write(pdf)
"""


def printed(text: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-c", PRINT, str(TEMPLATE), str(FONTS)]
    return subprocess.run(  # noqa: S603  our own interpreter and template
        command, input=text.encode(), capture_output=True, check=False
    )


@pytest.mark.asvs("14.2.2")
def test_a_copy_is_made_by_a_process_that_may_write_no_file() -> None:
    done = printed("Zorvanela")
    assert done.returncode == 0, done.stderr
    assert "Zorvanela" in PdfReader(BytesIO(done.stdout)).pages[0].extract_text()


def test_the_limit_of_that_process_does_bind(tmp_path: Path) -> None:
    body = f"{PRINT}\nopen({str(tmp_path / 'leak')!r}, 'w').write('x' * 10_000)\n"
    command = [sys.executable, "-c", body, str(TEMPLATE), str(FONTS)]
    done = subprocess.run(command, input=b"x", capture_output=True, check=False)  # noqa: S603  ours
    assert done.returncode != 0


def test_it_is_tagged_for_those_who_listen_and_names_its_language() -> None:
    catalogue = root(printed("text").stdout)
    assert catalogue["/MarkInfo"]["/Marked"]
    assert catalogue["/Lang"] == "en"


names = st.lists(st.text("abcXYZé' -", min_size=2).map(str.strip).filter(bool), max_size=4)


@settings(max_examples=200)
@given(names, st.text("abcXYZé' -.", max_size=60))
def test_no_name_to_leave_out_stands_as_a_word_afterwards(names: list[str], text: str) -> None:
    left = without_names(text, names)
    padded = f" {left.casefold()} "
    words = [name for name in names if name[0].isalpha() and name[-1].isalpha()]
    assert [name for name in words if f" {name.casefold()} " in padded] == []
    assert without_names(text, []) == text
    assert LEFT_OUT in left or left == text
