import gc
import logging
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "amparo.config.settings")

application = get_wsgi_application()

from amparo.config.roles import refuse_unsafe_role  # noqa: E402  needs the apps loaded
from amparo.vault.keyfolder import refuse_unsafe_keys  # noqa: E402  as above

refuse_unsafe_role()
logging.captureWarnings(True)  # they may quote a value: through our form they do not
refuse_unsafe_keys()
# What is loaded now stays for ever: without this the collector walks through all of it again in the
# middle of a page that reads thousands of names, which costs a tenth of a second.
gc.freeze()
