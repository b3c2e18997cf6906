"""One file imported: read unless its bytes are known, drafted, written, or laid over the briefing that is there."""

from __future__ import annotations

from argparse import Namespace
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Literal, NamedTuple

from briefing_tui.commands.command import Refusal
from briefing_tui.commands.standard_input import standard_input
from briefing_tui.content import load
from briefing_tui.folder_lock import alone
from briefing_tui.intake import Intake, Origin, drafted_in
from briefing_tui.model import Briefing
from briefing_tui.plain import one_line
from briefing_tui.redraft import FigureChange, alike, redraft, stamped, written_on
from briefing_tui.reimport import Merged, merged
from briefing_tui.transcripts import Draft, Guess, read
from briefing_tui.transcripts.drafting import briefing_of, slug
from briefing_tui.transcripts.pdf import is_pdf, text_of
from briefing_tui.transcripts.source import decoded
from briefing_tui.wording import counted

What = Literal["made", "unchanged", "replaced", "differs", "failed"]

LARGEST = 20_000_000
FEW = 5


@dataclass(frozen=True, slots=True)
class Source:
    """A transcript to read, and the name it goes by; without a path it is standard input."""

    name: str
    path: Path | None

    @property
    def size(self) -> int:
        try:
            return self.path.stat().st_size if self.path else 0
        except OSError:
            return 0


class Counts(NamedTuple):
    """What was read out of a file; `words` are those of its briefing, `attributed` the share that somebody says."""

    layout: str
    speakers: int
    outlets: int
    exchanges: int
    candidates: int
    words: int
    attributed: float
    narration: int

    def __str__(self) -> str:
        return (
            f"layout {self.layout}, {counted(self.speakers, 'speaker')}, {counted(self.outlets, 'outlet')}, "
            f"{counted(self.exchanges, 'exchange')}, {counted(self.candidates, 'candidate figure')}, "
            f"{self.attributed:.0%} of the words attributed, {counted(self.narration, 'line')} of narration"
        )


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a file; `folder` is the briefing's, `counts` stand where the file was read."""

    name: str
    what: What
    words_for_it: str
    folder: Path | None = None
    changes: tuple[str, ...] = ()
    guesses: tuple[Guess, ...] = ()
    counts: Counts | None = None
    sorts: Counter[str] = field(default_factory=Counter)


def imported(source: Source, intake: Intake, options: Namespace) -> Outcome:
    """Import a file; whatever is wrong with it is its outcome. Refusal 4 where the library cannot be written."""
    try:
        return _imported(source, intake, options)
    except (OSError, ValueError) as error:
        return Outcome(source.name, "failed", getattr(error, "strerror", None) or str(error))
    except (AssertionError, ArithmeticError, AttributeError, LookupError, RecursionError, TypeError) as fault:
        # One transcript that we cannot handle must not end a night's work on a thousand.
        return Outcome(source.name, "failed", f"a fault of ours: {type(fault).__name__}: {fault}")


def _imported(source: Source, intake: Intake, options: Namespace) -> Outcome:
    raw = _bytes(source)
    path = source.path.resolve() if source.path else None
    origin = Origin(one_line(source.name) if path else None, path, sha256(raw).hexdigest())
    stem = slug(Path(source.name).stem, 50) if path else ""
    if not options.force and not options.layout:
        found = intake.home(stem, origin) if stem else intake.same(origin)
        if found and found.same:
            known = f"already there as {found.folder.name}, " if found.other else ""
            guesses = _guesses(raw, _read(raw, source, options)) if options.guesses else ()
            return Outcome(source.name, "unchanged", f"{known}unchanged {found.folder}", found.folder, (), guesses)
    draft = _read(raw, source, options)
    draft = replace(draft, date=draft.date or options.date)
    if not draft.words_kept:
        raise ValueError(f"words would be lost: {', '.join(draft.lost[:5])}")
    guesses = _guesses(raw, draft)
    stem = stem or slug(f"{draft.organiser} {draft.date}", 50)
    while True:
        home = intake.home(stem, origin)
        fresh = stamped(briefing_of(draft, home.folder.name), origin.file, origin.sha256)
        if home.exists:
            came = _again(fresh, intake, options)
            break
        if _put(fresh, intake):
            came = ("made", f"made {home.folder}", ())
            break
    counts = _counts(draft, fresh)
    return Outcome(source.name, *came[:2], home.folder, came[2], guesses, counts, _sorts(guesses))


def _read(raw: bytes, source: Source, options: Namespace) -> Draft:
    return read(text_of(raw) if is_pdf(raw) else raw, source.name, options.layout)


def _guesses(raw: bytes, draft: Draft) -> tuple[Guess, ...]:
    return (*_letters(raw), *draft.guesses)


def _bytes(source: Source) -> bytes:
    if source.size > LARGEST:
        raise ValueError("is larger than 20 MB: split it")
    raw = source.path.read_bytes() if source.path else standard_input().read(LARGEST + 1)
    if len(raw) > LARGEST:
        raise ValueError("is larger than 20 MB: split it")
    return raw


def _put(briefing: Briefing, intake: Intake) -> bool:
    try:
        return intake.put(briefing)
    except OSError as error:
        raise Refusal(f"cannot write {intake.folder / briefing.id}: {error.strerror}", 4) from error


