"""The least that the toolkit can show: one Static. What the program needs beyond this is its own."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class Bare(App[None]):
    """Shows a line until q is pressed."""

    BINDINGS = [("q", "quit", "Quit")]

    def compose(self) -> ComposeResult:
        yield Static("A bare line of text")


if __name__ == "__main__":
    Bare().run()
