"""How a manifest is signed and time-stamped, with the commands that the documentation gives."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

NEEDED = [tool for tool in ("ssh-keygen", "openssl") if shutil.which(tool) is None]
pytestmark = pytest.mark.skipif(bool(NEEDED), reason=f"{NEEDED} not installed")
AUTHORITY = """
[tsa]
serial = {folder}/serial
crypto_device = builtin
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
ess_cert_id_alg = sha256
"""


def run(*words: str, folder: Path, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """A command, in a folder."""
    return subprocess.run(words, cwd=folder, input=given, capture_output=True, check=False)


@pytest.fixture
def sealed(tmp_path: Path) -> Path:
    """A folder with a manifest."""
    (tmp_path / "records.manifest.json").write_text('{"count": 8}\n', encoding="utf-8")
    return tmp_path


def test_signed_with_ssh(sealed: Path) -> None:
    """The signature holds, and no longer after one byte is changed."""
    made = run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", "key", folder=sealed)
    assert made.returncode == 0
    name, purpose = "finance@example.gov.cn", ("-n", "listing-rewards")
    public = (sealed / "key.pub").read_text(encoding="utf-8")
    (sealed / "allowed_signers").write_text(f"{name} {public}", encoding="utf-8")
    sign = ("ssh-keygen", "-Y", "sign", "-f", "key", *purpose, "records.manifest.json")
    assert run(*sign, folder=sealed).returncode == 0
    check = (
        *("ssh-keygen", "-Y", "verify", "-f", "allowed_signers", "-I", name, *purpose),
        *("-s", "records.manifest.json.sig"),
    )
    content = (sealed / "records.manifest.json").read_bytes()
    assert run(*check, folder=sealed, given=content).returncode == 0
    assert run(*check, folder=sealed, given=content.replace(b"8", b"7")).returncode != 0


def test_time_stamped(sealed: Path) -> None:
    """The stamp of an authority holds, and no longer after one byte is changed."""
    (sealed / "serial").write_text("01\n", encoding="ascii")
    (sealed / "tsa.cnf").write_text(AUTHORITY.format(folder=sealed), encoding="utf-8")
    own = (
        *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "tsa.key"),
        *("-out", "authority.pem", "-days", "3650", "-subj", "/CN=Example authority"),
        *("-addext", "extendedKeyUsage=critical,timeStamping"),
    )
    assert run(*own, folder=sealed).returncode == 0
    ask = "openssl ts -query -data records.manifest.json -sha256 -cert -out records.tsq"
    assert run(*ask.split(), folder=sealed).returncode == 0
    answer = (
        *("openssl", "ts", "-reply", "-config", "tsa.cnf", "-section", "tsa"),
        *("-queryfile", "records.tsq", "-signer", "authority.pem", "-inkey", "tsa.key"),
        *("-out", "records.tsr"),
    )
    replied = run(*answer, folder=sealed)
    assert replied.returncode == 0, replied.stderr
    check = [
        "openssl",
        "ts",
        "-verify",
        "-data",
        "records.manifest.json",
        "-in",
        "records.tsr",
        "-CAfile",
        "authority.pem",
    ]
    assert run(*check, folder=sealed).returncode == 0
    (sealed / "records.manifest.json").write_text('{"count": 7}\n', encoding="utf-8")
    assert run(*check, folder=sealed).returncode != 0
