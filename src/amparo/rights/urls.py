from django.urls import path

from amparo.rights.views import copies, disagreements, looked, restrictions

app_name = "rights"
urlpatterns = [
    path("<str:reference>/copy/", copies.copy, name="copy"),
    path("<str:reference>/looked/", looked.looked, name="looked"),
    path("<str:reference>/restrict/", restrictions.restrict, name="restrict"),
    path("<str:reference>/restrict/lift/", restrictions.lift, name="lift"),
    path("<str:reference>/disagree/<uuid:about>/", disagreements.disagree, name="disagree"),
]
