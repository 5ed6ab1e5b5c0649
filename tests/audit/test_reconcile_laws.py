"""The laws of a reconciliation, on generated policies, cases and ledgers."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from property.fillings import fillings
from property.strategies import generated_questions, questions
from property.values import FEN, Question

from audit.ledgers import held, ledgers, line_of, paying
from listing_rewards import reconcile
from listing_rewards.audit.ledger import Account, Reconciliation
from listing_rewards.audit.ledger.finding import BEYOND
from listing_rewards.audit.ledger.sentences import Sentences

ZERO = Decimal("0.00")
MONEY = {*BEYOND, "undecided", "unpaid"}
WITHOUT_A_CLAUSE = {
    *("notice", "no_case", "invalid_case", "unknown_award", "unknown_policy", "double_benefit"),
    *("title_in_doubt", "misspelt_policy"),
}


def beyond(found: Reconciliation) -> Decimal:
    """What all findings together say is beyond what is due."""
    return sum((each.amount.at_least for each in found.findings if each.beyond), ZERO)


def adds_up(account: Account) -> bool:
    """Entitled is the paid part and what is not paid, end by end."""
    due = account.ledger.entitled + account.besides.entitled
    least = due + account.unpaid.at_least
    most = account.unpaid.at_most
    if most is not None:
        most += due + account.ledger.undecided + account.besides.undecided
    return (account.entitled.at_least, account.entitled.at_most) == (least, most)


class TestTotals:
    """Paid is what was due and each class of what was not; entitled is paid and unpaid."""

    @given(questions(), st.data())
    def test_every_yuan_has_one_place(self, question: Question, data: st.DataObject) -> None:
        """The parts of a line are its amount; those of all lines are what the ledger paid."""
        lines = data.draw(ledgers(question.policy))
        found = held(question, lines)
        assert [each.line for each in found.entries] == lines
        for entry in found.entries:
            assert sum(part.amount for part in entry.parts) == entry.line.amount
            assert all(part.amount > 0 for part in entry.parts)
        assert found.totals.paid == sum(line.amount for line in lines)
        assert sum(part.amount for part in found.totals.parts) == found.totals.paid
        assert found.totals.beyond == beyond(found)

    @given(questions(), st.data())
    def test_entitled_is_paid_and_unpaid(self, question: Question, data: st.DataObject) -> None:
        """For each account and for all of them, both ends of the range, to the fen."""
        found = held(question, data.draw(ledgers(question.policy)))
        for each in found.enterprises:
            assert all(map(adds_up, each.accounts))
        assert adds_up(found.totals.account)

    @given(questions(), st.data())
    def test_the_accounts_are_those_of_the_answer(
        self, question: Question, data: st.DataObject
    ) -> None:
        """What counts for an award, and what is overpaid for it, is what the answer says."""
        found = held(question, data.draw(ledgers(question.policy)))
        answer = found.enterprises[0].assessment
        assert answer is not None
        accounts = found.enterprises[0].accounts
        names = [name for account in accounts for name in account.awards]
        assert sorted(names) == sorted(award.id for award in question.policy.awards)
        known = [each for each in accounts if each.entitled.determined]
        for account in known:
            line = answer.line(account.awards[0])
            if line.overpaid.determined:
                counted = [step.value for step in line.steps if step.op == "less_paid"]
                paid = account.ledger.paid + account.besides.paid
                assert paid == (counted[0].at_least if counted and counted[0] else ZERO)
                assert account.ledger.beyond + account.besides.beyond == line.overpaid.at_least

    @given(questions(), st.data())
    def test_findings_and_places_agree(self, question: Question, data: st.DataObject) -> None:
        """A class has in the totals what its findings are about."""
        found = held(question, data.draw(ledgers(question.policy)))
        for part in found.totals.parts:
            if part.place in BEYOND or part.place == "not_due_yet":
                beyond = part.place in BEYOND
                told = [
                    each.amount.at_least for each in found.of(part.place) if each.beyond == beyond
                ]
                assert sum(told) == part.amount

    @given(questions(), st.data())
    def test_what_a_cap_makes_certain_is_among_what_is_undecided(
        self, question: Question, data: st.DataObject
    ) -> None:
        """Beyond a common cap whichever the facts are: never more than what they may decide."""
        found = held(question, data.draw(ledgers(question.policy)))
        for each in found.of("above_group_cap"):
            if not each.beyond:
                members = {
                    award.id for award in question.policy.awards if award.group == each.group
                }
                accounts = [
                    account
                    for account in found.enterprises[0].accounts
                    if not members.isdisjoint(account.awards)
                ]
                open_ended = sum(
                    account.ledger.undecided + account.besides.undecided for account in accounts
                )
                assert 0 < each.amount.at_least <= open_ended


class TestInstalments:
    """What is paid ahead of its day."""

    @given(questions(), st.data())
    def test_what_is_not_due_yet(self, question: Question, data: st.DataObject) -> None:
        """Never more is due and paid of an award than its instalments due by then; day by day."""
        found = held(question, data.draw(ledgers(question.policy)))
        answer = found.enterprises[0].assessment
        assert answer is not None
        for account in found.enterprises[0].accounts:
            line = answer.line(account.awards[0])
            if line.instalments and line.entitled.determined:
                due = [part.amount.at_least for part in line.instalments if part.due != "not_met"]
                assert account.ledger.due + account.besides.due <= sum(due)
            else:
                assert not account.ledger.not_due_yet or line.instalments
        for each in found.of("not_due_yet"):
            assert not each.beyond
            assert each.due_from is None or each.due_from > question.as_of
        for each in found.of("before_due"):
            if not each.beyond:
                assert each.due_from is None or each.due_from <= question.as_of


class TestPaying:
    """What is payable, paid, is no finding; a fen more is one."""

    @given(questions())
    def test_what_is_payable_may_be_paid(self, question: Question) -> None:
        """No money finding but for what was wrong before, or is not determined."""
        bare = question.stating(payments=[])
        found = held(bare, paying(bare))
        lines = bare.answer().lines
        if all(line.entitled.determined and line.payable.determined for line in lines):
            assert not [each for each in found.findings if each.kind in MONEY]
        assert not found.totals.beyond
        assert not found.of("before_due")

    @given(generated_questions(fully=True), st.data())
    def test_a_fen_more_is_found(self, question: Question, data: st.DataObject) -> None:
        """One fen beyond what is due for good is one finding of one fen."""
        bare = question.stating(payments=[])
        lines = [
            line
            for line in paying(bare)
            if (entitled := bare.answer().line(line.award).entitled).determined
            and entitled.at_least == line.amount < Decimal(10) ** 14
        ]
        if not lines:
            return
        line = data.draw(st.sampled_from(lines))
        more = line.model_copy(update={"amount": line.amount + FEN})
        found = held(bare, [more])
        told = [each.amount.at_least for each in found.findings if each.beyond]
        assert told == [FEN]

    @given(generated_questions(fully=True), st.data())
    def test_a_line_doubled_is_paid_twice(self, question: Question, data: st.DataObject) -> None:
        """Exactly its amount, where all that is due was paid by it."""
        bare = question.stating(payments=[])
        answer = bare.answer()
        lines = [
            line
            for line in paying(bare)
            if (entitled := answer.line(line.award).entitled).determined
            and entitled.at_least == line.amount
        ]
        if not lines:
            return
        line = data.draw(st.sampled_from(lines))
        found = held(bare, [line, line])
        assert [each.amount.at_least for each in found.of("paid_twice")] == [line.amount]
        assert found.totals.beyond == line.amount


class TestOrder:
    """In which order a file lists lines of different days does not matter."""

    @given(questions(), st.data())
    def test_of_lines(self, question: Question, data: st.DataObject) -> None:
        """The same findings, the same totals, the same place for every line."""
        lines = data.draw(ledgers(question.policy))
        one_a_day = list({line.on: line for line in lines}.values())
        mixed = data.draw(st.permutations(one_a_day))
        found, again = held(question, one_a_day), held(question, mixed)
        assert found.totals == again.totals
        assert sorted(map(repr, found.findings)) == sorted(map(repr, again.findings))
        parts = {each.line.on: each.parts for each in found.entries}
        assert parts == {each.line.on: each.parts for each in again.entries}


class TestNarrowing:
    """A missing fact never makes an excess certain that filling it in would remove."""

    @given(questions(), st.data())
    def test_excess_never_shrinks(self, question: Question, data: st.DataObject) -> None:
        """What is beyond what is due stays so; what is due and paid stays so."""
        lines = data.draw(ledgers(question.policy))
        before = held(question, lines)
        answer = before.enterprises[0].assessment
        assert answer is not None
        if answer.needs:
            need = data.draw(st.sampled_from(answer.needs), label="need")
            filled = data.draw(st.sampled_from(fillings(question, need)), label="filled")
            after = held(filled, lines)
            assert after.totals.beyond >= before.totals.beyond
            entitled = before.totals.account.ledger.entitled
            assert after.totals.account.ledger.entitled >= entitled
            assert after.totals.account.ledger.not_due_yet >= (
                before.totals.account.ledger.not_due_yet
            )


class TestTogether:
    """What is found of an enterprise depends on its own lines and facts, in whatever order."""

    @given(questions(), st.data())
    def test_enterprises_do_not_touch(self, question: Question, data: st.DataObject) -> None:
        """Two enterprises in one ledger are found as each is by itself."""
        lines, found = data.draw(ledgers(question.policy)), {}
        for name in ("示例甲公司", "示例乙公司"):
            found[name] = [each.model_copy(update={"name": name}) for each in lines]
        second = question.case.enterprise.model_copy(update={"name": "示例乙公司"})
        cases = [question.case, question.case.model_copy(update={"enterprise": second})]
        both = reconcile(
            cases, found["示例甲公司"] + found["示例乙公司"], question.policy, as_of=question.as_of
        )
        alone = held(question, lines)
        assert both.totals.paid == 2 * alone.totals.paid
        assert both.totals.beyond == 2 * alone.totals.beyond
        assert len(both.findings) == 2 * len(alone.findings)
        parts = [each.parts for each in alone.entries]
        assert [each.parts for each in both.entries] == parts * 2

    @given(questions())
    def test_what_the_case_states_may_stand_in_the_ledger(self, question: Question) -> None:
        """Payments of the case, moved into the ledger or written in both, come to the same.

        Unless the unit of one is in doubt: a ledger's line is asked about, a case says what it is.
        """
        case = question.case
        counted = [
            each
            for each in case.payments
            if each.on <= question.as_of and question.policy.counts(each.policy)
        ]
        lines = [line_of(each.award, each.on, each.amount) for each in counted]
        rest = [each.model_dump() for each in case.payments if each not in counted]
        ledger = held(question.stating(payments=rest), lines)
        if ledger.of("unit_in_doubt"):
            return
        moved = ledger.totals
        both, none = held(question, lines).totals, held(question, []).totals
        assert moved.account == both.account
        assert moved.account.ledger == none.account.besides
        assert moved.account.unpaid == none.account.unpaid

    @given(questions(), st.data())
    def test_in_parts(self, question: Question, data: st.DataObject) -> None:
        """A payment in two parts on one day is beyond what is due by the same sum.

        Unless its unit is in doubt: a whole may look like 元 read as 万元 where no part does.
        """
        question = question.stating(payments=[])
        lines = data.draw(ledgers(question.policy))
        parts = []
        for each in lines:
            first = (each.amount / 3).quantize(FEN)
            for amount in (first, each.amount - first):
                parts.append(each.model_copy(update={"amount": amount}))
        whole, split = held(question, lines), held(question, parts)
        assert split.totals.paid == whole.totals.paid
        if whole.of("unit_in_doubt") or split.of("unit_in_doubt"):
            return
        assert split.totals.account == whole.totals.account
        assert split.totals.beyond == whole.totals.beyond


class TestTelling:
    """Whatever is found can be said, written and read again."""

    @given(questions(), st.data())
    def test_in_both_languages(self, question: Question, data: st.DataObject) -> None:
        """Each finding has a reason without gaps, and a clause or an assumption."""
        found = held(question, data.draw(ledgers(question.policy)))
        for words in (Sentences(found, "en"), Sentences(found, "zh")):
            for each in found.findings:
                said = words.why(each)
                assert said
                assert "None" not in said
                assert not set("{}") & set(said)
                if each.kind not in WITHOUT_A_CLAUSE:
                    assert words.source(each)

    @given(questions(), st.data())
    def test_json_out_and_in(self, question: Question, data: st.DataObject) -> None:
        """The identity."""
        found = held(question, data.draw(ledgers(question.policy)))
        assert Reconciliation.model_validate_json(found.model_dump_json()) == found
