from django.urls import path

from amparo.design.views import GalleryView

app_name = "design"
urlpatterns = [
    path("", GalleryView.as_view(), name="gallery"),
    path("desk/", GalleryView.as_view(template_name="design/gallery/desk_page.html"), name="desk"),
    path(
        "phone/", GalleryView.as_view(template_name="design/gallery/phone_page.html"), name="phone"
    ),
    path(
        "refused/", GalleryView.as_view(template_name="design/gallery/refused.html"), name="refused"
    ),
]
