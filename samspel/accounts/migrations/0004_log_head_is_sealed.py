from django.db import migrations, models

from samspel.accounts import append_only
from samspel.accounts.log import seal


def make_head(apps, _schema_editor):
    """The head of the log in a new database.

    It is made here only, and where nobody has an account yet: elsewhere a missing head was taken
    away, and one without a seal was set by hand or comes from before there were seals. To seal
    those would hide it from who runs this migration a second time.
    """
    head = apps.get_model("accounts", "LogHead")
    if head.objects.exists() or apps.get_model("accounts", "User").objects.exists():
        return
    made = head(pk=1)
    made.seal = seal(made.count, made.hash)
    made.save(force_insert=True)


class Migration(migrations.Migration):
    dependencies = [("accounts", "0003_shared_cache")]

    operations = [
        migrations.AddField(
            model_name="loghead",
            name="seal",
            field=models.CharField(default="", max_length=64),
        ),
        migrations.RunPython(make_head, migrations.RunPython.noop),
        migrations.RunPython(
            lambda _apps, schema_editor: append_only.add_head_triggers(schema_editor.connection),
            lambda _apps, schema_editor: append_only.remove_head_triggers(
                schema_editor.connection
            ),
        ),
    ]
