"""Faults of a command line."""

from __future__ import annotations

from listing_rewards.words.phrase import Phrase

FAULTS: dict[str, Phrase] = {
    "option_missing": (
        "the option {given} is missing; -h tells what it means",
        "缺少选项 {given}；用 -h 查看说明",
    ),
    "argument_missing": (
        "{given} must be given; -h tells what it means",
        "缺少参数 {given}；用 -h 查看说明",
    ),
    "unknown_option": ("there is no option {given}", "没有选项 {given}"),
    "option_before_command": (
        "there is no option {given} before the command; write it behind",
        "命令之前没有选项 {given}；请写在命令之后",
    ),
    "too_many_arguments": (
        "{given} is more than the command takes",
        "{given} 是多余的参数",
    ),
    "unknown_command": ("there is no command {given}", "没有命令 {given}"),
    "command_missing": (
        "no command is given; -h says what each of them does",
        "缺少命令；用 -h 查看各命令的用途",
    ),
    "option_without_value": ("the option {given} needs a value", "选项 {given} 后面须写值"),
    "not_a_choice": (
        "{given} is not a value of the option {option}",
        "{given} 不是选项 {option} 的值",
    ),
    "unusable_line": ("{detail}", "命令无法执行：{detail}"),
}