def _again(fresh: Briefing, intake: Intake, options: Namespace) -> tuple[What, str, tuple[str, ...]]:
    """Lay a new draft over the briefing that is there: what came of it, in words, and what changes."""
    folder = intake.folder / fresh.id
    with alone(folder):
        loaded = load(folder)
        old = loaded.briefing
        done = merged(old, fresh, drafted_in(folder)) if old else Merged(fresh, (), ())
        if old and alike(old, done.briefing):
            return "unchanged", f"unchanged {folder}", ()
        changes = tuple(_changes(old, done, options.changes) if old else (f"cannot be read: {loaded.problems[0]}",))
        if not options.force:
            return "differs", f"differs from {folder}: {_ways_on(old, fresh)}", changes
        try:
            copy = intake.replace(done.briefing, fresh)
        except OSError as error:
            raise Refusal(f"cannot replace {folder}: {error.strerror or error}", 4) from error
    return "replaced", f"replaced, the old one kept as {copy.name}, {folder}", changes


def _ways_on(old: Briefing | None, fresh: Briefing) -> str:
    """What to do where a file differs from its briefing; another day in it may be that of another briefing."""
    force, file = "--force replaces it and keeps a copy", fresh.documents[0].file
    if old is None or file is None or old.date == fresh.date:
        return force
    days = f"the briefing there is of {old.date}, this one of {fresh.date}"
    name = f"{PurePosixPath(file).stem}-{fresh.date}{PurePosixPath(file).suffix}"
    return f"{days}. If it is another briefing, import a copy of the file named {name}, and both stay; {force}"


def _changes(old: Briefing, done: Merged, everything: bool) -> Iterator[str]:
    """What a new draft changes, keeps and loses, a line for each."""
    found = redraft(old, done.briefing)
    yield f"sections {found.sections}; turns {found.turns}; words {found.words}"
    happened = Counter(each.happened for each in found.figures)
    if happened:
        yield "figures " + ", ".join(f"{number} {what}" for what, number in happened.items())
        most = len(found.figures) if everything else FEW
        yield from (f"  {each}" for each in found.figures[:most])
        if most < len(found.figures):
            yield f"  and {len(found.figures) - most} more: --changes tells all"
    yield from _kept(done)
    if written_on(old):
        yield "written on by hand since the import: texts and comments are lost with it, the copy has them"
        yield from (f"  lost, unless the file has it: {fact}" for fact in found.facts)
    else:
        yield from (f"  {fact}" for fact in found.facts)


def _kept(done: Merged) -> Iterator[str]:
    """What people decided: how much of it stays, and what has no place any more."""
    if done.kept:
        dismissed = sum(each.dismissed for each in done.kept)
        accepted = sum(not each.candidate and not each.dismissed for each in done.kept)
        yield f"kept: {accepted} accepted, {len(done.edited)} edited, {dismissed} dismissed"
    if done.unsure:
        left = f"{counted(len(done.unsure), 'candidate')} that differ{'s' * (len(done.unsure) == 1)}"
        yield f"kept as before: {left}; what was drafted then is not known, so they may be edited"
    for kept, now in done.doubtful:
        yield f"accepted, and drafted otherwise now: {FigureChange('changed', now, kept).words}"
    for figure, mention in done.lost:
        yield f"one mention no longer in the text: {figure.name} ({figure.figure}), “{mention.quote}”"
    for what, candidate in (("accepted", False), ("edited", True)):
        lost = [each for each in done.gone if each.candidate == candidate and not each.dismissed]
        if lost:
            yield f"{what}, and no longer in the text: {', '.join(f'{each.name} ({each.figure})' for each in lost)}"


def _counts(draft: Draft, briefing: Briefing) -> Counts:
    return Counts(
        draft.layout,
        len(draft.speakers),
        len(draft.outlets),
        len(draft.exchanges),
        len(briefing.indicators),
        sum(len(each.text.split()) for section in briefing.sections for each in section.paragraphs),
        draft.attributed,
        len(draft.narration),
    )


def _letters(raw: bytes) -> tuple[Guess, ...]:
    """What the bytes were taken for, where they are no UTF-8 and nothing in them tells."""
    if is_pdf(raw) or raw.startswith((b"\xff\xfe", b"\xfe\xff")) or b"charset=" in raw[:4096].lower():
        return ()
    try:
        raw.decode()
    except UnicodeDecodeError as error:
        text = decoded(raw)
        taken = "GB 18030" if any("\u4e00" <= each <= "\u9fff" for each in text) else "Windows-1252"
        around = one_line(decoded(raw[max(0, error.start - 20) : error.start + 20]))
        return (Guess(raw.count(b"\n", 0, error.start) + 1, around, f"text in {taken}", "its bytes are not UTF-8"),)
    return ()


def _sorts(guesses: tuple[Guess, ...]) -> Counter[str]:
    """How many guesses of each sort: what was taken for `the organiser White House` was taken for the organiser."""
    found: Counter[str] = Counter()
    for guess in guesses:
        words = guess.taken_for.split()
        names = next((at for at, word in enumerate(words) if not word[0].islower()), len(words))
        found[" ".join(words[:names]).removesuffix(" of").removesuffix(" in") or "another label of a speaker"] += 1
    return found
