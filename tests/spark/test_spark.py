"""Spark gives the same bytes as one machine: `assess_batches`, unchanged, in `mapInArrow`.

These tests are a group of their own, run by ``make test-spark``: they need the extra ``spark`` and
Java 17 or later.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import sys
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

import polars as pl
import pyarrow as pa
import pytest
from batch.many import many
from docs.test_docs import blocks_of

from listing_rewards import Policy, load_policy
from listing_rewards.engines.columns import assess_batches, assess_frame, output_schema

EXAMPLES = Path(__file__).parents[2] / "examples"
SHIPPED = "zhanjiang-bse-2023-illustrative"
POLICIES = [
    SHIPPED,
    EXAMPLES / "policies" / "chengdu-bse.toml",
    EXAMPLES / "policies" / "guangdong-2016.toml",
]
AS_OF = date(2025, 12, 31)
ROWS = 6_000
KEPT = ["row"]
SETTINGS = {
    "spark.ui.enabled": "false",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.host": "127.0.0.1",
    "spark.driver.memory": "1g",
    "spark.sql.shuffle.partitions": "2",
    "spark.sql.execution.arrow.maxRecordsPerBatch": "700",
    "spark.sql.files.maxPartitionBytes": "100k",
}
pytestmark = [
    pytest.mark.spark,
    pytest.mark.filterwarnings("ignore"),
]


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    """A session of two workers on this machine."""
    sql = pytest.importorskip("pyspark.sql", reason="pyspark is not installed: the extra spark")
    pytest.importorskip("pandas", reason="pandas is not installed: the extra spark")
    if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
        pytest.skip("Java is not installed")
    os.environ["PYSPARK_PYTHON"] = sys.executable
    builder = sql.SparkSession.builder.master("local[2]")
    for name, value in SETTINGS.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    yield session
    session.stop()


@pytest.fixture(scope="module", params=POLICIES, ids=lambda each: Path(each).stem)
def policy(request: pytest.FixtureRequest) -> Policy:
    """The policies that are asked."""
    return load_policy(request.param)


@pytest.fixture(scope="module")
def cases(policy: Policy) -> pl.DataFrame:
    """Awkward rows: nulls, 29 February, lists, decimals, payments, and rows with faults."""
    frame = many(policy, ROWS, seed=2)
    assert {kind.base_type() for kind in frame.dtypes} >= {pl.List, pl.Decimal, pl.Date, pl.String}
    return frame


def answered_by_spark(frame: Any, policy: Policy, row: pa.Field) -> pa.Table:
    """What `mapInArrow` makes of a Spark frame, in the order of its rows."""
    from pyspark.sql.pandas.types import from_arrow_schema

    schema = output_schema(policy, keep=[row])
    answered = partial(assess_batches, policy=policy, as_of=AS_OF, keep=KEPT)
    answer = frame.mapInArrow(answered, from_arrow_schema(schema)).toArrow()
    assert answer.schema.equals(schema)
    return answer.cast(schema)


def digest(table: pa.Table) -> str:
    """A digest of all rows, in their order, as one Arrow stream."""
    ordered = table.sort_by("row").combine_chunks()
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, ordered.schema) as stream:
        stream.write_table(ordered)
    return hashlib.sha256(sink.getvalue()).hexdigest()


def by_one_machine(cases: pl.DataFrame, policy: Policy) -> pa.Table:
    """What `assess_batches` answers, in one batch."""
    batches = cases.to_arrow().combine_chunks().to_batches()
    return pa.Table.from_batches(assess_batches(batches, policy, as_of=AS_OF, keep=KEPT))


class TestSameBytes:
    """Whoever answers, and however the rows are cut and spread, the bytes are the same."""

    def test_from_parquet(
        self, spark: Any, policy: Policy, cases: pl.DataFrame, tmp_path: Path
    ) -> None:
        """Files are read by Spark, spread over both workers, and answered batch by batch."""
        for number in range(4):
            part = cases.slice(number * ROWS // 4, ROWS // 4)
            part.write_parquet(tmp_path / f"part-{number}.parquet")
        frame = spark.read.parquet(str(tmp_path))
        assert frame.rdd.getNumPartitions() >= 2
        here = by_one_machine(cases, policy)
        there = answered_by_spark(frame, policy, here.schema.field("row"))
        assert len(there) == ROWS
        assert digest(there) == digest(here)

    def test_from_a_frame(self, spark: Any, policy: Policy, cases: pl.DataFrame) -> None:
        """A frame that is handed over is dealt out row by row."""
        frame = spark.createDataFrame(cases.to_arrow()).repartition(5)
        here = by_one_machine(cases, policy)
        there = answered_by_spark(frame, policy, here.schema.field("row"))
        assert digest(there) == digest(here)

    def test_a_frame_says_the_same(self, policy: Policy, cases: pl.DataFrame) -> None:
        """One machine's two ways: batches, and a frame that is collected."""
        batches = by_one_machine(cases, policy)
        frame = assess_frame(cases, policy, as_of=AS_OF, keep=KEPT).collect()
        whole = frame.with_columns(
            pl.lit(None, dtype=pl.String).alias(name)
            for name in ("uscc", "county")
            if name not in frame.columns
        )
        table = whole.select(batches.schema.names).to_arrow().cast(batches.schema)
        assert digest(table) == digest(batches)
        assert 0 < frame["fault"].null_count() < ROWS

    def test_one_fen_is_another_digest(self, policy: Policy, cases: pl.DataFrame) -> None:
        """The digest sees every amount."""
        here = by_one_machine(cases, policy)
        payable = here.column("payable").to_pylist()
        at = next(i for i, amount in enumerate(payable) if amount is not None)
        payable[at] += Decimal("0.01")
        place = here.schema.get_field_index("payable")
        field = here.schema.field(place)
        changed = here.set_column(place, field, pa.array(payable, field.type))
        assert digest(changed) != digest(here)


