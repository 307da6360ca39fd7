from amparo.events.models.missing import Found, Missing
from amparo.events.models.retrafficked import Episode, EpisodeAnswer
from amparo.events.models.speaking import LanguageChange, ToldAnew
from amparo.events.models.threat import Threat, ThreatAnswer

__all__ = [
    "Episode",
    "EpisodeAnswer",
    "Found",
    "LanguageChange",
    "Missing",
    "Threat",
    "ThreatAnswer",
    "ToldAnew",
]
