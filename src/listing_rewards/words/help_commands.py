"""What `--help` says of each command: first what it is for, then what to know of it."""

from __future__ import annotations

from listing_rewards.words.phrase import Phrase, Phrases

_COMMANDS: dict[str, Phrase] = {
    "listing-rewards": (
        "Compute the rewards a policy document grants enterprises for listing, and why.\n\n"
        "Exit status: 0 done, 1 done with findings (rows with faults), 2 unusable input.",
        "依据政策文件计算企业挂牌上市奖励，并说明理由。\n\n"
        "退出状态：0 完成，1 完成但有发现（如有误的行），2 输入无法使用。",
    ),
    "assess": (
        "Assess every case of the files; print a table, or write Excel, JSON, JSON Lines or CSV."
        "\n\nWithout --output and --format: a table on a terminal, JSON Lines anywhere else. A "
        "workbook holds the publication, payment and county tables, the enterprises, the awards, "
        "totals and what is wrong."
        "\n\nA row with faults is reported with file, row and column and the others go on; the "
        "exit status is then 1. What is printed on standard error at the end accounts for every "
        "row.",
        "核算文件中的每家企业；显示为表格，或写成 Excel、JSON、JSON Lines、CSV。"
        "\n\n不写 --output 和 --format 时：在终端显示表格，否则输出 JSON Lines。"
        "工作簿中有公示表、资金拨付汇总表、分县区汇总、企业、奖励项目、合计和错误清单。"
        "\n\n有误的行逐一指出文件、行、列，其余照常核算，此时退出状态为1。"
        "最后在标准错误输出中说明每一行的去向。",
    ),
    "batch": (
        "Assess a file of millions of cases, Parquet or CSV, as a stream."
        "\n\nEvery column of CSV is text: days as 2023-09-15, yes or no as true or false. A row "
        "with a fault has its code in the column fault and no amounts; the exit status is then "
        "1. What is printed on standard error accounts for every row.",
        "以流的方式核算上百万个案例的 Parquet 或 CSV 文件。"
        "\n\nCSV 各列均为文本：日期如 2023-09-15，是否写作 true 或 false。"
        "有误的行在 fault 列给出错误代码，不给金额，此时退出状态为1。"
        "标准错误输出中说明每一行的去向。",
    ),
    "explain": (
        "Explain what is payable to one enterprise, or to each: steps, clauses, what is open."
        "\n\nWith --format json or jsonl the same words as data, for a program that shows them.",
        "说明一家或每家企业应付多少：计算步骤、条款、尚待补充的事实。"
        "\n\n用 --format json 或 jsonl 则以数据形式给出同样的说明，供程序显示。",
    ),
    "report": (
        "Write the page that is signed for one enterprise: HTML to print, with every reason."
        "\n\nIt needs neither a network nor scripts. A row with faults gets no page; the exit "
        "status is then 1.",
        "生成一家企业供签字的核算表：可打印的 HTML，写明全部理由。"
        "\n\n打开时不需要网络和脚本。有误的行不生成页面，此时退出状态为1。",
    ),
    "workbook": (
        "Write a workbook in which every amount is a formula over the facts and the policy."
        "\n\nChange a fact or a number of the policy in it, and the result moves. A row with "
        "faults gets no workbook; the exit status is then 1.",
        "生成复核工作簿：每个金额都是引用事实和政策数字的公式。"
        "\n\n在其中修改事实或政策的数字，结果随之变化。有误的行不生成工作簿，此时退出状态为1。",
    ),
    "record": (
        "Assess every case of the files and keep each answer as a record for `verify`."
        "\n\nA record holds case, policy, as-of date, version, digests and every step. JSON "
        "Lines unless the output's suffix or --format says JSON. Beside a file of records, such "
        "as records.jsonl, stands its manifest, records.manifest.json: count, totals, dates, "
        "policies and digests, for verify --manifest. A row with faults is reported and left "
        "out; the exit status is then 1.",
        "核算每家企业，并把每个结果存为可用 `verify` 核验的记录。"
        "\n\n记录中有案例、政策、核算基准日、版本、摘要和每个步骤。默认为 JSON Lines，"
        "扩展名或 --format 为 json 时为 JSON。记录文件（如 records.jsonl）旁另有记录清单 "
        "records.manifest.json：份数、合计、日期、政策和摘要，供 verify --manifest 使用。"
        "有误的行予以指出、不写入，此时退出状态为1。",
    ),
    "verify": (
        "Compute records afresh, and report which are identical and where the others differ."
        "\n\nExit status: 0 every record is identical, or of another version with the same "
        "amounts; 1 one differs, was altered, is no record, rests on another policy or date than "
        "the one given, or one file has several as-of dates, two records of an enterprise, or "
        "other records than its manifest; 2 a file cannot be used at all.",
        "重新计算核算记录，列出哪些一致、其余的何处不同。"
        "\n\n退出状态：0 全部一致，或由其他版本生成且金额相同；1 有记录不一致、被改动、"
        "不是核算记录、所依据的政策或日期与所给不同，或同一文件有多个核算基准日、同一企业有两份记录、"
        "与记录清单不符；2 文件无法使用。",
    ),
    "reconcile": (
        "Check a ledger of payments against what is due: every finding, and totals that add up."
        "\n\nPrints a table; writes the whole as JSON, the findings as JSON Lines or CSV, a "
        "workbook as XLSX. A line that cannot be read is a finding, and so is one in one of two "
        "ledgers alone; a case with faults is reported and left out. The exit status is 1 where "
        "there are findings or faults.",
        "把付款台账与应付金额逐笔核对：列出每个发现，合计账账相符。"
        "\n\n显示为表格；全部写成 JSON，发现写成 JSON Lines 或 CSV，工作簿写成 XLSX。"
        "读不出的行、只见于两份台账之一的行都是发现；有误的案例予以指出、不参与核对。"
        "有发现或错误时退出状态为1。",
    ),
    "serve": (
        "Answer over HTTP: cases as JSON in, answers, words, reports and records out."
        "\n\nPolicies are those named here, or all that are shipped; nobody who asks can name a "
        "file. What is sent is neither kept nor logged. It listens on this machine alone unless "
        "a token is given.",
        "以 HTTP 应答：收到 JSON 案例，给出结果、说明、核算表和记录；并提供网页。"
        "\n\n政策为此处指明的，或全部内置政策；使用者不能指定文件。"
        "所收内容不留存、不记日志。未给访问令牌时只在本机监听。",
    ),
    "calendar": (
        "List what falls due: periods that are full, windows that close, documents that end."
        "\n\nWith the enterprise, its county, the awards that hang on it and how much. A row "
        "with faults is reported and left out; the exit status is then 1.",
        "列出到期事项：期限届满、申报截止、文件失效。"
        "\n\n写明企业、县（市、区）、相关奖励项目和金额。有误的行予以指出、不列入，此时退出状态为1。",
    ),
    "counties": (
        "Check counties against their targets: done, on the way, payable, paid, open, and a "
        "ranking.\n\nWrites the notice, the return of every enterprise, and what changed since "
        "the report before; with a suffix of .html, the notice as a page to print. A row with "
        "faults is reported and left out; the exit status is then 1.",
        "对照各县（市、区）目标：已完成、推进中、应付、已付、待定，并排名。"
        "\n\n写出通报、企业明细，以及比上一期的变化；后缀为 .html 的写成可打印的通报页。"
        "有误的行予以指出、不列入，此时退出状态为1。",
    ),
    "together": (
        "Compute what is payable under several documents together: county, city, province."
        "\n\nWhat adds up, what is not given twice, what a joint cap takes off, and what a person "
        "decides. A row with faults is reported and left out; the exit status is then 1.",
        "按多份文件（县、市、省）合并计算应付金额。"
        "\n\n哪些累加、哪些不重复享受、合计上限减去多少、哪些待人工确定。有误的行予以指出、不列入，此时退出状态为1。",
    ),
    "outlook": (
        "Say what will be payable by quarter or year, if enterprises reach what they plan."
        "\n\nBy period, county and enterprise, as ranges over every choice of days within the "
        "plan, with expected values where likelihoods are given; and when a budget runs out. A "
        "planned event that cannot be used stops the command (exit status 2): what is left out "
        "would be missing in the sum. A row of enterprises with faults is reported and left out; "
        "the exit status is then 1.",
        "测算企业完成其计划事项的，各季度或各年度将应付多少。"
        "\n\n按期间、县（市、区）和企业列出，区间涵盖计划期间内全部日期组合；填有可能性的给出期望值；"
        "并指出预算何时用尽。计划事项不能采用的，命令停止（退出状态为2），以免合计数遗漏。"
        "企业表中有误的行予以指出、不列入，此时退出状态为1。",
    ),
    "portrait": (
        "Write the portrait of one enterprise: HTML to print, or JSON."
        "\n\nWhere it stands on the ladder, the next step and the earliest day for it, what it "
        "received and may receive under each policy, its distance to each standard, what is "
        "missing, what falls due.",
        "生成一家企业的画像：可打印的 HTML 或 JSON。"
        "\n\n所处阶段、下一步及最早日期、按各政策已得和可得的奖励、与各项条件的差距、缺少的事实、到期事项。",
    ),
    "site": (
        "Write the page as a folder: Python runs in the browser, and no fact leaves it."
        "\n\nAny file server gives it out, an intranet's too; nothing is fetched from elsewhere.",
        "把网页写成一个文件夹：Python 在浏览器中运行，所填内容不离开浏览器。"
        "\n\n任何文件服务器都可提供，内网也可；不从他处下载任何内容。",
    ),
    "mcp": (
        "Answer an assistant (MCP) over standard streams: policies, cases in words, explanations."
        "\n\nA program that runs a language model starts it; it is no use by hand.",
        "通过标准输入输出应答助手（MCP）：政策、文字案例、说明。"
        "\n\n由运行语言模型的程序启动，不供手工使用。",
    ),
    "screen": (
        "Check enterprises against a standard: who is ready, who is one short, how far, what is "
        "open.\n\nA table may have the columns of every shipped standard and policy. A row with "
        "faults is reported and left out; the exit status is then 1.",
        "对照条件筛查企业：哪些符合，哪些差一项、差多少，哪些待定。"
        "\n\n表格可含各内置条件和政策的列。有误的行予以指出、不列入，此时退出状态为1。",
    ),
    "template": (
        "Write the form in which enterprises apply under a policy, for Excel or WPS."
        "\n\nIts columns come from what the policy declares; `assess` reads the filled-in form. "
        "With a name that ends in .toml, the settings of the form and of the tables that are "
        "handed in, for --settings of `template` and `assess`.",
        "生成某项政策的申报表，供 Excel 或 WPS 填写。"
        "\n\n列由政策声明的事实而来；填好后由 `assess` 读取。文件名以 .toml 结尾时，"
        "写出申报表和报送表的设置文件，供 `template` 和 `assess` 的 --settings 使用。",
    ),
    "columns": (
        "Propose what to do with each column of a file, as a map for --columns."
        "\n\nWhat is certainly no fact of the policy is carried or left out; what could be one "
        "is put before you to decide, and the exit status is then 1.",
        "对文件的每一列提出处理办法，写成供 --columns 使用的列对照表。"
        "\n\n确实不是政策所需事实的列带出或略去；可能是的列请您决定，此时退出状态为1。",
    ),
    "schema": (
        "Print the JSON Schema of a case, a policy document as it is written, an answer or a "
        "record.\n\nAn editor that is given the schema completes and checks what is written.",
        "输出案例、政策文件、结果或记录的 JSON Schema。\n\n编辑器据此可以提示和检查所写内容。",
    ),
    "policy": (
        "List, show, check, begin and compare policy documents.",
        "列出、查看、检查、起草和比较政策文件。",
    ),
    "policy check": (
        "Check policies: errors (it contradicts itself, an amount would be wrong) and advice."
        "\n\nExit status: 0 no errors, 1 errors in a document, 2 a document cannot be read at all.",
        "检查政策文件：错误（自相矛盾、金额会出错）和建议。"
        "\n\n退出状态：0 无错误，1 文件有错误，2 文件无法读取。",
    ),
    "policy compare": (
        "Compare two policies on a table of enterprises: totals by award, who gains, who loses, "
        "why.\n\nA table may have the columns of both policies. A row with faults is reported "
        "and left out; the exit status is then 1.",
        "用一张企业名单比较两份政策：各项合计、谁增谁减、为什么。"
        "\n\n表格可含两份政策的列。有误的行予以指出、不参与比较，此时退出状态为1。",
    ),
    "policy new": (
        "Write a policy document to begin with: commented, to be changed by hand, then checked.",
        "写出一份政策文件的初稿：附说明，人工修改后再检查。",
    ),
    "policy diff": (
        "Say what changes from policy A to policy B, part by part, like an amendment."
        "\n\nWith --effect (and its options --events, --seconds, --cases): what changes for "
        "enterprises, each with the smallest case, or that it is proved not to change."
        "\n\nExit status: 0 the same content (with --effect: the same amounts), 1 differences, "
        "2 unusable input.",
        "逐处说明从甲政策（A）到乙政策（B）的修改，如同修正案。"
        "\n\n用 --effect（及其选项 --events、--seconds、--cases）：对企业有何变化，"
        "各给一个最小案例，或证明没有变化。"
        "\n\n退出状态：0 内容相同（用 --effect 时：金额相同），1 有不同，2 输入无法使用。",
    ),
    "policy cases": (
        "Write a case on each side of every number and day of a policy, to be decided by hand."
        "\n\nWith --every-branch (the extra proof) a solver looks for the rest: each award "
        "granted, refused by each condition alone, replaced or cut, and each band."
        "\n\nFill in what is right by the document under `expected`, then run `policy try`.",
        "在政策的每个数字和日期两侧各写一个案例，由人工判定。"
        "\n\n用 --every-branch（需要 proof 组件）由求解器补足其余：每个奖励项目予以奖励、"
        "因每个条件单独不予奖励、被替代或削减，以及每个档次。"
        "\n\n请按文件在 `expected` 处填写应有的结果，再运行 `policy try`。",
    ),
    "policy try": (
        "Compare what was decided by hand with what the library says, case by case."
        "\n\nThe exit status is 1 if a case differs, or if the library now says something else "
        "than when the file was written.",
        "逐个案例比较人工判定与程序结果。"
        "\n\n有案例不同，或程序结果与写出该文件时不同，退出状态为1。",
    ),
    "policy prove": (
        "Prove what holds of a policy for every enterprise, or show a case in which it does not."
        "\n\nA case is written as a file that `explain` replays. Exit status: 0 all is proved, 1 "
        "something does not hold, never happens or is not decided, 2 unusable input.",
        "证明政策的规则对所有企业成立，或给出不成立的案例。"
        "\n\n案例写成文件，可用 `explain` 重算。退出状态：0 全部得证，"
        "1 有不成立、不会发生或未能判定的，2 输入无法使用。",
    ),
    "policy list": (
        "List the shipped policies: id, first and last day, title.",
        "列出内置政策：编号、起止日期、标题。",
    ),
    "policy show": (
        "Show one policy: its source, its awards with their clauses, and what it assumes.",
        "查看一份政策：来源、各奖励项目及条款、假定的内容。",
    ),
    "policy digest": (
        "Print the digest of a policy, as records, their manifests and `verify` state it.",
        "输出政策的摘要，与核算记录、记录清单和 `verify` 中的相同。",
    ),
}

PHRASES: Phrases = {"help.command": _COMMANDS}
