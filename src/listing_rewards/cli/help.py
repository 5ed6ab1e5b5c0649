"""`--help` of every command, in either language."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from listing_rewards.cli.options import LANG
from listing_rewards.errors import Lang
from listing_rewards.words import say


def in_language(command: Any, lang: Lang, *, asked: Lang | None = None) -> Any:
    """The same command, and those below it, with help in one language.

    Each option names its text in `words.help_options`, each command has that of its path.

    Args:
        command: what typer makes of an app; it is changed.
        lang: the language of help.
        asked: the language that the line or the environment asks for, which then holds for what
            the command writes.
    """
    for path, each in [(command.name, command), *below(command)]:
        each.help = say("help.command", lang, path)
        each.format_help = partial(_show, each, lang, remark=lang == "zh" and asked is None)
        for parameter in each.params:
            parameter.help = say("help.option", lang, parameter.help)
            if asked is not None and LANG in parameter.opts:
                parameter.default, parameter.envvar = asked, None
    return command


def below(command: Any, path: str = "") -> list[tuple[str, Any]]:
    """Every command below another, each with the words that name it."""
    found = []
    for name, each in getattr(command, "commands", {}).items():
        whole = f"{path} {name}".strip()
        found += [(whole, each), *below(each, whole)]
    return found


def _show(command: Any, lang: Lang, context: Any, _formatter: Any, *, remark: bool) -> None:
    """Print the help of one command."""
    console = Console(highlight=False, markup=False, emoji=False)
    pieces = [context.command_path, *command.collect_usage_pieces(context)]
    console.print(say("help.heading", lang, "usage") + " ".join(pieces))
    for paragraph in command.help.split("\n\n"):
        console.print()
        console.print(Padding(Text(paragraph, overflow="fold"), (0, 2)))
    helps = context.command.get_help_option(context)
    helps.help = say("help.option", lang, "help")
    parameters = [*command.params, helps]
    for heading, kind in (("arguments", "argument"), ("options", "option")):
        rows = [_row(each, lang, context) for each in parameters if each.param_type_name == kind]
        _list(console, say("help.heading", lang, heading), rows)
    commands = [(name, each.help) for name, each in getattr(command, "commands", {}).items()]
    rows = [(name, text.split("\n\n")[0]) for name, text in commands]
    _list(console, say("help.heading", lang, "commands"), rows)
    if remark:
        console.print("\n" + say("help.of_the_locale", lang))


def _row(parameter: Any, lang: Lang, context: Any) -> tuple[str, str]:
    """An option or argument as it is written, and what it means."""
    name, _ = parameter.get_help_record(context)
    said = [parameter.help]
    if parameter.required:
        said.append(say("help.heading", lang, "required"))
    elif isinstance(parameter.default, str | int | float) and not parameter.is_flag:
        said.append(say("help.heading", lang, "default", default=parameter.default))
    return name, "".join(said)


def _list(console: Console, heading: str, rows: Iterable[tuple[str, str]]) -> None:
    """Names and what they mean, side by side; nothing where there are none."""
    table = Table.grid(padding=(0, 2))
    table.add_column(style="bold", max_width=30, overflow="fold")
    table.add_column(overflow="fold")
    for name, text in rows:
        table.add_row(name, text)
    if table.row_count:
        console.print(f"\n{heading}")
        console.print(Padding(table, (0, 0, 0, 2)))
