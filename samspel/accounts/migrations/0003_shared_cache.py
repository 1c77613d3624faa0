from django.core.management import call_command
from django.db import migrations


def create(_apps, schema_editor):
    """The table of Django's database cache, where limits on signing in are counted."""
    call_command("createcachetable", database=schema_editor.connection.alias, verbosity=0)


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_log_is_append_only")]

    operations = [
        migrations.RunPython(
            create, lambda _apps, editor: editor.execute("DROP TABLE shared_cache")
        )
    ]
