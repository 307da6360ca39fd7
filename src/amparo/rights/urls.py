from django.urls import path

from amparo.rights.copy_exports import views as copy_exports
from amparo.rights.views import copies, disagreements, erasures, looked, restrictions

app_name = "rights"
urlpatterns = [
    path("<str:reference>/copy/", copies.copy, name="copy"),
    path("<str:reference>/copy/others/", copy_exports.ask, name="ask_copy"),
    path("<str:reference>/copy/others/<uuid:copy_export>/", copy_exports.take, name="take_copy"),
    path("<str:reference>/looked/", looked.looked, name="looked"),
    path("<str:reference>/restrict/", restrictions.restrict, name="restrict"),
    path("<str:reference>/restrict/lift/", restrictions.lift, name="lift"),
    path("<str:reference>/erase/", erasures.ask, name="erase"),
    path("<str:reference>/erase/refuse/", erasures.refuse, name="refuse_erasure"),
    path("<str:reference>/erase/certificate/", erasures.certificate, name="certificate"),
    path("<str:reference>/disagree/<uuid:about>/", disagreements.disagree, name="disagree"),
]
