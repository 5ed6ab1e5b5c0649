"""Arrow record batches in and out, one after the other, for whoever hands them on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

import polars as pl
import pyarrow as pa

from listing_rewards.engines.columns.answered import WORD, YUAN, columns_out
from listing_rewards.engines.columns.compiled import REPEATS, Compiled, compile_policy
from listing_rewards.engines.columns.layout import NUMBER, OWN, names_of
from listing_rewards.errors import InvalidCase, fault
from listing_rewards.policy.model import Policy, known_policy

_OF = {
    YUAN: pa.decimal128(38, 2),
    pl.Boolean(): pa.bool_(),
    WORD: pa.string(),
}
_WHOLE = (pa.Table, pa.RecordBatch, pl.DataFrame, pl.LazyFrame)
"""What is no batches, though some of it can be iterated over: by columns."""


def output_schema(policy: Policy, *, keep: pa.Field | Iterable[pa.Field] = ()) -> pa.Schema:
    """The schema of every batch that `assess_batches` answers under a policy.

    Args:
        policy: what the document grants.
        keep: the column that is carried along as it is, with its type, or several.

    Raises:
        InvalidCase: what is to be kept is no Arrow field.
        InvalidPolicy: it is no policy.

    >>> from listing_rewards import load_policy
    >>> from listing_rewards.engines.columns import output_schema
    >>> output_schema(load_policy("zhanjiang-bse-2023")).names[:4]
    ['name', 'uscc', 'county', 'payable']
    """
    known_policy(policy)
    one = isinstance(keep, pa.Field | str) or not isinstance(keep, Iterable)
    kept = [keep] if one else list(keep)
    if wrong := [fault("not_a_field", each) for each in kept if not isinstance(each, pa.Field)]:
        raise InvalidCase(*wrong)
    own = [pa.field(name, pa.string()) for name in OWN]
    answered = [pa.field(name, _OF[kind]) for name, kind in columns_out(policy).items()]
    return pa.schema([*own, *kept, *answered])


def assess_batches(
    batches: Iterable[pa.RecordBatch],
    policy: Policy,
    *,
    as_of: date,
    keep: str | Iterable[str] = (),
    repeats: int = REPEATS,
) -> Iterator[pa.RecordBatch]:
    """What is payable to each enterprise of some Arrow record batches, batch by batch.

    A pure function of its arguments that can be sent to other processes: Spark's ``mapInArrow``,
    Ray and Dask run it as it is. However the rows are cut into batches, each gets the same answer.

    Args:
        batches: record batches, such as ``table.to_batches()``: one row per enterprise, with the
            columns that `assess_frame` takes.
        policy: what the document grants.
        as_of: the as-of date.
        keep: a further column, or several, to be carried along as they are.
        repeats: how many events of one kind, and how many payments, a row may list; at least 1.

    Returns:
        One batch for each batch, with the schema that `output_schema` states.

    Raises:
        InvalidCase: a column has no meaning under the policy, or holds what cannot be read; what
            is given is no record batches; or `repeats` is not a number of entries.
        InvalidPolicy: the policy cannot be compiled.

    >>> from datetime import date
    >>> import pyarrow as pa
    >>> from listing_rewards import load_policy
    >>> from listing_rewards.engines.columns import assess_batches
    >>> batch = pa.record_batch({
    ...     "name": ["示例甲公司"],
    ...     "regional_financing": [date(2023, 8, 1)],
    ...     "regional_financing_amount": [3000000],
    ... })
    >>> policy = load_policy("zhanjiang-bse-2023")
    >>> [answer] = assess_batches([batch], policy, as_of=date(2025, 12, 31))
    >>> answer["payable"].to_pylist()
    [Decimal('60000.00')]
    """
    kept = names_of(keep)
    if isinstance(batches, _WHOLE) or not isinstance(batches, Iterable):
        raise InvalidCase(fault("not_batches", type(batches).__name__))
    for columns, alike in groupby(batches, _schema_of):
        compiled = _compiled(columns, policy, as_of, kept, repeats)
        schema = output_schema(policy, keep=[columns.field(name) for name in kept])
        missing = [pl.lit(None, pl.String).alias(name) for name in OWN if name not in columns.names]
        for batch in alike:
            answer = compiled.over(pl.DataFrame(batch).lazy()).with_columns(missing).collect()
            table = answer.select(schema.names).to_arrow().cast(schema)
            yield table.combine_chunks().to_batches()[0] if len(table) else _empty(schema)


def _schema_of(batch: pa.RecordBatch) -> pa.Schema:
    if not isinstance(batch, pa.RecordBatch):
        raise InvalidCase(fault("not_batches", type(batch).__name__))
    return batch.schema


def _compiled(
    schema: pa.Schema, policy: Policy, as_of: date, keep: tuple[str, ...], repeats: int
) -> Compiled:
    """The policy compiled for batches of a schema; decimals of 256 bits cannot be read."""
    if found := [field for field in schema if pa.types.is_decimal256(field.type)]:
        raise InvalidCase(
            *(fault("wrong_column", f.name, found=str(f.type), wanted=NUMBER) for f in found)
        )
    columns = pl.DataFrame(_empty(schema)).schema
    return compile_policy(columns, policy, as_of, keep=keep, repeats=repeats)


def _empty(schema: pa.Schema) -> pa.RecordBatch:
    return pa.RecordBatch.from_pylist([], schema=schema)
