"""A name to speak of a file by: a tree, a bird, a stone; never one that a person bears."""

from uuid import UUID

NAMES = """
Alder Aspen Avocet Basalt Beech Bittern Bluetit Bramble Bunting Cedar Chaffinch Chough
Clover Coot Cormorant Curlew Cypress Dipper Dotterel Dunlin Egret Eider Elder Flint Fulmar
Gadwall Gannet Garnet Goldcrest Goshawk Granite Grebe Greenfinch Harrier Hawthorn Hemlock
Heron Hoopoe Ibis Jackdaw Kestrel Kingfisher Kittiwake Lapwing Larch Lichen Linnet Magpie
Mallard Marble Mistral Nightjar Nuthatch Oriole Osprey Petrel Pipit Plover Poplar Puffin
Quartz Redstart Sandpiper Sedge Shrike Siskin Skua Slate Snipe Sorrel Starling Stonechat
Tamarisk Teal Tern Thistle Topaz Turnstone Wagtail Warbler Whimbrel Wigeon Woodlark Yarrow
"""
WORDS = tuple(NAMES.split())

# In the place of the pseudonym once the keys of a file are gone.
NAMELESS = "—"


def pseudonym(case: UUID) -> str:
    return WORDS[case.int % len(WORDS)]
