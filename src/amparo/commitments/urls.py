from django.urls import path

from amparo.commitments import views
from amparo.commitments.due.urls import urlpatterns as of_due
from amparo.commitments.following.urls import urlpatterns as of_following

app_name = "commitments"
urlpatterns = [
    path("", views.documents_and_asks, name="list"),
    *of_due,
    *of_following,
    path("<str:key>/", views.document, name="document"),
    # Decisions are numbered like 33/1, with a slash of their own.
    path("<str:key>/<path:number>/", views.paragraph, name="paragraph"),
]
