"""Faults of questions put to a service, and what it says of itself."""

from __future__ import annotations

from listing_rewards.words.phrase import Phrase, Phrases

FAULTS: dict[str, Phrase] = {
    "not_served": (
        "this service has no policy {given}",
        "本服务没有政策 {given}",
    ),
    "standard_not_served": ("this service has no standard {given}", "本服务没有上市标准 {given}"),
    "not_a_year": ("{given} is not a year; write such as 2024", "{given} 不是年度；请写成如 2024"),
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
    "folder_in_use": (
        "the folder is in use; name one that is new or empty",
        "文件夹已有内容；请给出新的或空的文件夹",
    ),
    "not_pyodide": (
        "this is not the unpacked npm package pyodide: {given} is missing or not readable",
        "这不是解开的 npm 包 pyodide：缺少或无法读取 {given}",
    ),
    "not_the_wheel": (
        "{given} is not the wheel that this Pyodide needs, which is {wanted}",
        "{given} 不是此 Pyodide 需要的 wheel；需要的是 {wanted}",
    ),
    "damaged_archive": (
        "this is no wheel, or it is damaged",
        "这不是 wheel，或文件已损坏",
    ),
    "not_on_the_form": (
        "the form cannot hold all of this part; assess the file with the command instead",
        "表单无法容纳此部分的全部内容；请改用命令核算该文件",
    ),
    "exposed_without_token": (
        "the address {given} is not this machine alone; give a token with --token-file",
        "地址 {given} 不限于本机；请用 --token-file 给出令牌",
    ),
}

PHRASES: Phrases = {
    "site.written": (
        "{folder} holds the page under {policies}; any file server gives it out.",
        "{folder} 已写入网页，政策：{policies}；可由任何文件服务器发布。",
    ),
    "form_page.title": ("Rewards for listing: one case", "上市奖励核算：单个案例"),
    "form_page.skip": ("Skip to the content", "跳到正文"),
    "form_page.pages": ("Pages", "页面"),
    "form_page.one_case": ("One enterprise", "单家企业核算"),
    "form_page.a_table": ("A table of enterprises", "批量核算"),
    "form_page.privacy": (
        "What is entered is neither kept nor logged.",
        "所填内容不留存，不写入日志。",
    ),
    "form_page.load": ("A case that was saved", "已保存的案例"),
    "form_page.load_it": ("Load", "载入"),
    "form_page.section": {
        "enterprise": ("Enterprise", "企业"),
        "events": ("What happened", "事项"),
        "flags": ("What is so", "条件与属性"),
        "figures": ("Figures", "指标"),
        "payments": ("Paid before", "此前已付"),
    },
    "form_page.events_note": (
        "Leave empty what is not known; tick what is known not to have happened.",
        "不清楚的留空；确知没有发生的，勾选“未发生”。",
    ),
    "form_page.did_not_happen": ("did not happen", "未发生"),
    "form_page.not_known": ("not known", "不清楚"),
    "form_page.former_names": ("Former names, with ; between", "曾用名（以；分隔）"),
    "form_page.evidence": ("Evidence", "佐证材料"),
    "form_page.year": ("Year", "年度"),
    "form_page.figure": ("Figure", "数值"),
    "form_page.amount": ("Amount", "金额"),
    "form_page.unit": {"元": ("yuan", "元"), "万元": ("10,000 yuan", "万元")},
    "form_page.unit_of": ("Unit of: {label}", "{label}的单位"),
    "form_page.more": ("Another one", "增加一行"),
    "form_page.payment": ("Payments", "付款"),
    "form_page.paid_under": ("Policy, if another", "依据政策（如非本政策）"),
    "form_page.answer": ("Compute", "核算"),
    "form_page.print": ("Page to print and sign", "打印核算表"),
    "form_page.save": ("Save the case", "保存案例"),
    "form_page.wrong": ("This cannot be computed yet", "暂无法核算"),
    "form_page.nothing_yet": (
        "The answer stands here as soon as an enterprise, an as-of date and a fact are entered.",
        "填写企业名称、截至日和事实后，核算结果显示在这里。",
    ),
    "form_page.drop": (
        "A workbook or CSV file of enterprises: choose it, or drop it here",
        "企业表格（Excel 或 CSV）：请选择文件，或拖放到此处",
    ),
    "form_page.table_note": (
        "Each row is answered by itself; a row that cannot be read for certain is reported "
        "with its cell, and the others go on. The results can be taken away as a workbook.",
        "逐行核算；不能确定读法的行会连同单元格一并列出，其余照常核算。结果可下载为 Excel 文件。",
    ),
    "form_page.results": ("Results", "核算结果"),
    "form_page.counted": (
        "{read} rows: {assessed} computed, {open} of them not determined; {faulty} with faults.",
        "共{read}行：已核算{assessed}行，其中{open}行尚未确定；有误{faulty}行。",
    ),
    "form_page.take": ("Take the results away (Excel)", "下载核算结果（Excel）"),
    "form_page.place": ("Row", "位置"),
    "form_page.why": ("Awards, what is missing, what is wrong", "奖励项目、待补充事实、错误"),
    "form_page.no_name": ("not read", "未读出"),
    "form_page.left_out": (
        "This policy does not ask for what was entered as {names}; it was left out.",
        "本政策没有以下事实，所填内容未带入：{names}。",
    ),
    "form_page.no_answer": ("no answer", "未核算"),
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
