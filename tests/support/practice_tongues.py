"""Other tongues, scripts and customs, on which the rules were tried before they were measured.

None of them is among those of support.invented_tongues, where the figures come from.
"""

from support.invented_tongues import Tongue, table

PRACTICE = {
    "Hebrew": Tongue(
        "b g d h v z kh t y k l m n s ' p ts r sh", "l r n m v d sh kh t nk sht", "a e i o u",
        "i a.n e.r i.t s.o.n",
        table("b:ב g:ג d:ד h:ה v:ו z:ז kh:ח t:ת y:י k:ק l:ל m:מ n:נ s:ס ':ע p:פ ts:צ r:ר sh:ש"
              " nk:נק sht:שט a: e: i:י o:ו u:ו"),
        (table("kh:ch ts:tz ':"), table("kh:h ts:ts ':"), table("kh:kh ts:z k:c sh:sch ':")),
    ),
    "Georgian": Tongue(
        "b g d v z t k l m n p zh r s gh q sh ch ts kh j", "l r n m v d sh kh t rt nd dz",
        "a e i o u",
        "shv.i.l.i dz.e i.a i.an.i",
        table("a:ა b:ბ g:გ d:დ e:ე v:ვ z:ზ t:თ i:ი k:კ l:ლ m:მ n:ნ o:ო p:პ zh:ჟ r:რ s:ს u:უ gh:ღ"
              " q:ყ sh:შ ch:ჩ ts:ც dz:ძ kh:ხ j:ჯ rt:რთ nd:ნდ shv:შვ an:ან"),
        (table("gh:gh q:q"), table("gh:g q:k kh:x ts:c j:dj"),
        table("zh:j sh:ch ch:tch u:ou j:dj")),
    ),
    "Armenian": Tongue(
        "b g d z zh l kh ts k h dz m y n sh ch p j r s v t", "l r n m v d sh t rt nd gh",
        "a e i o u",
        "ya.n u.n.i ya.n.ts",
        table("a:ա b:բ g:գ d:դ e:ե z:զ zh:ժ i:ի l:լ kh:խ ts:ծ k:կ h:հ dz:ձ gh:ղ m:մ y:յ n:ն sh:շ"
              " o:ո ch:չ p:պ j:ջ r:ր s:ս v:վ t:տ u:ու rt:րտ nd:նդ ya:յա"),
        (table("gh:gh"), table("kh:x gh:ġ zh:ž sh:š ch:č ts:c"),
        table("sh:ch zh:j u:ou ya:ia j:dj")),
        parts=("given", "given", "family"),
    ),
    "Turkic Latin": Tongue(
        "b c ch d f g h j k l m n p r s sh t v y z", "l r n m v d sh t rt nd lk",
        "a e i o u oe ue ai",
        "o.gl.u c.a.n li ch.i",
        table("c:c ch:ç sh:ş oe:ö ue:ü gl:ğl ai:ay"),
        (table("c:j ch:ch sh:sh oe:o ue:u gl:gl ai:ay"), table("c:dj ch:tch sh:ch oe:eu ue:u u:ou"),
         table("c:dsch ch:tsch sh:sch oe:oe ue:ue gl:gl z:s")),
    ),
}  # fmt: skip
