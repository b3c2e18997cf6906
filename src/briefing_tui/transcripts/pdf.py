"""The text of a PDF, its pages parted by form feeds as other programs write them; read by pypdf, an extra."""

from __future__ import annotations

import logging
from io import BytesIO

MARK = b"%PDF-"


def is_pdf(raw: bytes) -> bool:
    """Whether these are the bytes of a PDF, whatever the file is called."""
    return MARK in raw[:1024]


def text_of(raw: bytes) -> str:
    """The words of every page in order. ValueError where there are none to be had, with what to do about it."""
    try:
        from pypdf import PdfReader
        from pypdf.errors import PdfReadError
    except ImportError as error:
        raise ValueError("is a PDF: install what reads it with pip install 'briefing-tui[pdf]'") from error
    # It warns of each oddity of a file on stderr; what matters comes as an exception.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(BytesIO(raw))
        if reader.is_encrypted and not reader.decrypt(""):
            raise ValueError("is a PDF locked by a password: save it again without one")
        pages = [page.extract_text() for page in reader.pages]
    except ValueError:
        raise
    except (PdfReadError, ArithmeticError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError(f"is a PDF that cannot be read ({type(error).__name__}): save it again, or as text") from error
    if not any(page.strip() for page in pages):
        raise ValueError("is a PDF without text, pictures of pages perhaps: have its letters recognised first (OCR)")
    return "\n\f".join(pages)
