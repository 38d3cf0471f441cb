"""The situations a person can be in."""

from typing import Literal

Situation = Literal["job-search", "business", "life-change", "career-growth", "career-change"]
