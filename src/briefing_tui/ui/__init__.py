"""The screen. Everything that loads Textual lives here."""
