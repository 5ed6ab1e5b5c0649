"""What an answer under several documents together says."""

from __future__ import annotations

from listing_rewards.words.phrase import Phrase, Phrases

FAULTS: dict[str, Phrase] = {
    "beside_says_nothing": (
        'it does not say how the two documents stand; write how = "adds_up", "higher_only", '
        '"set_off" or "other_only", or a cap that both share',
        '未写明与该文件的关系；请写 how = "adds_up"（累加）、"higher_only"（就高不重复享受）、'
        '"set_off"（补足差额）或 "other_only"（该文件给予的，本文件不再给予），或写合计上限 cap',
    ),
    "beside_itself": (
        "{given} is this document, or one that it extends; name another document, or any",
        "{given} 即本文件或本文件所扩展的文件；请写另一文件的编号，或写 any（其他各文件）",
    ),
    "not_so_many_policies": (
        "one answer is over 1 to {most} policies; here are {given}",
        "一次合并计算须有 1 至 {most} 份政策；这里有 {given} 份",
    ),
    "policy_twice": (
        "the policy {given} is given twice; give each once, and of two versions the one that holds",
        "政策 {given} 重复给出；每份只给一次，同一政策的两个版本只给适用的一个",
    ),
    "policy_and_its_base": (
        "the policy {given} extends {base}, so that both hold the same awards; give one of them",
        "政策 {given} 由 {base} 扩展而来，二者含有相同的奖励项目；请只给其一",
    ),
    "payment_of_which_policy": (
        "the payment for {given} names no policy, and more than one of these has such an award; "
        "write the policy it was made under",
        "{given} 的付款未写明依据的政策，而其中不止一份有此奖励项目；请写明依据哪一份",
    ),
    "no_policy_in_folder": (
        "the folder {given} holds no policy; it needs .toml files of policies",
        "文件夹 {given} 中没有政策文件（.toml）",
    ),
}