class TestWorkers:
    """The work is done by others, and by more than one."""

    def test_two_workers(self, spark: Any) -> None:
        """Two processes answer, neither of them this one, and together every row."""
        policy = load_policy(SHIPPED)

        def where(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
            for answer in assess_batches(batches, policy, as_of=AS_OF, keep=KEPT):
                yield pa.record_batch({"process": [os.getpid()], "rows": [len(answer)]})

        frame = spark.createDataFrame(many(policy, ROWS).to_arrow()).repartition(4)
        told = frame.mapInArrow(where, "process long, rows long").toArrow().to_pydict()
        assert len(set(told["process"]) - {os.getpid()}) >= 2
        assert sum(told["rows"]) == ROWS

    def test_a_float_is_refused_there_too(self, spark: Any) -> None:
        """The sentence reaches whoever asked."""
        policy = load_policy(SHIPPED)
        frame = spark.createDataFrame([(1, 0.5)], "row long, net_profit double")
        row = pa.field("row", pa.int64())
        with pytest.raises(Exception, match="net_profit' holds floating-point numbers"):
            answered_by_spark(frame, policy, row)


@pytest.mark.parametrize("page", ["answer-a-frame.md", "answer-a-frame.zh-CN.md"])
def test_the_page_that_shows_it(spark: Any, page: str, tmp_path: Path) -> None:
    """The block of the how-to runs as it stands, on files in another folder."""
    [block] = [each for each in blocks_of(f"docs/how-to/{page}") if "mapInArrow" in each.text]
    frame = pl.DataFrame({"name": ["示例甲公司"], "neeq_listed": [date(2023, 9, 15)]})
    frame.write_parquet(tmp_path / "cases.parquet")
    text = re.sub(r'"(\w+\.parquet)"', rf'"{tmp_path}/\1"', block.text)
    exec(compile(text, page, "exec"), {"spark": spark})  # noqa: S102  (our own pages)
    written = pl.read_parquet(tmp_path / "answers.parquet" / "*.parquet")
    assert written.select("name", "payable").rows() == [("示例甲公司", 500000)]
