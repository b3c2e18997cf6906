"""The digest that all that is kept goes by: BLAKE2b, had without OpenSSL, whose loading takes longer than its use."""

from __future__ import annotations

try:
    from _blake2 import blake2b
except ImportError:  # another Python than CPython may keep it elsewhere
    from hashlib import blake2b

__all__ = ["blake2b"]
