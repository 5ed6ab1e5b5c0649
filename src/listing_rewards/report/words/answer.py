"""What an answer says: its head, its lines, and why a line does not apply."""

from __future__ import annotations

from collections.abc import Mapping

ANSWER: Mapping[str, tuple[str, str]] = {
    # the head
    "who": ("Enterprise: {name}", "企业：{name}"),
    "uscc": ("credit code {value}", "统一社会信用代码 {value}"),
    "county": ("registered in {value}", "注册地 {value}"),
    "under": ("Policy: {title} ({id}), {issuer}", "政策：《{title}》（{id}），{issuer}"),
    "as_of": ("As of: {day}", "截至：{day}"),
    "payable": ("PAYABLE: {amount}", "应付金额：{amount}"),
    "payable_open": (
        'PAYABLE: {amount}; not determined, see "What would settle it"',
        "应付金额：{amount}；尚未确定，见“需要补充的事实”",
    ),
    "withheld": (
        "WITHHELD: {amount}, until the laws below have been reviewed",
        "暂缓发放：{amount}，待按下列法律法规审核后再定",
    ),
    "totals": (
        "Entitled {entitled}; paid before {paid}; overpaid {overpaid}",
        "核定金额 {entitled}；已付 {paid}；超付 {overpaid}",
    ),
    "not_set_off": (
        "What was overpaid for one award is not set off against another; it only leaves less room "
        "under a common cap.",
        "某一项目的超付不抵减其他项目，只减少合并上限的余额。",
    ),
    # sections
    "assumed_head": (
        "ASSUMED - these numbers and readings are not given by the source:",
        "【假定】以下数字或理解并非原文所列：",
    ),
    "applies_head": ("WHAT APPLIES, OR MAY APPLY", "【适用或可能适用的奖励】"),
    "not_head": ("WHAT DOES NOT APPLY, AND WHY", "【不适用的奖励及原因】"),
    "sources_head": ("CLAUSES", "【依据条款】"),
    "made_by": ("Worked out by listing_rewards {version}.", "由 listing_rewards {version} 计算。"),
    # lines
    "line": ("{title}: payable {payable}", "{title}：应付 {payable}"),
    "line_withheld": ("; withheld {withheld}", "；暂缓发放 {withheld}"),
    "line_not": ("{title}: {why}", "{title}：{why}"),
    "line_paid": (
        "{paid} was paid for it, {overpaid} of that beyond what is entitled.",
        "已付 {paid}，其中超付 {overpaid}。",
    ),
    "line_paid_more": (
        "{overpaid} was paid beyond what is entitled, for it or what it replaces.",
        "超付 {overpaid}（含被替代项目的已付）。",
    ),
    "recipient": ("paid to: {recipient}", "受奖对象：{recipient}"),
    "part_line": ("part {n} ({share}), {amount}: {due}", "第{n}期（{share}）{amount}：{due}"),
    "part_due": ("due since {day}", "自 {day} 起已到期"),
    "part_due_later": ("due from {day} on, not yet", "自 {day} 起到期，现未到期"),
    "part_due_after": (
        "due {when}, which has not happened",
        "{when}到期，该事项尚未发生",
    ),
    "part_due_open": (
        "due {when}; it is not stated whether that happened",
        "{when}到期，案例未写明该事项是否发生",
    ),
    "share_line": ("borne by {level}, {share}: {amount}", "{level}承担 {share}：{amount}"),
    "group_head": (
        "{title}, together: entitled {entitled}, cap {cap}; paid {paid}; payable {payable}"
        "{withheld}{source}",
        "{title}合计：核定 {entitled}，上限 {cap}；已付 {paid}；应付 {payable}{withheld}{source}",
    ),
    # why not
    "no_amount_why": ("its amount is nothing", "其金额为零"),
    "no_room_why": (
        "the common cap of {cap} is already filled by the earlier awards",
        "合并上限 {cap} 已由在先的奖励用完",
    ),
    "replaced_why": ("{names} is given instead", "由{names}替代"),
    "outdone_why": (
        "only the highest of these awards is given, and that is {names}",
        "同类奖励就高不就低，已按{names}给予",
    ),
    "counts_for": (
        "; the {paid} paid for it counts as paid for what is given instead",
        "；就其已付的 {paid} 计入替代项目的已付金额",
    ),
    "met": ("met", "符合"),
    "not_met": ("not met", "不符合"),
    "unknown": ("not known", "不明"),
    # parts of a policy that are assumed
    "part_in_force": ("the policy's days", "政策期间"),
    "part_rounding": ("rounding", "取整"),
    "part_conditions": ("the condition ({content})", "条件（{content}）"),
    "part_best_of": ("the choice of the highest of {names}", "{names}就高不就低"),
    "part_instalments": ("the parts in which {names} is paid", "{names}的分期支付"),
    "part_shares": ("the sharing of {names} between levels of government", "{names}的分级承担"),
    "part_dated": ("{award} from {day} on", "{award}（{day} 起）"),
    # clauses
    "clause": ("{item} ({title}): {text}", "{item}（《{title}》）：{text}"),
    "units": (" Lead: {lead}; with: {supporting}.", "牵头单位：{lead}；配合单位：{supporting}。"),
    "not_seen": ("Not seen of the document: {text}", "文件中未见到的内容：{text}"),
}
"""Keys with their English and Chinese phrases."""
