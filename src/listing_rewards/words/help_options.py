"""What `--help` says of each option and argument of the commands, and its own headings."""

from __future__ import annotations

from listing_rewards.words.phrase import Phrase, Phrases

_OPTIONS: dict[str, Phrase] = {
    "help": ("Show this help and stop.", "显示本说明。"),
    "version": ("Show the version.", "显示版本号。"),
    "lang": (
        "Language of what is said, before or after the command; by default that of the "
        "environment variable LISTING_REWARDS_LANG.",
        "输出的语言，写在命令之前、之后均可；未写时按环境变量 LISTING_REWARDS_LANG。",
    ),
    # every run over cases
    "files": (
        "Excel, CSV, JSON or JSON Lines files, or folders; - to read standard input.",
        "Excel、CSV、JSON 或 JSON Lines 文件，或文件夹；- 表示标准输入。",
    ),
    "policy": (
        "A shipped policy's id, or the path of a .toml file.",
        "内置政策的编号，或 .toml 文件的路径。",
    ),
    "as_of": (
        "The as-of date, such as 2025-12-31; what is later does not count yet.",
        "核算基准日，如 2025-12-31；此后发生的尚不计入。",
    ),
    "output": ("A file to write; - to print.", "写入的文件；- 表示直接输出。"),
    "format": (
        "How to write; by default the file's suffix decides.",
        "输出格式；默认按文件扩展名判断。",
    ),
    "faults": (
        "A file for the faults, one a line of JSON.",
        "错误清单文件，每个错误一行 JSON。",
    ),
    "input_format": (
        "json, jsonl, csv, xlsx or xls, where the suffix does not say.",
        "json、jsonl、csv、xlsx 或 xls；扩展名不能说明格式时使用。",
    ),
    "events": (
        "A table of further events: name or uscc, event, on, amount.",
        "其他事项表：企业名称或信用代码、事项、日期、金额。",
    ),
    "payments": (
        "A table of payments: name or uscc, award, on, amount.",
        "已付奖励表：企业名称或信用代码、奖励项目、日期、金额。",
    ),
    "ignore_column": (
        "A header of a table to leave out; may be repeated.",
        "不读取的列的表头；可重复使用。",
    ),
    "columns": (
        "A map of columns, such as `listing-rewards columns FILE` proposes.",
        "列对照表，可由 `listing-rewards columns 文件` 生成草稿。",
    ),
    # assess
    "table": (
        "Write one table only, its columns always the same.",
        "只输出一张表，列固定不变。",
    ),
    "with_codes": (
        "Credit codes in the publication table.",
        "公示表中列出统一社会信用代码。",
    ),
    "settings": (
        "Titles, period and contact of the tables that are handed in.",
        "公示表等报送表的标题、公示期和联系方式（设置文件）。",
    ),
    # explain, report, workbook, portrait
    "only_enterprise": (
        "Only this name or credit code.",
        "只说明这一家（企业名称或信用代码）。",
    ),
    "enterprise": (
        "Its name or credit code, where there are more.",
        "企业名称或信用代码；有多家企业时须写明。",
    ),
    "words_format": ("For people, or the words as data.", "供阅读，或以数据形式给出同样的说明。"),
    "workbook_output": ("The .xlsx file to write.", "写入的 .xlsx 文件。"),
    "as_json": ("The same as JSON, not a page.", "以 JSON 给出同样内容，不生成页面。"),
    # batch
    "batch_file": ("A .parquet or .csv file of cases.", "案例文件，.parquet 或 .csv。"),
    "batch_output": ("The .parquet or .csv file to write.", "写入的 .parquet 或 .csv 文件。"),
    "batch_columns": (
        "Columns to write, with commas between; all for every one.",
        "输出的列，以逗号分隔；all 表示全部。",
    ),
    "keep": (
        "A column to carry along as it is; may be repeated.",
        "原样带出的列；可重复使用。",
    ),
    "repeats": (
        "How many entries a list of a row may have.",
        "每行的清单最多有几项。",
    ),
    # verify
    "records": (
        "JSON or JSON Lines files of records; - to read standard input.",
        "核算记录文件（JSON 或 JSON Lines）；- 表示标准输入。",
    ),
    "verify_format": (
        "For people, or one entry per record as JSON or JSON Lines.",
        "供阅读，或每份记录一项的 JSON、JSON Lines。",
    ),
    "records_format": (
        "json or jsonl, where the suffix does not say.",
        "json 或 jsonl；扩展名不能说明格式时使用。",
    ),
    "verify_policy": (
        "Also report which records rest on another policy, and where.",
        "同时列出所依据的政策与此不同的记录及不同之处。",
    ),
    "verify_as_of": (
        "Also report which records are of another as-of date.",
        "同时列出核算基准日与此不同的记录。",
    ),
    "manifest": (
        "The manifest of the file: what is missing, added or exchanged.",
        "该文件的记录清单：核对缺少、增加或调换的记录。",
    ),
    # reconcile
    "cases": (
        "The cases: Excel, CSV, JSON or JSON Lines.",
        "案例：Excel、CSV、JSON 或 JSON Lines。",
    ),
    "ledger": (
        "The ledger of what was paid: Excel, CSV, JSON or JSON Lines.",
        "付款台账：Excel、CSV、JSON 或 JSON Lines。",
    ),
    "award_names": (
        "A TOML file: a title as the ledger writes it = an award's id.",
        "TOML 文件：台账中的奖励名称 = 奖励项目编号。",
    ),
    "other_policy": (
        "The id of another policy that the ledger pays under; may be repeated.",
        "台账中另有依据的其他政策编号；可重复使用。",
    ),
    "level": (
        "The one level of government that the ledger is of, by its id or title.",
        "台账只含其付款的那一级财政，写其编号或名称，如 市级。",
    ),
    "beside": (
        "Another ledger of the payments, such as the treasury's export.",
        "同一批付款的另一份台账，如国库导出的明细。",
    ),
    "beside_columns": (
        "The map of columns of that ledger, as --columns.",
        "另一份台账的列对照表，同 --columns。",
    ),
    "papers": (
        "Working papers: .xlsx with a form per finding and what to check, or .csv.",
        "工作底稿：.xlsx（每个发现一张表、列明核查事项）或 .csv。",
    ),
    "sample": (
        "So many other lines, drawn into the papers.",
        "另抽取若干笔写入底稿。",
    ),
    "seed": (
        "What decides which lines are drawn, such as a file number.",
        "抽样的依据，如文号；同一依据抽取的相同。",
    ),
    # serve, mcp, site
    "served_policy": (
        "An id or .toml file to answer under; may be repeated.",
        "据以答复的政策：编号或 .toml 文件；可重复使用。",
    ),
    "host": ("The address to listen at.", "监听的地址。"),
    "port": ("The port.", "端口。"),
    "token_file": (
        "A file with the token to ask for.",
        "存有访问令牌的文件。",
    ),
    "most_bytes": (
        "Bytes of one case, record or file.",
        "一个案例、记录或文件的字节上限。",
    ),
    "most_lines": (
        "Cases of a batch, rows of a table.",
        "一批案例或一张表的行数上限。",
    ),
    "site_output": ("The folder to write; new or empty.", "写入的文件夹；须为新建或空文件夹。"),
    "pyodide": (
        "The unpacked npm package pyodide: a folder.",
        "解压后的 npm 软件包 pyodide 所在文件夹。",
    ),
    "pydantic_core": (
        "The wheel of pydantic-core for Pyodide.",
        "适用于 Pyodide 的 pydantic-core 的 wheel 文件。",
    ),
    "site_policy": (
        "An id or .toml file to offer; may be repeated.",
        "页面提供的政策：编号或 .toml 文件；可重复使用。",
    ),
    # screen, counties, calendar
    "plan_files": (
        "Excel, CSV, JSON or JSON Lines files.",
        "Excel、CSV、JSON 或 JSON Lines 文件。",
    ),
    "standard": (
        "A shipped standard's id or series, or a .toml file.",
        "内置条件文件的编号或系列，或 .toml 文件。",
    ),
    "year": (
        "The latest year of figures; by default the last that ended.",
        "指标的最近年度；默认为最近结束的年度。",
    ),
    "verified_only": (
        "Leave numbers nobody signed for unevaluated.",
        "未经人工核对的数字不参与判断。",
    ),
    "list_before": (
        "The list before, as JSON: reports who came, left, advanced.",
        "上一期名单（JSON）：列出新进、退出和进展。",
    ),
    "targets": (
        "A .toml file of targets; by default the plan's own.",
        "目标任务的 .toml 文件；默认用计划自身的目标。",
    ),
    "report_before": (
        "The report before, as JSON: reports what changed since.",
        "上一期通报（JSON）：列出其后的变化。",
    ),
    "planned": (
        "A table of planned events: name or uscc, event, when, and perhaps amount and likelihood.",
        "计划事项表：企业名称或信用代码、事项、计划时间，以及可选的金额、可能性。",
    ),
    "by_period": ("By which periods to answer.", "按季度还是按年度测算。"),
    "until": (
        "A day of the last period; by default the last day that is planned.",
        "最后一期中的任一日；默认为计划的最后一日。",
    ),
    "budget": (
        "A year and its yuan, such as 2026=30000000; may be repeated.",
        "年度及其预算，如 2026=3000万元；可重复使用。",
    ),
    "first": ("The first day to show.", "显示的第一天。"),
    "last": ("The last day to show.", "显示的最后一天。"),
    "policies_or_folders": (
        "A shipped policy's id, a .toml file, or a folder of them; may be repeated.",
        "内置政策的编号、.toml 文件，或存放政策文件的文件夹；可重复使用。",
    ),
    "policies": (
        "A shipped policy's id, or a .toml file; may be repeated.",
        "内置政策的编号，或 .toml 文件；可重复使用。",
    ),
    "standards": (
        "A standard's id or series, or a .toml file; may be repeated.",
        "条件文件的编号或系列，或 .toml 文件；可重复使用。",
    ),
    "ics": (
        "An iCalendar file to write besides.",
        "同时写出的日历文件（iCalendar）。",
    ),
    # template, columns, schema
    "template_output": (
        "The .xlsx or .toml file to write.",
        "写入的 .xlsx 或 .toml 文件。",
    ),
    "form_settings": (
        "What the form asks besides, and what the applicant declares: a settings file.",
        "申报表另外填写的内容、承诺等（设置文件）。",
    ),
    "evidence": (
        "A column for what proves each fact.",
        "为每项事实增加一列证明材料。",
    ),
    "columns_file": ("An Excel or CSV file.", "Excel 或 CSV 文件。"),
    "document_kind": ("Which document.", "哪一种文件。"),
    "schema_policy": (
        "Only what a case under this policy may say.",
        "仅限依据该政策的案例可以写明的内容。",
    ),
    # policy
    "policy_id": ("An id or a .toml file.", "政策编号或 .toml 文件。"),
    "documents": ("Ids, or .toml files.", "政策编号或 .toml 文件，可写多个。"),
    "confirmed_as_of": (
        "Also report whose numbers nobody has confirmed in the year before it.",
        "同时列出在此日之前一年内无人确认过数字的政策。",
    ),
    "check_format": ("A line each, or a JSON list.", "每项一行，或 JSON 列表。"),
    "json_whole": ("For people, or whole as JSON.", "供阅读，或全部以 JSON 给出。"),
    "policy_before": ("The policy before: id or file.", "修改前的政策：编号或文件。"),
    "policy_after": ("The policy after: id or file.", "修改后的政策：编号或文件。"),
    "new_file": ("The .toml file to write.", "写入的 .toml 文件。"),
    "source": (
        "Write a whole document, made from this policy.",
        "以该政策为蓝本，写出一份完整文件。",
    ),
    "extends": (
        "Write a short one that extends this policy.",
        "写出一份在该政策基础上修改的简短文件。",
    ),
    "by_effect": (
        "For each award the smallest case with more, and with less, under B.",
        "逐项给出按乙增加、减少的最小案例。",
    ),
    "most_events": (
        "How many events of one kind a case may state.",
        "一个案例中同类事项最多有几次。",
    ),
    "seconds": (
        "The time for one law; after it, it is reported as not decided.",
        "每条规则的求解时限（秒）；超过即列为未能判定。",
    ),
    "cases_folder": (
        "A folder for the cases, one file each.",
        "存放案例的文件夹，每个案例一个文件。",
    ),
    "programs_format": ("For people, or for programs.", "供阅读，或供程序使用。"),
    "cases_output": ("The new .toml file to write.", "写入的新 .toml 文件。"),
    "every_branch": (
        "Also a case for each branch that these leave out, or that nobody can reach it.",
        "对未涉及的每个分支另给一个案例，或说明无法到达。",
    ),
    "cases_file": ("A file of `policy cases`.", "由 `policy cases` 生成的文件。"),
    "proved_documents": (
        "An id or a .toml file; two with --same.",
        "政策编号或 .toml 文件；用 --same 时写两个。",
    ),
    "same": (
        "Whether two policies give the same amounts always.",
        "两份政策的金额是否始终相同。",
    ),
}

PHRASES: Phrases = {
    "help.option": _OPTIONS,
    "help.heading": {
        "usage": ("Usage: ", "用法："),
        "arguments": ("Arguments:", "参数："),
        "options": ("Options:", "选项："),
        "commands": ("Commands:", "命令："),
        "required": (" Required.", "必填。"),
        "default": (" By default {default}.", "默认为 {default}。"),
    },
    "help.of_the_locale": (
        "Results are in English unless --lang or LISTING_REWARDS_LANG says otherwise.",
        "本说明按系统语言显示为中文；计算结果默认为英文，加 --lang zh，"
        "或设置环境变量 LISTING_REWARDS_LANG=zh，即全部为中文。",
    ),
}
