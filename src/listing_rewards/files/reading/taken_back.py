"""Words by which an enterprise, a part of a table or a whole table is taken back.

已撤回 in a remark, （已注销） behind a name, “以下企业不符合条件” between the rows, a sheet called
作废: what they concern is not to be paid before somebody has said otherwise.
"""

from __future__ import annotations

import re
from pathlib import PurePath

from listing_rewards.errors import InvalidFile, fault
from listing_rewards.files.reading.grid import Grid
from listing_rewards.files.reading.headers import key
from listing_rewards.files.reading.layout import Header
from listing_rewards.files.reading.rows import Cell

_WORDS = (
    "撤回|撤销|撤消|撤件|放弃|取消|作废|注销|吊销|不予|暂不|暂缓|不符合|不满足|退出申[请报]"
    "|不(?:再)?(?:申[请报]|享受|奖励|支持|同意|批准|计入|纳入|列入|兑现|拨付|发放|参与)"
    "|(?:未|没有?|不)(?:能|得|获)?(?:审[核查])?通过|未获?(?:批准|核准)|不算|剔除|删除|删去"
    "|迁出|迁离|外迁|(?<![不未无])重复(?:申[报请]|[填上]报|列入)"
    "|withdr[ae]w|cancel|revok|void|on hold|reject|not eligible"
)
_TAKEN_BACK = re.compile(_WORDS, re.IGNORECASE)
_PAID = re.compile(
    r"已(?:经)?(?:全[部额]|部分)?(?:兑现|领取|领过|拨付|发放|享受)|已(?:支付|付)(?:奖励|清|讫|\d)"
    r"|already paid",
    re.IGNORECASE,
)
_RULE = re.compile(
    "如(?!下)|若|凡|一经|否则|虚假|不实|弄虚作假|(?<!申)请|须|应当|应予|不得|勿|填[写报]|要求"
)
"""What makes of such words a rule for all, as in 如有不实，取消资格."""
_POINTS = re.compile(
    r"以[下上]|下列|上述|如下|下面|上面|后附|[红黄绿蓝灰橙紫粉]|颜色|底色|标色|高亮|填充|加粗|斜体"
    r"|下划线|删除线|[*＊△▲☆★※●○◎#]|第\d{1,4}[行项家号]|序号\d|公司|[甲乙丙丁]类|意见:"
)
"""What makes of them a word about some of the rows."""
_IN_NAME = re.compile(
    "退市|摘牌|样[例本]|示例$|测试|重复|停业|破产|失联|存疑|待[定核]|拟(?!奖)|计划|预计|候补|备选"
)
_NUMBER_MARKS = re.compile(r"[*＊△▲☆★※#＃?？!！]{1,5}|候补|备[用选]|待[定审核查]|已付")
"""What stands where the number of a line would, and says something of it that is not known."""
_MARKS = frozenset(
    {"撤", "删", "废", "退", "停", "否", "不", "x", "×", "✗", "✘", "╳", "☐", "☒", "□"}
)
_SHEET = re.compile(
    rf"{_WORDS}|样[表例]|范例|填[写表报].{{0,2}}示例|^示例$|旧表|旧版|备份", re.IGNORECASE
)
_TITLE = re.compile(
    rf".{{0,24}}(?:{_WORDS}|退回|追回|清退)(?:奖励|申报|审[核查]|评审|条件|标准|要求|的){{0,4}}"
    r"(?:企业|单位|公司|项目)?(?:名单|名册|清单|明细|汇总|情况)?表?\)?"
)
_DOUBTED = re.compile(
    r"有误|[写填]错|更正|应[为改]|存疑|疑问|待(?:核|定|查|补|审|确认)|(?:存在|有)(?:争议|异议)|失信"
    r"|经营异常|异常名录|迁往|(?:变更|迁移)[至到]|(?:资料|材料|佐证|手续)(?:不全|不齐|缺失)"
    r"|未(?:提供|提交|达标|审)|逾期|(?:超过?|超出|过).{0,6}(?:期限|时限|截止)|不在(?:本|此)批|下一?批"
    r"|另案|另行|退回|不认可|核减|审减|仅(?:认可|核定)|已(?:申[报请领]过|申领|奖励|奖补|补助|并入)"
    r"|[年度批次]已申[报请]|[同见]第?\d{1,4}[行项号]|重复|以.{1,6}为准|合并申[报请]"
    r"|(?:尚未|未(?:全部|完全|全额|足额)?)(?:到[账位]|实缴|缴足|签[约订署])"
    r"|(?:首[期批笔]|仅|部分|分[期批次])(?:到[账位]|实?缴)|(?:预计|预期|估计|计划|拟).{0,8}到[账位]"
    r"|暂[估定]|(?<!评)估[算计]|预估|意向(?:金额|投资|协议|书)|改[为成至]\d|调[整增减][为至]\d"
)
_OTHER_MONEY = re.compile(r"美[元金]|港[币元]|欧元|日元|英镑|外币|\b(?:usd|hkd|eur)", re.IGNORECASE)
_CONVERTED = re.compile("折|换算|汇率")
_RECEIVED = re.compile(
    r"(?:实际|实)(?:到[账位]|缴|收|付|支付|拨付?)(?!\D{0,2}资本)\D{0,4}(?P<amount>\d[\d,.]{0,20})"
)
_NOT_DOUBTED = re.compile("(?:无|没有?|未(?:发现|见|被|有)?|不(?:存在)?|非)(?:任何|列入|有)?$")
"""What before such a word says the opposite: 无失信, 未发现重复."""
_NOT_YET = re.compile(
    "[拟待未](?:支?付|拨付?|发放|兑现|到账)|(?:计划|预计)(?:支付|拨付|发放|兑现|付款)|作废"
    "|not (?:yet )?paid",
    re.IGNORECASE,
)
_LATER = re.compile("计划|预计|预测|规划|应付|拟")
_NOT_DONE = re.compile("(?<!行动)计划|预计|尚未|未完成|拟(?:挂牌|上市|融资|增资|签|申报)")
_WRONGLY_PAID = re.compile(
    r"有误|[写填记]错|更正|应[为改](?!.?追)|改[为成至]\d|存疑|待(?:核|查|定|确认)|失败|未(?:能)?成功"
    r"|[同与见]第?\d{1,4}[行项号].{0,2}重复|此[笔行项]重复|重复[记登填列]"
)
_PENDING = re.compile(
    "(?<!行动)计划(?!.{0,4}情况)|预[计测]|拟(?:挂牌|上市|进层|申报北|融资)|待[审定核批]|未审|候补|备选"
    "|(?:尚|还)未|未(?:完成|挂牌|上市|融资|备案|受理)|仅?供参考|不在.{0,8}范围|退回"
)
_LONGEST = 200
_BRACKETED = re.compile(r"\(([^()]{1,30})\)")


