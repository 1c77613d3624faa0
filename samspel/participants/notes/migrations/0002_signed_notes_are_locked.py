from django.db import migrations

from samspel.participants.notes import locked


class Migration(migrations.Migration):
    dependencies = [("notes", "0001_initial")]
    operations = [
        migrations.RunPython(
            lambda _apps, schema_editor: locked.add_triggers(schema_editor.connection),
            lambda _apps, schema_editor: locked.remove_triggers(schema_editor.connection),
        )
    ]
