import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '__first__'),
        ('participants', '0003_trial_periods'),
        ('questions', '0002_question_is_for_caseworker'),
    ]

    operations = [
        migrations.CreateModel(
            name='Assessment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('story', models.TextField(blank=True, max_length=40000, verbose_name="the person's own story")),
                ('best_hopes', models.TextField(blank=True, max_length=4000, verbose_name='best hopes')),
                ('answers', models.JSONField(blank=True, default=list)),
                ('changed_at', models.DateTimeField()),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('changed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('episode', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='assessment', to='participants.episode')),
            ],
        ),
        migrations.CreateModel(
            name='Goal',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('title', models.CharField(max_length=200, verbose_name='goal')),
                ('sign', models.CharField(blank=True, max_length=300, verbose_name='how it shows')),
                ('set_on', models.DateField(verbose_name='set on')),
                ('reached_on', models.DateField(blank=True, null=True, verbose_name='reached on')),
                ('left_on', models.DateField(blank=True, null=True, verbose_name='left on')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('episode', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='goals', to='participants.episode')),
            ],
            options={
                'ordering': ('set_on', 'pk'),
                'constraints': [models.CheckConstraint(condition=models.Q(('reached_on', None), ('left_on', None), _connector='OR'), name='goal_is_reached_or_left_not_both', violation_error_message='A goal is reached or left, not both.'), models.CheckConstraint(condition=models.Q(models.Q(('reached_on', None), ('reached_on__gte', models.F('set_on')), _connector='OR'), models.Q(('left_on', None), ('left_on__gte', models.F('set_on')), _connector='OR')), name='goal_ends_on_or_after_it_was_set', violation_error_message='A goal cannot end before it was set.')],
            },
        ),
        migrations.CreateModel(
            name='GoalStep',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('what', models.CharField(max_length=200, verbose_name='what')),
                ('doer', models.CharField(choices=[('participant', 'the participant'), ('coach', 'the coach'), ('referrer', 'the referrer'), ('other', 'somebody else')], default='participant', max_length=20, verbose_name='who')),
                ('due_on', models.DateField(blank=True, null=True, verbose_name='at the latest')),
                ('done_on', models.DateField(blank=True, null=True, verbose_name='done on')),
                ('left_on', models.DateField(blank=True, null=True, verbose_name='left on')),
                ('place', models.PositiveSmallIntegerField(default=1)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('goal', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='plans.goal')),
            ],
            options={
                'ordering': ('place', 'pk'),
                'constraints': [models.CheckConstraint(condition=models.Q(('done_on', None), ('left_on', None), _connector='OR'), name='goal_step_is_done_or_left_not_both', violation_error_message='A step is done or left, not both.')],
            },
        ),
        migrations.CreateModel(
            name='Scale',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('text', models.CharField(max_length=300, verbose_name='question')),
                ('place', models.PositiveSmallIntegerField(default=1)),
                ('is_asked', models.BooleanField(default=True, verbose_name='is asked')),
                ('episode', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='scales', to='participants.episode')),
                ('question', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='questions.question')),
            ],
            options={
                'ordering': ('place', 'pk'),
                'constraints': [models.UniqueConstraint(fields=('episode', 'text'), name='scale_is_asked_once_in_an_episode', violation_error_message='The question is there already.')],
            },
        ),
        migrations.CreateModel(
            name='ScalePoint',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('on', models.DateField(verbose_name='day')),
                ('value', models.PositiveSmallIntegerField(verbose_name='0–10')),
                ('entered_on', models.DateField()),
                ('answered_by', models.CharField(choices=[('coach', 'the coach'), ('participant', 'the participant')], default='coach', max_length=11, verbose_name='who answered')),
                ('scale', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='points', to='plans.scale')),
            ],
            options={
                'ordering': ('on', 'pk'),
                'constraints': [models.UniqueConstraint(fields=('scale', 'on'), name='scale_point_is_one_a_day', violation_error_message='The question was answered that day already.'), models.CheckConstraint(condition=models.Q(('value__gte', 0), ('value__lte', 10)), name='scale_point_is_between_0_and_10', violation_error_message='Choose a whole number from 0 to 10.')],
            },
        ),
    ]