def takes_back(text: str) -> bool:
    """Whether a remark may mean that nothing is due any more.

    >>> takes_back("审核不通过"), takes_back("承诺不重复申报"), takes_back("同意")
    (True, False, False)
    """
    return _TAKEN_BACK.search(text) is not None


def doubts_facts(text: str) -> bool:
    """Whether a remark says that what stands beside it may not hold, or is not settled.

    >>> doubts_facts("金额有误，应为200万元"), doubts_facts("待核实"), doubts_facts("与第3行重复")
    (True, True, True)
    >>> doubts_facts("无失信记录"), doubts_facts("已核"), doubts_facts("公示无异议")
    (False, False, False)
    """
    return _says(_DOUBTED, text)


def _says(words: re.Pattern[str], text: str) -> bool:
    """Whether a text has one of these words, and not 无 or the like before it."""
    short = text[:_LONGEST]
    found = (each.start() for each in words.finditer(short))
    return any(_NOT_DOUBTED.search(short[max(at - 6, 0) : at]) is None for at in found)


def says_other_money(text: str) -> bool:
    """Whether a text is about money of another country that nobody has converted.

    >>> says_other_money("金额为美元"), says_other_money("50万美元，已折合人民币")
    (True, False)
    """
    return _says(_OTHER_MONEY, text) and _CONVERTED.search(text) is None


def is_rule(text: str) -> bool:
    """Whether a text says what should be done, and not what the table states.

    >>> is_rule("外币融资的，请折算后填报"), is_rule("注：融资金额按美元填列")
    (True, False)
    """
    return _RULE.search(key(text)[:_LONGEST]) is not None


def received(text: str) -> str:
    """The number that a remark gives as received or paid in fact; empty where it gives none.

    >>> received("实际到账200万元"), received("已到账")
    ('200', '')
    """
    found = _RECEIVED.search(text[:_LONGEST])
    return found["amount"].replace(",", "") if found else ""


def says_paid(text: str) -> bool:
    """Whether a remark says that the reward was paid before.

    >>> says_paid("去年已兑现"), says_paid("融资款已支付")
    (True, False)
    """
    return _PAID.search(text) is not None


def taken_back_in_name(name: str) -> str:
    """What is said in brackets or at the end of a name that takes the enterprise back; or nothing.

    >>> taken_back_in_name("示例甲公司（已注销）"), taken_back_in_name("示例甲公司（北京）")
    ('已注销', '')
    """
    plain = key(name)[:_LONGEST]
    behind = plain.rpartition("公司")[2] if "公司" in plain else ""
    said = (*_BRACKETED.findall(plain), behind)
    return next((each for each in said if _doubts(each)), "")


def _doubts(said: str) -> bool:
    return takes_back(said) or says_paid(said) or _IN_NAME.search(said) is not None


