"""How the invented names of six scripts are built from sounds and written down.

A sound is written in its own script and, by several customs, in Latin letters. These tables share
nothing with the rules that are measured on them (amparo.methods.sameness).
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Tongue:
    """Sounds by class, endings of family names, the own script and the customs in Latin letters."""

    first: str
    middle: str
    vowels: str
    endings: str
    own: dict[str, str]
    customs: tuple[dict[str, str], ...]
    native: float = 0.45
    parts: tuple[str, ...] = ("given", "family")


def table(text: str) -> dict[str, str]:
    """ "sh:ш kh:х" as a table; a sound that is not in a table is written as it is named."""
    return dict(pair.split(":", 1) for pair in text.split())


LATIN = "b d f g k l m n p r s t v z"
TONGUES = {
    "Latin": Tongue(
        LATIN + " sh ch ny w y j h", "nd mb ng l r s t k d m n b sh", "a e i o u ou ai",
        "a.ou o.ba e.le i.ni a.n.de ou.sa",
        table("sh:ch ny:gn ou:ou w:ou j:dj k:k"),
        (
            table("sh:sh ny:ny ou:u w:w j:j ai:ay"),
            table("sh:ch ch:tch ny:gn ou:ou w:ou j:dj ai:aï z:z"),
            table("sh:x ch:tch ny:nh ou:u w:u j:j k:c y:i"),
        ),
        parts=("given", "given", "family"),
    ),
    "Cyrillic": Tongue(
        "b v g d zh z k l m n p r s t f kh ts ch sh shch", "l r n m st k v d b rk nd y",
        "a e i o u ya yu",
        "o.v e.n.k.o s.k.i ch.u.k ya.n i.n",
        table("a:а b:б v:в g:г d:д e:е zh:ж z:з i:и y:й k:к l:л m:м n:н o:о p:п r:р s:с t:т u:у"
             " f:ф kh:х ts:ц ch:ч sh:ш shch:щ yu:ю ya:я st:ст rk:рк nd:нд"),
        (
            table("zh:zh kh:kh ts:ts ch:ch sh:sh shch:shch yu:yu ya:ya"),
            table("zh:ž kh:h ts:c ch:č sh:š shch:šč yu:ju ya:ja y:j"),
            table("zh:j kh:kh ts:ts ch:tch sh:ch shch:chtch yu:iou ya:ia y:ï u:ou"),
            table("zh:sch kh:ch ts:z ch:tsch sh:sch shch:schtsch yu:ju ya:ja y:j v:w z:s"),
        ),
        parts=("given", "given", "family"),
    ),
    "Greek": Tongue(
        "v g d z th k l m n x p r s t f kh ps", "l r n m s th k ng mp nt st",
        "a e i o u i2 o2 ai ei",
        "o.p.ou.l.o.s i.d.i.s a.k.i.s ou.s i2.s",
        table("a:α v:β g:γ d:δ e:ε z:ζ i2:η th:θ i:ι k:κ l:λ m:μ n:ν x:ξ o:ο p:π r:ρ s:σ t:τ u:υ"
             " f:φ kh:χ ps:ψ o2:ω ai:αι ei:ει ou:ου ng:γγ mp:μπ nt:ντ st:στ"),
        (
            table("i2:i o2:o kh:ch u:y x:x"),
            table("i2:e o2:o kh:h u:i ai:e ei:i f:ph x:x mp:b nt:d"),
            table("i2:i o2:o kh:kh u:i ai:e ei:i v:b ou:u x:ks ng:gg"),
        ),
    ),
    "Arabic": Tongue(
        "b t th j h kh d dh r z s sh S D T ' gh f q k l m n w y",
        "b d r s sh l m n f q k h mm ss dd", "a i u aa ii uu",
        "ii aa.n a.h uu.n",
        table("b:ب t:ت th:ث j:ج h:ح kh:خ d:د dh:ذ r:ر z:ز s:س sh:ش S:ص D:ض T:ط ':ع gh:غ f:ف q:ق"
             " k:ك l:ل m:م n:ن w:و y:ي a: i: u: aa:ا ii:ي uu:و mm:م ss:س dd:د"),
        (
            table("S:s D:d T:t ':  aa:a ii:i uu:u u:u"),
            table("S:s D:d T:t ':  aa:a ii:i uu:ou u:ou j:dj sh:ch q:k th:t dh:d"),
            table("S:s D:d T:t ':a aa:a ii:ee uu:oo u:o i:e a:e q:k j:g dh:z"),
            table("S:s D:d T:t ':  aa:a ii:i uu:u u:u kh:ch sh:sch j:dsch y:j w:w th:th"),
        ),
        parts=("given", "given", "family"),
    ),
    "Devanagari": Tongue(
        "k kh g gh ch j t th d dh n p b bh m y r l v sh s h", "k g j t d n m r l v sh s nd nt",
        "aa i ii u uu e o a",
        "aa a.r.a e.sh a.n aa.l ii",
        table("k:क kh:ख g:ग gh:घ ch:च j:ज t:त th:थ d:द dh:ध n:न p:प b:ब bh:भ m:म y:य r:र l:ल v:व"
             " sh:श s:स h:ह nd:न्द nt:न्त aa:ा i:ि ii:ी u:ु uu:ू e:े o:ो a:"),
        (
            table("aa:a ii:i uu:u v:v"),
            table("aa:aa ii:ee uu:oo v:w"),
            table("aa:ā ii:ī uu:ū ch:c sh:ś v:v"),
        ),
    ),
    "Ethiopic": Tongue(
        "h l m r s sh q b t ch n ny k w z y d j g T Ts f", "l m r s b t n k d g sh z q",
        "ae u i a e o",
        "ae u a e",
        {},
        (
            table("q:q T:t Ts:ts ae:e ny:ny"),
            table("q:k T:t Ts:tz ae:a ny:gn j:dj sh:sh"),
            table("q:q T:t Ts:s ae:ä ny:ñ e:ie ch:č sh:š"),
        ),
        parts=("given", "given", "given"),
    ),
}  # fmt: skip
ETHIOPIC = {"h": 0x1200, "l": 0x1208, "m": 0x1218, "r": 0x1228, "s": 0x1230, "sh": 0x1238,
            "q": 0x1240, "b": 0x1260, "t": 0x1270, "ch": 0x1278, "n": 0x1290, "ny": 0x1298,
            "k": 0x12A8, "w": 0x12C8, "z": 0x12D8, "y": 0x12E8, "d": 0x12F0, "j": 0x1300,
            "g": 0x1308, "T": 0x1320, "Ts": 0x1338, "f": 0x1348}  # fmt: skip
ORDERS = {"ae": 0, "u": 1, "i": 2, "a": 3, "e": 4, "": 5, "o": 6}
INDEPENDENT = {"aa": "आ", "i": "इ", "ii": "ई", "u": "उ", "uu": "ऊ", "e": "ए", "o": "ओ", "a": "अ"}
