"""Faults of records of assessments."""

from __future__ import annotations

from listing_rewards.words.phrase import Phrase, Phrases

FAULTS: dict[str, Phrase] = {
    "newer_record": (
        "this record has the form {given}, which a later version of the library writes; this one "
        "reads up to {known}",
        "此记录的格式为 {given}，由更新的程序版本生成；当前版本只能读取至 {known}",
    ),
    "newer_form": (
        "this is written in form {given}, which a later version of the library reads; this "
        "one, {ours}, reads up to {known}",
        "此内容按格式 {given} 编写，须用更新的程序版本读取；当前版本 {ours} 只能读取至 {known}",
    ),
    "no_form": (
        "{given} is no form of a document; it is a whole number without quotes, {known}, or "
        "left out",
        "{given} 不是格式的版本；应为不加引号的整数 {known}，或不写",
    ),
    "answer_of_another_version": (
        "this answer was written by version {given} and cannot be read by {ours} (first: {first}); "
        "its case and policy are kept in it: read them with Case.model_validate and "
        "Policy.model_validate and ask assess again; what is to be kept for years is kept with "
        "record(...)",
        "此结果由版本 {given} 生成，当前版本 {ours} 无法读取（首处：{first}）；其中存有案例和政策，"
        "请用 Case.model_validate 和 Policy.model_validate 读出后重新调用 assess；需长期保存的，"
        "请用 record(...) 保存",
    ),
    "record_of_later_version": (
        "this record was written by version {given}, later than {ours}, which cannot read what is "
        "in it; verify it with version {given} or a later one",
        "此记录由版本 {given} 生成，该版本比当前版本 {ours} 更新，当前版本无法读取其中的内容；"
        "请用版本 {given} 或更新的版本复核",
    ),
    "not_a_version": (
        "{given} is not a version of the library; one is three numbers, such as {like}",
        "{given} 不是本程序的版本号；版本号为三个数字，如 {like}",
    ),
    "not_an_assessment": (
        "{given} is not an Assessment; make one with assess(...)",
        "{given} 不是 Assessment；请用 assess(...) 得出",
    ),
    "not_a_record": (
        "{given} is not a record; give a Record, its JSON text, or the JSON read as a dict",
        "{given} 不是核算记录；请提供 Record、其 JSON 文本，或读成 dict 的 JSON",
    ),
    "nested_too_deeply": (
        "more than {given} lists and objects stand in one another here",
        "此处的列表和对象嵌套超过 {given} 层",
    ),
    "no_records": ("this file holds no records", "此文件中没有核算记录"),
    "manifest_of_one_file": (
        "a manifest is of one file of records; name that file alone",
        "清单只对应一个记录文件；请只写该文件",
    ),
}  # fmt: skip

