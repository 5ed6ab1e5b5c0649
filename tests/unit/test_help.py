"""Every command, option and argument says in both languages what it is for."""

from __future__ import annotations

import re
from typing import Any

from typer.main import get_command

from listing_rewards.cli.app import app
from listing_rewards.cli.help import below, in_language
from listing_rewards.words import PHRASES, help_commands

ROOT = "listing-rewards"
NAME = re.compile(r"`[^`]*`|--[a-z-]+")


def commands() -> list[tuple[str, Any]]:
    """Every command as it is declared, with the words that name it."""
    root: Any = get_command(app)
    return [(ROOT, root), *below(root)]


class TestEveryTextIsThere:
    """In `words`, in both languages, and nothing there that no command says."""

    def test_of_commands(self) -> None:
        """By the words that name the command."""
        assert {path for path, _ in commands()} == {*help_commands.PHRASES["help.command"]}

    def test_of_options(self) -> None:
        """By the name of the text, which stands where the option is declared."""
        named = {each.help for _, command in commands() for each in command.params}
        assert named | {"help"} == {*PHRASES["help.option"]}

    def test_chinese_is_chinese(self) -> None:
        """And English is English; both name the same options and commands."""
        for key in ("help.command", "help.option", "help.heading"):
            phrases = PHRASES[key]
            assert isinstance(phrases, dict)
            for name, (english, chinese) in phrases.items():
                assert re.search("[一-鿿]", chinese), name
                assert not re.search("[一-鿿]", english), name
                options = [each for each in NAME.findall(english) if " FILE" not in each]
                assert sorted(options) == sorted(
                    each for each in NAME.findall(chinese) if " 文件" not in each
                ), name


class TestInLanguage:
    """The commands with their words in place."""

    def test_each_command_and_option(self) -> None:
        """Nothing is left of the names of texts."""
        for lang, seen in (("en", "[a-z]"), ("zh", "[一-鿿]")):
            root = in_language(get_command(app), lang)  # type: ignore[arg-type]
            for path, each in [(ROOT, root), *below(root)]:
                assert re.search(seen, each.help), path
                for parameter in each.params:
                    assert re.search(seen, parameter.help), (path, parameter.name)
                    assert parameter.help not in PHRASES["help.option"], parameter.name

    def test_every_command_takes_the_language(self) -> None:
        """Groups too, since it may stand before the command."""
        for path, each in commands():
            assert "--lang" in {name for option in each.params for name in option.opts}, path
