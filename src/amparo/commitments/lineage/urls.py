"""How texts follow each other. Included before the addresses of the texts, which take any word."""

from django.urls import path

from amparo.commitments.lineage import views

urlpatterns = [
    path("lineage/", views.lineage, name="lineage"),
    path("lineage/texts/<uuid:descent>/undo/", views.unlink, name="unlink_texts"),
    path("lineage/asks/<int:one>/<int:other>/", views.verdict, name="two_asks"),
    path("lineage/asks/<uuid:restatement>/undo/", views.undo_verdict, name="undo_two_asks"),
    path("compare/", views.choose, name="choose_texts"),
    path("compare/<str:earlier>/<str:later>/", views.compare, name="compare"),
    path("compare/<str:earlier>/<str:later>/link/", views.link, name="link_texts"),
]
