from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from .trouble import Trouble

TASKS = ("auto", "binary", "multiclass", "regression")
METHODS = ("auto", "linear", "forest", "boosting")
IMPUTATIONS = ("mean", "median", "most_frequent", "none")


@dataclass(frozen=True)
class Settings:
    """What the person chose. Defaults are those of the form."""

    features: tuple[str, ...]
    outcome: str
    task: str = "auto"
    method: str = "auto"
    parameters: Mapping[str, Any] = field(default_factory=dict)
    imputation: str = "mean"
    test_share: float = 0.25
    seed: int = 1
    stratify: bool = True
    seconds: float = 60

    @staticmethod
    def of(inputs: Mapping[str, Any]) -> Settings:
        given = {
            "features": tuple(inputs.get("features") or ()),
            "outcome": inputs.get("outcome") or "",
            "task": inputs.get("task"),
            "method": inputs.get("method"),
            "parameters": inputs.get("parameters"),
            "imputation": inputs.get("imputation"),
            "test_share": inputs.get("testShare"),
            "seed": inputs.get("seed"),
            "stratify": inputs.get("stratify"),
            "seconds": inputs.get("seconds"),
        }
        settings = Settings(**{name: value for name, value in given.items() if value is not None})
        settings.check()
        return settings

    def check(self) -> None:
        if not self.features:
            raise Trouble("Choose at least one feature.")
        if self.outcome in self.features:
            raise Trouble(f'"{self.outcome}" is to be predicted, so it can\'t be a feature as well.')
        one_of("task", self.task, TASKS)
        one_of("method", self.method, METHODS)
        one_of("imputation", self.imputation, IMPUTATIONS)
        if not 0.05 <= self.test_share <= 0.9:
            raise Trouble("The share of rows kept for the test lies between 0.05 and 0.9.")


def one_of(what: str, value: str, known: tuple[str, ...]) -> None:
    if value not in known:
        raise Trouble(f'The {what} "{value}" is unknown. Known: {", ".join(known)}.')
