"""Faults of questions put to a service, and what it says of itself."""

from __future__ import annotations

from listing_rewards.words.phrase import Phrase, Phrases

FAULTS: dict[str, Phrase] = {
    "not_served": (
        "this service has no policy {given}",
        "本服务没有政策 {given}",
    ),
    "body_too_large": (
        "the question has more than {most} bytes, the most this service takes",
        "所提交的内容超过本服务的上限 {most} 字节",
    ),
    "too_many_lines": (
        "there are {given} lines, and this service takes {most} at a time; send them in parts",
        "共有 {given} 行，本服务一次至多 {most} 行；请分批提交",
    ),
    "too_many_entries": (
        "the case has {given} events and payments, and this service takes {most}",
        "该案例有 {given} 条事项和付款，本服务至多接受 {most} 条",
    ),
    "unknown_parameter": (
        "there is no parameter {given} here",
        "此处没有参数 {given}",
    ),
    "parameter_twice": ("the parameter {given} is given twice", "参数 {given} 写了两次"),
    "wrong_content_type": (
        "the content type {given} is not read here; send {wanted}",
        "此处不接受内容类型 {given}；请发送 {wanted}",
    ),
    "token_needed": (
        "this service asks for its token; send the header Authorization: Bearer …",
        "本服务须凭令牌访问；请发送请求头 Authorization: Bearer …",
    ),
    "no_such_address": ("there is nothing at the address {given}", "地址 {given} 不存在"),
    "method_not_allowed": ("the address takes no {given}", "该地址不接受 {given} 请求"),
    "token_too_short": (
        "the token has fewer than {least} signs, which is too easy to guess",
        "令牌不足 {least} 个字符，容易被猜中",
    ),
    "exposed_without_token": (
        "the address {given} is not this machine alone; give a token with --token-file",
        "地址 {given} 不限于本机；请用 --token-file 给出令牌",
    ),
}

PHRASES: Phrases = {
    "service.problem": {
        "invalid-request": ("The request cannot be carried out", "请求无法执行"),
        "invalid-input": ("What was sent cannot be answered", "所提交的内容无法核算"),
        "unknown-policy": ("There is no such policy", "没有此政策"),
        "unauthorized": ("A token is needed", "须凭令牌访问"),
        "not-found": ("There is nothing here", "此处没有内容"),
        "method-not-allowed": ("The address takes no such request", "该地址不接受此类请求"),
        "unsupported-media-type": ("The content type is not read here", "不接受此内容类型"),
        "too-large": ("The question is too large", "所提交的内容过大"),
        "failed": ("The service has failed, which is its own fault", "服务出错，并非提交内容之过"),
    },
    "service.listening": (
        "listing-rewards answers at {address} under {policies}; it keeps nothing of what is sent.",
        "listing-rewards 在 {address} 提供核算，政策：{policies}；不留存所提交的任何内容。",
    ),
}
