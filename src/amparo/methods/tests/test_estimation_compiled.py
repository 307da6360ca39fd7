"""What is compiled is loaded only by a fit, and kept where nobody else writes."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from amparo.methods import estimation
from amparo.methods.estimation import compiled, kernel_sums

FOLDER = Path(estimation.__file__).parent


def test_whoever_imports_the_library_loads_no_compiler() -> None:
    modules = sorted(path.stem for path in FOLDER.glob("*.py"))
    named = [each for each in modules if not each.startswith(("kernel_", "__", "compiled"))]
    imports = ", ".join(f"amparo.methods.estimation.{each}" for each in named)
    asked = f"import sys, {imports}; sys.exit('numba' in sys.modules)"
    where = {"PYTHONPATH": str(FOLDER.parents[2])}
    done = subprocess.run([sys.executable, "-c", asked], env=where)  # noqa: S603  our own words
    assert done.returncode == 0
    assert len(named) > 10


def test_only_kernels_import_the_compiler() -> None:
    for path in FOLDER.glob("*.py"):
        if not path.stem.startswith("kernel_"):
            assert "estimation.compiled import" not in path.read_text(encoding="utf-8")


def test_machine_code_is_kept_in_a_folder_of_its_owner_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(compiled.CACHES, str(tmp_path))
    folder = compiled.cache_folder()
    assert folder == tmp_path / "amparo" / "compiled"
    assert folder.stat().st_mode & 0o077 == 0


def test_a_folder_that_others_can_write_in_is_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(compiled.CACHES, str(tmp_path))
    folder = compiled.cache_folder()
    assert folder is not None
    folder.chmod(0o777)
    assert compiled.cache_folder() is None


def test_a_cache_that_cannot_be_made_is_done_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv(compiled.CACHES, str(tmp_path / "file"))
    assert compiled.cache_folder() is None


def test_no_machine_code_lies_among_the_sources() -> None:
    kernel_sums.superset_sums(np.ones(8))
    assert not [*FOLDER.rglob("*.nbi"), *FOLDER.rglob("*.nbc")]


@pytest.mark.parametrize("lists", [1, 2, 5])
def test_the_sums_are_those_over_supersets_and_subsets(lists: int) -> None:
    values = np.random.default_rng(lists).normal(size=1 << lists)
    cells = np.arange(1 << lists)
    above, below = values.copy(), values.copy()
    kernel_sums.superset_sums(above)
    kernel_sums.subset_sums(below)
    for mask in cells:
        assert above[mask] == pytest.approx(values[cells & mask == mask].sum())
        assert below[mask] == pytest.approx(values[cells & ~mask == 0].sum())
