"""What every test may use."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """`pytest --update-testdata` writes what the code gives into the stored expectations; then read the difference."""
    parser.addoption("--update-testdata", action="store_true", help="rewrite stored expectations; then read the diff")


@pytest.fixture(scope="session")
def update_testdata(request: pytest.FixtureRequest) -> bool:
    """Whether stored expectations are rewritten in this run."""
    return bool(request.config.getoption("--update-testdata"))
