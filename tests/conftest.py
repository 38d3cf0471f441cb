"""What every test may use, and which tests come first."""

from pathlib import Path

import pytest

TESTS = Path(__file__).parent
LONG = ("browser", "cohort")
"""The folders whose tests take longest: they begin first, so that no worker is left at the end with a long one."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """`pytest --update-testdata` writes what the code gives into the stored expectations; then read the difference."""
    parser.addoption("--update-testdata", action="store_true", help="rewrite stored expectations; then read the diff")


@pytest.fixture(scope="session")
def update_testdata(request: pytest.FixtureRequest) -> bool:
    """Whether stored expectations are rewritten in this run."""
    return bool(request.config.getoption("--update-testdata"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest first."""
    items.sort(key=lambda item: item.path.relative_to(TESTS).parts[0] not in LONG)
