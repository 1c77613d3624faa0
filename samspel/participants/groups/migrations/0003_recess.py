import django.db.models.deletion
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('groups', '0002_sharing_over_time'),
        ('organisation', '0003_casework_settings'),
    ]

    operations = [
        migrations.CreateModel(
            name='Recess',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('from_on', models.DateField(verbose_name='first day')),
                ('until_on', models.DateField(verbose_name='last day')),
                ('because', models.CharField(max_length=200, verbose_name='why')),
                ('group', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='recesses', to='groups.group')),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='recesses', to='organisation.team')),
            ],
            options={
                'ordering': ('from_on', 'pk'),
                'constraints': [models.CheckConstraint(condition=models.Q(('until_on__gte', models.F('from_on'))), name='recess_ends_on_or_after_its_first_day', violation_error_message='The last day cannot be before the first.')],
            },
        ),
        migrations.AddField(
            model_name='session',
            name='recess',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='sessions', to='groups.recess'),
        ),
    ]
