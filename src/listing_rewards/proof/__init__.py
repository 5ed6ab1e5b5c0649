"""What holds of a policy for every enterprise: proved by a solver, or shown by a case.

It needs the extra ``proof``.
"""

from listing_rewards.errors import InvalidFile, fault

try:
    from listing_rewards.proof.differences import effect, same
    from listing_rewards.proof.outcome import Outcome, Proof, Situation
    from listing_rewards.proof.proving import prove
except ModuleNotFoundError as error:
    if error.name != "z3":
        raise
    raise InvalidFile(fault("missing_extra", "proof", extra="proof")) from None

__all__ = ["Outcome", "Proof", "Situation", "effect", "prove", "same"]
