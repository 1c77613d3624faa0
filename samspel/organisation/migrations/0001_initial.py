import django.core.validators
import django.db.models.deletion
import samspel.organisation.team
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '__first__'),
    ]

    operations = [
        migrations.CreateModel(
            name='Association',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120, verbose_name='name')),
            ],
            options={
                'ordering': ('name',),
                'constraints': [models.UniqueConstraint(fields=('name',), name='association_name_is_unique', violation_error_message='There is already an association of this name.')],
            },
        ),
        migrations.CreateModel(
            name='Agency',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120, verbose_name='name')),
                ('short_name', models.CharField(blank=True, max_length=20, verbose_name='short name')),
                ('association', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='agencies', to='organisation.association', verbose_name='association')),
            ],
            options={
                'verbose_name_plural': 'agencies',
                'ordering': ('name',),
                'constraints': [models.UniqueConstraint(fields=('association', 'name'), name='agency_name_is_unique_in_association', violation_error_message='The association already has an agency of this name.')],
            },
        ),
        migrations.CreateModel(
            name='Host',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120, verbose_name='name')),
                ('association', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='hosts', to='organisation.association', verbose_name='association')),
            ],
            options={
                'ordering': ('name',),
                'constraints': [models.UniqueConstraint(fields=('association', 'name'), name='host_name_is_unique_in_association', violation_error_message='The association already has a host of this name.')],
            },
        ),
        migrations.CreateModel(
            name='Team',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120, verbose_name='name')),
                ('slug', models.SlugField(max_length=80, unique=True, verbose_name='address of its pages')),
                ('started_on', models.DateField(blank=True, null=True, verbose_name='started on')),
                ('closed_on', models.DateField(blank=True, null=True, verbose_name='closed on')),
                ('capacity', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='places')),
                ('trial_months', models.PositiveSmallIntegerField(default=2, validators=[django.core.validators.MaxValueValidator(12)], verbose_name='trial period, months')),
                ('follow_up_months', models.PositiveSmallIntegerField(default=3, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(12)], verbose_name='months between follow-ups')),
                ('age_bands', models.CharField(default='16-17,18-30,31-45,46-64,65-', max_length=120, validators=[samspel.organisation.team.validate_bands], verbose_name='age bands')),
                ('outcome_columns', models.JSONField(blank=True, default=samspel.organisation.team.default_outcome_columns, validators=[samspel.organisation.team.validate_outcome_columns], verbose_name='outcomes with a column of their own')),
                ('revision', models.PositiveBigIntegerField(default=0, editable=False)),
                ('agencies', models.ManyToManyField(blank=True, related_name='teams', to='organisation.agency', verbose_name='agencies')),
                ('association', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='teams', to='organisation.association', verbose_name='association')),
                ('host', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='teams', to='organisation.host', verbose_name='host')),
            ],
            options={
                'ordering': ('name',),
                'constraints': [models.UniqueConstraint(fields=('name',), name='team_name_is_unique', violation_error_message='There is already a team of this name.'), models.CheckConstraint(condition=models.Q(('closed_on', None), ('started_on', None), ('closed_on__gte', models.F('started_on')), _connector='OR'), name='team_closes_after_it_starts', violation_error_message='A team cannot close before it starts.'), models.CheckConstraint(condition=models.Q(('follow_up_months__gte', 1)), name='team_follow_up_interval_is_a_month_or_more', violation_error_message='There must be a month or more between follow-ups.')],
            },
        ),
        migrations.CreateModel(
            name='Membership',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(choices=[('coach', 'coach'), ('team_leader', 'team leader'), ('steering_group_member', 'steering group member'), ('association_officer', 'association officer')], max_length=30, verbose_name='role')),
                ('ended_on', models.DateField(blank=True, null=True, verbose_name='ended on')),
                ('agency', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='organisation.agency', verbose_name='employer agency')),
                ('association', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='organisation.association', verbose_name='association')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to=settings.AUTH_USER_MODEL, verbose_name='person')),
                ('team', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='organisation.team', verbose_name='team')),
            ],
            options={
                'ordering': ('team__name', 'role', 'user__name'),
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('association', None), ('role__in', ('coach', 'team_leader', 'steering_group_member')), ('team__isnull', False)), models.Q(('association__isnull', False), ('role__in', ('association_officer',)), ('team', None)), _connector='OR'), name='membership_is_of_a_team_or_an_association', violation_error_message='An association officer belongs to an association, everybody else to a team.'), models.UniqueConstraint(condition=models.Q(('association', None), ('ended_on', None)), fields=('user', 'role', 'team'), name='membership_is_held_once_in_a_team', violation_error_message='The person already has this role in the team.'), models.UniqueConstraint(condition=models.Q(('ended_on', None), ('team', None)), fields=('user', 'role', 'association'), name='membership_is_held_once_in_an_association', violation_error_message='The person already has this role in the association.')],
            },
        ),
        migrations.CreateModel(
            name='TeamReferrer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.SlugField(max_length=40, verbose_name='code')),
                ('title', models.CharField(max_length=80, verbose_name='name')),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='own_referrers', to='organisation.team')),
            ],
            options={
                'ordering': ('title',),
                'constraints': [models.UniqueConstraint(fields=('team', 'code'), name='team_referrer_code_is_unique_in_team', violation_error_message='The team already has a referrer with this code.')],
            },
        ),
    ]
