from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.decorators import method_decorator
from django.views import View

from amparo.design.gallery import samples


@method_decorator(login_not_required, name="dispatch")
class GalleryView(View):
    """Every component with sample data. `?dir=rtl` mirrors the page, in the same language."""

    template_name = "design/gallery/components.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        asked = request.GET.get("dir", "")
        chosen = {"direction": asked} if asked in ("ltr", "rtl") else {}
        return render(request, self.template_name, samples() | chosen)
