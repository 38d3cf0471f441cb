"""Compiled templates, kept where Python keeps compiled modules.

They are programs, so they lie in the package itself, which whoever could change them could change as well, and never in
a person's folder. A template that has changed is compiled anew.
"""

import os
import sys
from pathlib import Path

from jinja2 import FileSystemBytecodeCache
from jinja2.bccache import Bucket

FOLDER = Path(__file__).parent / "__pycache__"


class CompiledTemplates(FileSystemBytecodeCache):
    """The keeper of compiled templates. It keeps no new ones where Python is not to write any, or cannot."""

    def __init__(self) -> None:
        super().__init__(str(FOLDER), "template-%s.jinja")

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps a template that was compiled."""
        if not sys.dont_write_bytecode and os.access(FOLDER, os.W_OK):
            super().dump_bytecode(bucket)