PHRASES: Phrases = {
    "record.outcome": {
        "identical": ("identical", "一致"),
        "same_amounts": ("same amounts", "金额一致"),
        "different": ("DIFFERENT", "不一致"),
        "altered": ("ALTERED", "已被改动"),
    },
    "record.head": ("{outcome}: {who}", "{outcome}：{who}"),
    "record.nobody": ("an enterprise that is not named", "未写明企业"),
    "record.payable": (", payable {amount}", "，应付 {amount}"),
    "record.digest": {
        "case": (
            "the case is not as it was written: its digest does not hold",
            "案例与生成时不同：摘要不符",
        ),
        "policy": (
            "the policy is not as it was written: its digest does not hold",
            "政策与生成时不同：摘要不符",
        ),
        "record": (
            "something in the record is not as it was written: its digest does not hold",
            "记录中有内容与生成时不同：摘要不符",
        ),
    },
    "record.version": (
        "written by version {theirs}, computed afresh by {ours}",
        "由版本 {theirs} 生成，以版本 {ours} 重新计算",
    ),
    "record.fault": ("cannot be computed afresh: {sentence}", "无法重新计算：{sentence}"),
    "record.difference": (
        "{path}: the record has {stated}, computed afresh: {computed}",
        "{path}：记录为 {stated}，重新计算为 {computed}",
    ),
    "record.newer": (
        "it says that version {theirs} wrote it, which is later than this program, {ours}; "
        "computed afresh by {ours}",
        "自称由版本 {theirs} 生成，该版本比当前程序（{ours}）更新；以版本 {ours} 重新计算",
    ),
    "record.line": {
        "line_missing": (
            'the line of "{award}" is missing ({path})',
            "缺少“{award}”一项（{path}）",
        ),
        "line_too_many": (
            'a line too many: line {n}, of "{award}" ({path})',
            "多出一项：第 {n} 项“{award}”（{path}）",
        ),
        "another_order": (
            'the lines stand in another order: line {n} is of "{stated}", computed afresh: of '
            '"{award}"',
            "各项的顺序不同：第 {n} 项为“{stated}”，重新计算为“{award}”",
        ),
        "another_award": (
            'line {n} is of "{stated}", computed afresh: of "{award}"',
            "第 {n} 项为“{stated}”，重新计算为“{award}”",
        ),
        "checks_missing": (
            'the checks of "{award}" are missing ({path})',
            "缺少“{award}”的各项检查（{path}）",
        ),
        "steps_missing": (
            'the steps of "{award}" are missing ({path})',
            "缺少“{award}”的计算步骤（{path}）",
        ),
    },
    "record.step": (
        'step {n} of "{award}", computed afresh: {sentence}',
        "“{award}”第 {n} 步，重新计算为：{sentence}",
    ),
    "record.check": (
        'check {n} of "{award}", made afresh: {sentence}',
        "“{award}”第 {n} 项检查，重新核对为：{sentence}",
    ),
    "record.total": (
        "the record has {stated} payable, computed afresh: {computed}",
        "记录的应付为 {stated}，重新计算为 {computed}",
    ),
    "record.totals": (
        "the record has payable {least}, payable_at_most {most}; computed afresh: {computed} "
        "payable",
        "记录的 payable（应付）为 {least}，payable_at_most（至多应付）为 {most}；"
        "重新计算的应付为 {computed}",
    ),
    "record.told_otherwise": (
        "the amounts are the same; how they are stated differs, first at {path}",
        "金额相同；表述有所不同，首处在 {path}",
    ),
    "record.none_differs": (
        "computed afresh from what it now says, nothing in its result differs",
        "按记录现有内容重新计算，结果并无不同",
    ),
    "record.policy_place": (
        "{path}: the record has {stated}, the policy given has {given}",
        "{path}：记录为 {stated}，所给政策为 {given}",
    ),
    "record.no_value": ("nothing", "无"),
    "verify.of": (
        ", as of {day}, under {policy} (digest {digest}){code}",
        "，截至 {day}，依据 {policy}（摘要 {digest}）{code}",
    ),
    "verify.code": (", credit code {code}", "，信用代码 {code}"),
    "verify.twice": (
        "this enterprise has another record at {place}",
        "该企业在 {place} 另有一份记录",
    ),
    "verify.another_day": (
        "as of {day}, where {asked} was asked for",
        "截至 {day}，而所要求的截至日为 {asked}",
    ),
    "verify.total": (
        "Payable by these records together: {least}{most}.",
        "以上记录合计应付：{least}{most}。",
    ),
    "verify.at_most": (" for certain, at most {most}", "（确定），至多 {most}"),
    "verify.no_limit": (" for certain, no limit is known", "（确定），上限不明"),
    "verify.days": (
        "{file} has records of several as-of dates: {days}.",
        "{file} 中的记录有多个截至日：{days}。",
    ),
    "verify.twices": (
        "Records of an enterprise that has another one in the same file: {n}.",
        "同一文件中同一企业另有记录的：{n}份。",
    ),
    "verify.whole": (
        "The file is as its manifest says: {n} records.",
        "文件与清单一致：共{n}份记录。",
    ),
    "verify.not_whole": (
        "The file is NOT as its manifest says:",
        "文件与清单不一致：",
    ),
    "verify.seal": {
        "manifest_altered": (
            "the manifest itself was altered: its digest is {stated}, and should be {found}",
            "清单本身被改动：其摘要为 {stated}，应为 {found}",
        ),
        "deleted": (
            "missing from the file: {what} (listed {stated} times, found {found})",
            "文件中缺少：{what}（清单列{stated}次，文件中{found}次）",
        ),
        "added": (
            "not in the manifest: {what} (found {found} times)",
            "清单未列：{what}（文件中{found}次）",
        ),
        "repeated": (
            "stands more often than listed: {what} (listed {stated} times, found {found})",
            "多于清单所列：{what}（清单列{stated}次，文件中{found}次）",
        ),
        "order": (
            "the records stand in another order, first at record {what}: {found} instead of "
            "{stated}",
            "记录顺序不同，首处为第{what}份：应为{stated}，实为{found}",
        ),
        "as_of": (
            "as-of dates by the manifest: {stated}; in the file: {found}",
            "截至日，清单为 {stated}，文件为 {found}",
        ),
        "policy": (
            "policies by the manifest: {stated}; in the file: {found}",
            "政策，清单为 {stated}，文件为 {found}",
        ),
        "totals": (
            "{what} by the manifest: {stated}; in the file: {found}",
            "{what}，清单为 {stated}，文件为 {found}",
        ),
        "file_bytes": (
            "the records are the same, but the file is written otherwise: its SHA-256 is {found}, "
            "by the manifest {stated}",
            "记录相同，但文件写法不同：SHA-256 为 {found}，清单为 {stated}",
        ),
    },
    "record.of_no_version": (
        "there never was a version {theirs} of this program",
        "本程序从无 {theirs} 版本",
    ),
}
