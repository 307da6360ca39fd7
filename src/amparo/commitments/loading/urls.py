from django.urls import path

from amparo.commitments.loading import views

PART = "loading/<uuid:loading>/<int:nth>/"
urlpatterns = [
    path("loading/", views.overview, name="loadings"),
    path("loading/<uuid:loading>/", views.loaded, name="loading"),
    path(PART, views.part, name="part"),
    path(f"{PART}head/", views.head, name="part_head"),
    path(f"{PART}<int:place>/text/", views.text, name="part_text"),
    path(f"{PART}<int:place>/asks/", views.asks, name="part_asks"),
    path(f"{PART}<int:place>/<slug:step>/", views.paragraph_step, name="part_paragraph_step"),
    path(f"{PART}<slug:step>/", views.step, name="part_step"),
]