def is_mark(text: str) -> bool:
    """Whether what stands where the number of a line would takes the line back.

    >>> is_mark("×"), is_mark("撤"), is_mark("（新增）"), is_mark("12")
    (True, True, False, False)
    """
    plain = key(text[:_LONGEST]).strip("()")
    marked = plain in _MARKS or _NUMBER_MARKS.fullmatch(plain) is not None
    return marked or takes_back(text[:_LONGEST])


def takes_back_rows(text: str) -> bool:
    """Whether a note or heading takes back some of the rows: below it, of a colour, by name.

    >>> takes_back_rows("以下企业不符合条件"), takes_back_rows("红色字体为已撤回")
    (True, True)
    >>> takes_back_rows("注：不符合条件的不予奖励"), takes_back_rows("以上如有不实，取消资格")
    (False, False)
    """
    plain = key(text)[:_LONGEST]
    said = takes_back(plain) or says_paid(plain)
    return said and _RULE.search(plain) is None and _POINTS.search(plain) is not None


def heads_taken_back(text: str) -> bool:
    """Whether a title or heading says that what stands below it is not to be paid.

    >>> heads_taken_back("二、不予奖励企业"), heads_taken_back("2025年申报表（作废）")
    (True, True)
    >>> heads_taken_back("不符合条件的，请勿填报"), heads_taken_back("奖励申报表")
    (False, False)
    """
    plain = key(text)[:_LONGEST]
    return _TITLE.fullmatch(plain) is not None and _RULE.search(plain) is None


def heads_pending(text: str) -> bool:
    """Whether a heading says that what the lines below it state is still to come or not settled.

    >>> heads_pending("二、计划挂牌企业"), heads_pending("一、霞山区")
    (True, False)
    """
    return _PENDING.search(key(text)[:_LONGEST]) is not None


def heads_paid(text: str) -> bool:
    """Whether a title says of the enterprises below it that they were paid.

    >>> heads_paid("2024年已兑现企业名单"), heads_paid("已兑现的奖励，请填入第二张表。")
    (True, False)
    """
    return len(text) <= 24 and says_paid(text) and _RULE.search(key(text)) is None


def not_yet_paid(text: str) -> bool:
    """Whether a remark on a payment says that it was not made.

    >>> not_yet_paid("待付"), not_yet_paid("凭证已作废"), not_yet_paid("首付款")
    (True, True, False)
    """
    return _NOT_YET.search(text) is not None


def doubts_payment(text: str) -> bool:
    """Whether a remark on a payment says that it is written wrongly, or did not go through.

    >>> doubts_payment("金额有误，应为30万元"), doubts_payment("支付失败"), doubts_payment("首付款")
    (True, True, False)
    """
    return _WRONGLY_PAID.search(text[:_LONGEST]) is not None


def not_yet_done(text: str) -> bool:
    """Whether a remark on an event says that it is still to come.

    >>> not_yet_done("预计年底"), not_yet_done("行动计划内项目")
    (True, False)
    """
    return _NOT_DONE.search(text[:_LONGEST]) is not None


def is_of_later(title: str) -> bool:
    """Whether the name of a sheet of payments or events says that they are still to come.

    >>> is_of_later("拟付奖励"), is_of_later("计划事项"), is_of_later("已付奖励")
    (True, True, False)
    """
    return not_yet_paid(title) or _LATER.search(title) is not None


def sheet_taken_back(title: str) -> bool:
    """Whether the name of a sheet says that it is not to be paid, is old or an example.

    >>> sheet_taken_back("不予奖励"), sheet_taken_back("样表"), sheet_taken_back("示例一区")
    (True, True, False)
    """
    return _SHEET.search(title.strip()) is not None


def refuse_taken_back(grid: Grid, header: Header, *, main: bool) -> None:
    """Refuse a table of which the name of its file or sheet or a title says that it does not count.

    What was paid is that of a table of payments, and of no table of enterprises.

    Raises:
        InvalidFile: it says so.
    """
    file = PurePath(grid.file).stem
    if sheet_taken_back(file) or (main and says_paid(file)):
        raise InvalidFile(fault("file_taken_back", file).at(file=grid.file))
    if sheet_taken_back(grid.sheet) or (main and says_paid(grid.sheet)):
        wrong = fault("table_taken_back", grid.sheet)
        raise InvalidFile(wrong.at(file=grid.file, sheet=grid.sheet))
    for box in grid.boxes:
        if takes_back_rows(box.text) or heads_taken_back(box.text):
            wrong = fault("rows_taken_back", box.short)
            place = Cell(grid.file, box.row, sheet=grid.sheet, letter=box.letter)
            raise InvalidFile(place.marked(wrong))
    for line in header.above:
        for text in (cell.text.strip() for cell in line.cells):
            if takes_back_rows(text):
                code = "rows_taken_back"
            elif heads_taken_back(text) or (main and heads_paid(text)):
                code = "table_taken_back"
            else:
                continue
            raise InvalidFile(Cell(grid.file, line.row, sheet=grid.sheet).marked(fault(code, text)))
