from django.db import migrations

from samspel.accounts import append_only


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_initial")]

    operations = [
        migrations.RunPython(
            lambda _apps, schema_editor: append_only.add_triggers(schema_editor.connection),
            lambda _apps, schema_editor: append_only.remove_triggers(schema_editor.connection),
        )
    ]
