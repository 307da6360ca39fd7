from django.urls import path

from amparo.commitments import views
from amparo.commitments.asked.urls import urlpatterns as asked
from amparo.commitments.due.urls import urlpatterns as due
from amparo.commitments.following.urls import urlpatterns as following
from amparo.commitments.lineage.urls import urlpatterns as lineage
from amparo.commitments.loading.urls import urlpatterns as loading
from amparo.commitments.reports.urls import urlpatterns as reports

app_name = "commitments"
urlpatterns = [
    path("", views.documents_and_asks, name="list"),
    *asked,
    *loading,
    *lineage,
    *reports,
    path("coverage/", views.coverage, name="coverage"),
    *due,
    *following,
    # Whatever else stands first is how a text is cited.
    path("<str:key>/", views.document, name="document"),
    path("<str:key>/akoma/", views.akoma, name="akoma"),
    # Decisions are numbered like 33/1, with a slash of their own.
    path("<str:key>/<path:number>/", views.paragraph, name="paragraph"),
]
