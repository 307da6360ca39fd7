from django.urls import path

from amparo.cases.pages.views import addresses_on
from amparo.evidence.deeds import PAGE
from amparo.evidence.views import items, matrix, payments
from amparo.justice.dossiers.ground import DOSSIER

app_name = "evidence"
# The page itself is a table of its own, and its words open item by item: only the forms are shared.
FORMS = addresses_on(DOSSIER, PAGE, lambda reader: {})[2:]
ITEM = "<str:reference>/items/<uuid:item>/"
urlpatterns = [
    path("<str:reference>/matrix/", matrix.matrix, name="matrix"),
    *FORMS,
    path("<str:reference>/items/", items.listing, name="items"),
    path("<str:reference>/items/add/", items.add, name="add"),
    path(ITEM, items.item, name="item"),
    path(f"{ITEM}original/", items.original, name="original"),
    path(f"{ITEM}payments/", payments.read, name="read"),
    path("<str:reference>/payments/", payments.tables, name="payments"),
    path("<str:reference>/payments/<uuid:table>/", payments.flow, name="flow"),
    path("<str:reference>/lists/<uuid:export>/", items.take, name="list"),
]
