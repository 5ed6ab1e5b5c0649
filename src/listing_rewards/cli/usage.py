"""Command lines that cannot be carried out, reported like every other fault, in either language."""

from __future__ import annotations

import locale
import os
import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import typer

from listing_rewards.cli.options import LANG, LANG_VARIABLE
from listing_rewards.errors import Fault, Lang, fault

PROGRAM = "listing-rewards"
UnusableLine: type[Any] = typer.BadParameter.__mro__[1]
"""What typer raises for a line that it cannot carry out; it has no public name there."""
_LANGUAGES: dict[str, Lang] = {"en": "en", "zh": "zh"}
_NO_COMMAND = re.compile(r"No such command '(.*?)'")
_NOT_ONE_OF = re.compile(r"'(.*)' is not one of (.*)")
_TOO_MANY = re.compile(r"unexpected extra argument\S* \((.*)\)")


def asked_language(words: Sequence[str]) -> Lang | None:
    """The language that a command line asks for, wherever in it, or else the environment.

    >>> asked_language(["--lang", "zh", "assess"]), asked_language(["assess", "--lang=en"])
    ('zh', 'en')
    """
    asked = os.environ.get(LANG_VARIABLE, "")
    for word, following in pairwise([*words, ""]):
        option, _, value = word.partition("=")
        if option == LANG:
            asked = value or following
    return _LANGUAGES.get(asked)


def language_of(words: Sequence[str]) -> Lang:
    """The language of help, and of what is wrong with a command line: asked for, or the locale's.

    What a command writes never follows the locale: it is the same on every machine.
    """
    return asked_language(words) or _of_the_locale()


def _of_the_locale() -> Lang:
    named = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), None)
    found = named or locale.getlocale()[0] or ""
    return "zh" if found.lower().startswith(("zh", "chinese")) else "en"


def faults_of(error: Any) -> list[Fault]:
    """What is wrong with a command line, and the nearest right option or command.

    Nothing where no command is named: typer has shown the help instead.

    Args:
        error: what typer raised. Its parts are known by their names, since they are no part of what
            typer publishes; what is not recognised is reported in typer's own words.
    """
    if type(error).__name__ == "NoArgsIsHelpError":
        return []
    context = error.ctx
    place = context.command_path if context else PROGRAM
    return [_what_is_wrong(error, context).at(file=place)]


def _what_is_wrong(error: Any, context: Any) -> Fault:
    match type(error).__name__:
        case "MissingParameter" if error.param is not None:
            is_option = error.param.param_type_name == "option"
            return fault("option_missing" if is_option else "argument_missing", _name(error.param))
        case "NoSuchOption" if context is not None:
            return _unknown_option(error.option_name, context.command)
        case "BadOptionUsage":
            return fault("option_without_value", error.option_name)
        case "BadParameter" if error.param is not None:
            return _bad_value(error.message, _name(error.param))
        case _:
            return _in_other_words(error.format_message(), context)


def _unknown_option(name: str, command: Any) -> Fault:
    known = [_name(each) for each in command.params]
    options = [each for each in known if each.startswith("--")]
    before = hasattr(command, "commands")
    return fault("option_before_command" if before else "unknown_option", name, accepted=options)


def _bad_value(said: str, name: str) -> Fault:
    if found := _NOT_ONE_OF.search(said):
        accepted = re.findall(r"'(.*?)'", found[2])
        return fault("not_a_choice", found[1], accepted=accepted, option=name)
    return fault("unusable_line", detail=f"{name}: {said}".rstrip("."))


def _in_other_words(said: str, context: Any) -> Fault:
    if found := _NO_COMMAND.search(said):
        return fault("unknown_command", found[1], accepted=context.command.commands)
    if said.startswith("Missing command"):
        return fault("command_missing", accepted=context.command.commands)
    if found := _TOO_MANY.search(said):
        return fault("too_many_arguments", found[1])
    return fault("unusable_line", detail=said.rstrip("."))


def _name(parameter: Any) -> str:
    """An option or argument as it is written: the longest of its names."""
    return str(max(parameter.opts, key=len))
