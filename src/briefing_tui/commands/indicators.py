"""`briefing-tui indicators`: the figures as a table."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing_tui.commands.command import Command, Refusal, Streams
from briefing_tui.plain import folded

if TYPE_CHECKING:
    from briefing_tui.indicator import Indicator, Mention
    from briefing_tui.model import Briefing
    from briefing_tui.place import Place


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("places", metavar="BRIEFING", nargs="*", help="all of the library unless told")
    parser.add_argument("--section", metavar="S", help="said in this section, such as q4")
    parser.add_argument("--speaker", metavar="S", help="said by this person: id, or part of the name")
    parser.add_argument("--topic", metavar="T", help="of this topic, or one that begins so")
    forms = ("table", "csv", "json", "markdown")
    parser.add_argument("--format", choices=forms, default="table", help="table unless told")
    parser.add_argument("--json", dest="format", action="store_const", const="json", help="the same as --format json")


def _run(options: Namespace, streams: Streams) -> int:
    from briefing_tui import export
    from briefing_tui.commands.opening import briefing_of, opened
    from briefing_tui.place import Place

    library, places = opened(options, streams, options.places)
    chosen = dict.fromkeys(places) or [Place(briefing.id) for briefing in library.briefings]
    said = dict.fromkeys(
        (place.briefing, indicator)
        for place in chosen
        for indicator in _said(briefing_of(library, place), place, options)
    )
    pairs = [(briefing_of(library, Place(identifier)), indicator) for identifier, indicator in said]
    briefings = [briefing_of(library, Place(place.briefing)) for place in chosen]
    if options.section and not any(each.section(options.section.lower()) for each in briefings):
        raise Refusal(f"there is no section '{options.section}'. {_choices(options, briefings)}")
    if pairs or options.format in {"json", "csv"}:
        streams.write(export.indicators(pairs, options.format, streams.width))
    if not pairs:
        streams.say(f"no indicator is said there. {_choices(options, briefings)}")
    return 0 if pairs else 1


def _said(briefing: Briefing, place: Place, options: Namespace) -> list[Indicator]:
    """The indicators with a mention that fits everything asked for, in the order of the content.

    For a reader the mention that fits comes first; a program gets all in their own order.
    """
    return [
        indicator if options.format == "json" else _fitting_first(briefing, indicator, place, options)
        for indicator in briefing.indicators
        if (not options.topic or folded(indicator.topic).startswith(folded(options.topic)))
        and any(_fits(briefing, mention, place, options) for mention in indicator.mentions)
    ]


def _fitting_first(briefing: Briefing, indicator: Indicator, place: Place, options: Namespace) -> Indicator:
    mentions = sorted(indicator.mentions, key=lambda each: not _fits(briefing, each, place, options))
    return replace(indicator, mentions=tuple(mentions))


def _fits(briefing: Briefing, mention: Mention, place: Place, options: Namespace) -> bool:
    if place.section not in {None, mention.section} or place.paragraph not in {None, mention.paragraph}:
        return False
    if options.section and options.section.lower() != mention.section:
        return False
    speaker = briefing.speaker_of(mention) or ""
    names = folded(f"{speaker} {briefing.name(speaker)}")
    return not options.speaker or (bool(speaker) and folded(options.speaker) in names)


def _choices(options: Namespace, briefings: list[Briefing]) -> str:
    """What can be asked for, of each thing that was."""
    told = []
    if options.section:
        told.append(("Sections", [section.id for each in briefings for section in each.sections]))
    if options.speaker:
        told.append(("Speakers", [speaker.name for each in briefings for speaker in each.speakers]))
    if options.topic:
        told.append(("Topics", sorted({one.topic for each in briefings for one in each.indicators})))
    return " ".join(f"{name}: {', '.join(dict.fromkeys(values))}." for name, values in told)


INDICATORS = Command(
    "indicators",
    "Every figure with its value, change, period, and where it is said.",
    "briefing-tui indicators --section q2 --format csv",
    _arguments,
    _run,
)