PHRASES: Phrases = {
    "beside.any": ("every other document", "其他各文件"),
    "beside.how": {
        "adds_up": (
            "beside {other}: awards for the same event add up",
            "与{other}：同一事项的奖励可以累加",
        ),
        "higher_only": (
            "beside {other}: of awards for the same event only the higher is given",
            "与{other}：同一事项就高不重复享受",
        ),
        "set_off": (
            "beside {other}: for the same event this document gives only what is above the other's",
            "与{other}：同一事项由本文件补足差额",
        ),
        "other_only": (
            "beside {other}: for the same event this document gives nothing where the other gives "
            "anything",
            "与{other}：同一事项对方给予奖励的，本文件不再给予",
        ),
    },
    "beside.cap": ("{text}; both together at most {cap}", "{text}；合计最高{cap}"),
    "beside.cap_any": ("{text}; all together at most {cap}", "{text}；各文件合计最高{cap}"),
    "together.sheet": {
        "enterprises": ("Together", "合并计算"),
        "documents": ("Documents", "各文件"),
        "shared": ("Same event", "同一事项"),
        "decisions": ("To decide", "待人工确定"),
    },
    "together.column": {
        "name": ("Enterprise", "企业名称"),
        "uscc": ("Credit code", "统一社会信用代码"),
        "county": ("County", "县（市、区）"),
        "alone": ("Each alone, sum (yuan)", "各文件单独计算之和（元）"),
        "alone_most": ("at most (yuan)", "至多（元）"),
        "not_twice": ("Not given twice (yuan)", "同一事项不重复（元）"),
        "capped": ("Above joint caps (yuan)", "超出合计上限（元）"),
        "entitled": ("Entitled (yuan)", "核定（元）"),
        "entitled_most": ("Entitled at most (yuan)", "核定至多（元）"),
        "paid": ("Paid (yuan)", "已付（元）"),
        "payable": ("Payable (yuan)", "应付（元）"),
        "payable_most": ("Payable at most (yuan)", "应付至多（元）"),
        "decisions": ("To decide", "待人工确定"),
        "policy": ("Document", "文件"),
        "events": ("Event", "事项"),
        "awards": ("Awards", "奖励项目"),
        "gives": ("Gives (yuan)", "本文件给予（元）"),
        "gives_most": ("Gives at most (yuan)", "给予至多（元）"),
        "relation": ("How the documents stand", "各文件的关系"),
        "at_stake": ("At stake (yuan)", "涉及金额（元）"),
        "what": ("What is open", "待定内容"),
    },
    "together.stands": {
        "adds_up": ("{a} and {b}: they add up", "{a}与{b}：累加"),
        "higher_only": ("{a} and {b}: only the higher", "{a}与{b}：就高不重复享受"),
        "set_off": ("{a} gives what is above {b}", "{a}补足{b}之外的差额"),
        "other_only": (
            "{a} gives nothing where {b} gives anything",
            "{b}给予奖励的，{a}不再给予",
        ),
        "undeclared": ("{a} and {b}: not declared", "{a}与{b}：未规定"),
        "contradict": ("{a} and {b}: each says otherwise", "{a}与{b}：规定不一致"),
        "each_sets_off": (
            "{a} and {b}: each gives only what is above the other",
            "{a}与{b}：互以对方的奖励抵减",
        ),
        "each_other_only": (
            "{a} and {b}: each gives nothing where the other gives anything",
            "{a}与{b}：均规定对方给予奖励的不再给予",
        ),
    },
    "together.decide": {
        "undeclared": (
            "{policies} do not say how they stand to each other for {events}: at least the higher "
            "is given, at most the sum; {stake} hang on it",
            "{policies}对{events}的奖励能否同时享受均无规定：至少给予较高一项，至多累加，涉及{stake}",
        ),
        "contradict": (
            "{policies} say different things of {events}; decide which holds; at most {stake} hang "
            "on it",
            "{policies}对{events}的规定不一致，须确定以何者为准，至多涉及{stake}",
        ),
        "each_sets_off": (
            "{policies} each give only what is above the other for {events}: the total is the "
            "higher, and who pays first is open",
            "{policies}对{events}均规定以对方的奖励抵减：合计为较高一项，由何者先付待定",
        ),
        "each_other_only": (
            "{policies} each give nothing for {events} where the other gives anything: decide "
            "which of them gives; at most {stake} hang on it",
            "{policies}对{events}均规定对方给予奖励的不再给予：须确定由何者给予，至多涉及{stake}",
        ),
        "same_amount": (
            "{policies} give the same for {events}: the total is certain, and which of them gives "
            "it is open",
            "{policies}对{events}金额相同：合计已定，由何者给予待定",
        ),
        "order": (
            "of {policies}, two are set off against the same one, or each against the next in a "
            "circle, for {events}: decide who is first; at most {stake} hang on it",
            "{policies}对{events}有两份以同一份抵减，或循环抵减：须确定先后，至多涉及{stake}",
        ),
        "gives_way": (
            "{policies} declare the same joint cap: the total is certain, and which of them gives "
            "less for it is open",
            "{policies}规定同一合计上限：合计已定，由何者减少待定",
        ),
        "paid_beyond": (
            "{policies} paid {stake} more than it gives beside the others: call it back, or set it "
            "off against what the others still pay",
            "{policies}已付超过合并后应由其给予的数额{stake}：须确定追回，或在其他文件的应付中抵扣",
        ),
    },
    "together.no_limit": ("an amount without a known limit", "无已知上限的金额"),
    "together.head": (
        "{name}, as of {day}; documents: {n}",
        "{name}，截至 {day}；文件 {n} 份",
    ),
    "together.document": (
        "{policy} ({title}): alone {alone}, beside the others {entitled}, paid {paid}, payable "
        "{payable}",
        "{policy}（{title}）：单独 {alone}，合并后 {entitled}，已付 {paid}，应付 {payable}",
    ),
    "together.same_event": ("{events}: together {total}", "{events}：合计 {total}"),
    "together.gives": ("{policy}: {alone}, gives {gives}", "{policy}：{alone}，给予 {gives}"),
    "together.cap": (
        "{policies} together at most {cap}: {cut} less{sources}",
        "{policies}合计最高 {cap}：减 {cut}{sources}",
    ),
    "together.to_decide": ("to decide: {what}", "待人工确定：{what}"),
    "together.totals": (
        "total: each alone {alone}; not given twice {not_twice}; above joint caps {capped}; "
        "entitled {entitled}; paid {paid}; payable {payable}",
        "合计：各文件单独 {alone}；同一事项不重复 {not_twice}；超出合计上限 {capped}；核定 "
        "{entitled}；已付 {paid}；应付 {payable}",
    ),
    "together.file": (
        "Enterprises: {n}; documents taken together: {m}; as of {day}; with something to decide: "
        "{open}.",
        "{n} 家企业，{m} 份文件合并计算，截至 {day}；{open} 家有待人工确定的事项。",
    ),
}
