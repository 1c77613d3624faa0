import django.db.models.deletion
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('organisation', '0003_casework_settings'),
        ('participants', '0002_casework'),
    ]

    operations = [
        migrations.CreateModel(
            name='PriorityGroup',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=80, verbose_name='name')),
                ('place', models.PositiveSmallIntegerField(default=1, verbose_name='place')),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='priority_groups', to='organisation.team')),
            ],
            options={
                'ordering': ('place', 'title', 'pk'),
                'constraints': [models.UniqueConstraint(fields=('team', 'title'), name='priority_group_is_named_once_in_team', violation_error_message='The team already has a group of this name.')],
            },
        ),
        migrations.CreateModel(
            name='QueuePlace',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('episode', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='queue_place', to='participants.episode')),
                ('group', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='queue.prioritygroup', verbose_name='priority group')),
            ],
        ),
        migrations.CreateModel(
            name='IntakePause',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('first_on', models.DateField(verbose_name='from')),
                ('last_on', models.DateField(blank=True, null=True, verbose_name='to')),
                ('reason', models.CharField(max_length=200, verbose_name='reason')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='intake_pauses', to='organisation.team')),
            ],
            options={
                'ordering': ('-first_on', 'pk'),
                'constraints': [models.CheckConstraint(condition=models.Q(('last_on', None), ('last_on__gte', models.F('first_on')), _connector='OR'), name='intake_pause_ends_on_or_after_its_first_day', violation_error_message='The last day cannot be before the first.'), models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='intake_pause_has_a_reason_always', violation_error_message='Say why the intake is paused.'), models.UniqueConstraint(condition=models.Q(('last_on', None)), fields=('team',), name='intake_pause_is_the_only_open_one', violation_error_message='The intake is paused already.')],
            },
        ),
    ]
