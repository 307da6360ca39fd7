"""Names, numbers and addresses in one writing: the same one is found however it was typed."""

import re
import unicodedata

# Letters that Unicode does not take apart, as the machine-readable zone of a passport writes them
# (ICAO Doc 9303, part 3, section 6).
ALONE = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ħ": "h",
        "ı": "i",
        "ŧ": "t",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        "ð": "d",
    }
)
WORD = re.compile(r"\w+")
# Signs for vowels are marks in the scripts of India and its neighbours, and part of the word
# (Unicode Standard, 12.1).
VOWEL_SIGNS = ("Mc", "Mn")
PHONE = re.compile(r"\+?\d[\d\s().\-/]{5,}\d")
EMAIL = re.compile(r"[^\s<>,;:()]+@[^\s<>,;:()]+\.[^\s<>,;:().]+")
# Of a telephone number, what remains the same with and without the country's code.
SIGNIFICANT, LEAST = 9, 7
SHORTEST_NUMBER = 5


def fold(text: str) -> str:
    """Small letters without marks: NFKC, case folded, diacritics and points left out."""
    whole = unicodedata.normalize("NFKC", text).casefold().translate(ALONE)
    apart = unicodedata.normalize("NFKD", whole)
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def words(text: str) -> list[str]:
    """Runs of letters, figures and the signs of vowels that stand with them."""
    folded = fold(text)
    if folded.isascii():
        return WORD.findall(folded)
    whole = "".join(sign if _of_a_word(sign) else " " for sign in folded)
    return whole.split()


def _of_a_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_" or unicodedata.category(sign) in VOWEL_SIGNS


def full_name_and_year(given: str, family: str, birth_date: str) -> str:
    """ "" unless all three are known: less than that says too little to be looked up by."""
    names, year = sorted(words(f"{given} {family}")), birth_date[:4]
    return f"{' '.join(names)}|{year}" if words(given) and words(family) and year else ""


def document_number(text: str) -> str:
    """Letters and digits of the words that hold a digit: "Passport X 123-456" is "123456"."""
    number = "".join(word for word in words(text) if re.search(r"\d", word))
    return number if len(number) >= SHORTEST_NUMBER else ""


def contacts(text: str) -> set[str]:
    """The telephone numbers and e-mail addresses that stand in a text."""
    mails = {fold(address) for address in EMAIL.findall(text)}
    digits = (re.sub(r"\D", "", number) for number in PHONE.findall(text))
    return mails | {each[-SIGNIFICANT:] for each in digits if len(each) >= LEAST}
