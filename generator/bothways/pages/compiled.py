"""Compiled templates, kept where Python keeps compiled modules.

They are programs, so they lie in the package itself, which whoever could change them could change as well, and never in
a person's folder. A template that has changed is compiled anew.
"""

import os
import sys
from pathlib import Path

from jinja2 import FileSystemBytecodeCache

FOLDER = Path(__file__).parent / "__pycache__"


def compiled_templates() -> FileSystemBytecodeCache | None:
    """The keeper of compiled templates; none where Python is not to write any, or cannot."""
    if sys.dont_write_bytecode or not os.access(FOLDER, os.W_OK):
        return None
    return FileSystemBytecodeCache(str(FOLDER), "template-%s.jinja")
