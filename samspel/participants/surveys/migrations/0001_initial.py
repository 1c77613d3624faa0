import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '__first__'),
        ('organisation', '0003_casework_settings'),
        ('participants', '0003_trial_periods'),
    ]

    operations = [
        migrations.CreateModel(
            name='Survey',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('title', models.CharField(max_length=80, verbose_name='name')),
                ('opens_on', models.DateField(verbose_name='first day')),
                ('closes_on', models.DateField(verbose_name='last day')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='surveys', to='organisation.team')),
            ],
            options={
                'ordering': ('-opens_on', 'title', 'pk'),
                'constraints': [models.UniqueConstraint(fields=('team', 'title'), name='survey_title_is_unique_in_team', violation_error_message='The team has a survey with this name already.'), models.CheckConstraint(condition=models.Q(('closes_on__gte', models.F('opens_on'))), name='survey_closes_on_or_after_its_first_day', violation_error_message='The last day cannot be before the first.')],
            },
        ),
        migrations.CreateModel(
            name='Invitation',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('invited_on', models.DateField(verbose_name='asked on')),
                ('answered', models.CharField(choices=[('waiting', 'no answer yet'), ('handed_in', 'handed in'), ('declined', 'does not want to')], default='waiting', max_length=10, verbose_name='answer')),
                ('settled_on', models.DateField(blank=True, null=True, verbose_name='answered on')),
                ('episode', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='invitations', to='participants.episode')),
                ('invited_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('survey', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='invitations', to='surveys.survey')),
            ],
            options={
                'ordering': ('invited_on', 'pk'),
                'constraints': [models.UniqueConstraint(fields=('survey', 'episode'), name='invitation_is_once_in_a_survey', violation_error_message='The person has been asked already.'), models.CheckConstraint(condition=models.Q(models.Q(('answered', 'waiting'), ('settled_on', None)), models.Q(models.Q(('answered', 'waiting'), _negated=True), ('settled_on__isnull', False)), _connector='OR'), name='invitation_has_a_day_exactly_when_answered', violation_error_message='An answer has a day, and without one there is none.')],
            },
        ),
        migrations.CreateModel(
            name='SurveyResult',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('place', models.PositiveSmallIntegerField()),
                ('question', models.CharField(max_length=200, verbose_name='question')),
                ('group', models.CharField(choices=[('all', 'all'), ('woman', 'women'), ('man', 'men'), ('other', 'others'), ('unknown', 'not stated')], max_length=7, verbose_name='gender')),
                ('answers', models.PositiveIntegerField(verbose_name='answers')),
                ('share', models.DecimalField(blank=True, decimal_places=1, max_digits=4, null=True, verbose_name='share, per cent')),
                ('mean', models.DecimalField(blank=True, decimal_places=2, max_digits=5, null=True, verbose_name='mean')),
                ('survey', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='results', to='surveys.survey')),
            ],
            options={
                'ordering': ('place', 'pk'),
                'constraints': [models.UniqueConstraint(fields=('survey', 'question', 'group'), name='survey_result_is_one_for_question_and_gender', violation_error_message='The question stands twice for the same gender.'), models.CheckConstraint(condition=models.Q(('share', None), models.Q(('share__gte', 0), ('share__lte', 100)), _connector='OR'), name='survey_result_share_is_between_0_and_100', violation_error_message='A share is between 0 and 100 per cent.'), models.CheckConstraint(condition=models.Q(('share__isnull', False), ('mean__isnull', False), _connector='OR'), name='survey_result_has_a_share_or_a_mean', violation_error_message='A line needs a share or a mean.')],
            },
        ),
    ]
