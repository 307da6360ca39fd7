import hashlib
import tomllib
from pathlib import Path

ROOM = Path(__file__).parent.parent
VENDOR = ROOM / "static/design/vendor"
FILES = tomllib.loads((ROOM / "vendored.toml").read_text(encoding="utf-8"))["file"]


def test_every_vendored_file_is_the_one_that_was_written_down() -> None:
    found = {f.name: hashlib.sha256(f.read_bytes()).hexdigest() for f in VENDOR.iterdir()}
    assert found == {entry["path"]: entry["sha256"] for entry in FILES}


def test_every_vendored_file_names_its_origin_and_licence() -> None:
    for entry in FILES:
        assert all(entry[name] for name in ("package", "version", "licence", "source"))


def test_no_vendored_sheet_asks_for_a_source_map() -> None:
    for sheet in VENDOR.glob("*.css"):
        assert "sourceMappingURL" not in sheet.read_text(encoding="utf-8")
