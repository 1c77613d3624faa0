import django.db.models.deletion
import samspel.participants.identity
import samspel.participants.referrals.attachment
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
            name='ReferralForm',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('is_self_referral', models.BooleanField(default=False, verbose_name='self-referral')),
                ('given_name', models.CharField(blank=True, max_length=80, verbose_name='given name')),
                ('family_name', models.CharField(blank=True, max_length=80, verbose_name='family name')),
                ('identity_number', models.CharField(blank=True, max_length=12, validators=[samspel.participants.identity.validate_identity_number], verbose_name='personal identity number')),
                ('phone', models.CharField(blank=True, max_length=40, verbose_name='telephone')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='e-mail')),
                ('referred_by', models.CharField(blank=True, max_length=40, verbose_name='referrer')),
                ('caseworker_name', models.CharField(blank=True, max_length=120, verbose_name='caseworker')),
                ('caseworker_email', models.EmailField(blank=True, max_length=254, verbose_name="the caseworker's e-mail")),
                ('search_key', models.CharField(blank=True, editable=False, max_length=170)),
                ('answers', models.JSONField(blank=True, default=list)),
                ('writing', models.JSONField(blank=True, default=dict)),
                ('begun_at', models.DateTimeField()),
                ('sent_at', models.DateTimeField(blank=True, null=True, verbose_name='sent')),
                ('asked_back_at', models.DateTimeField(blank=True, null=True)),
                ('answered_at', models.DateTimeField(blank=True, null=True, verbose_name='answered on')),
                ('is_accepted', models.BooleanField(blank=True, null=True)),
                ('reason', models.CharField(blank=True, choices=[('own_wish', 'Did not want to'), ('other_support', 'Gets other support'), ('work_or_studies', 'Began work or studies'), ('illness', 'Illness'), ('moved', 'Moved away'), ('no_contact', 'Could not be reached'), ('referrer_withdrew', 'The referrer took the referral back'), ('not_target_group', 'Outside the target group'), ('needs_other_first', 'Needs other help first'), ('team_full', 'The team has no room'), ('other', 'Other reason')], max_length=40, verbose_name='why it was declined')),
                ('taken_back_at', models.DateTimeField(blank=True, null=True)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('answered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('begun_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('episode', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='referral_forms', to='participants.episode')),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='referral_forms', to='organisation.team')),
            ],
            options={
                'ordering': ('-sent_at', '-begun_at', 'pk'),
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('answered_at', None), ('is_accepted', None)), models.Q(('answered_at__isnull', False), ('is_accepted__isnull', False)), _connector='OR'), name='referral_form_is_answered_yes_or_no', violation_error_message='An answered referral is accepted or declined.'), models.CheckConstraint(condition=models.Q(('answered_at', None), ('sent_at__isnull', False), _connector='OR'), name='referral_form_is_sent_before_it_is_answered', violation_error_message='Only a referral that was sent can be answered.'), models.CheckConstraint(condition=models.Q(('reason', ''), ('is_accepted', False), _connector='OR'), name='referral_form_has_a_reason_only_when_declined', violation_error_message='Only a declined referral has a reason.'), models.CheckConstraint(condition=models.Q(('taken_back_at', None), ('answered_at', None), _connector='OR'), name='referral_form_is_taken_back_before_the_answer', violation_error_message='The team has already answered the referral.')],
            },
        ),
        migrations.CreateModel(
            name='Attachment',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=120, verbose_name='name')),
                ('content_type', models.CharField(max_length=100)),
                ('size', models.PositiveIntegerField(verbose_name='bytes')),
                ('digest', models.CharField(max_length=64)),
                ('file', models.FileField(max_length=200, upload_to=samspel.participants.referrals.attachment._place)),
                ('added_at', models.DateTimeField()),
                ('form', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='attachments', to='referrals.referralform')),
            ],
            options={
                'ordering': ('added_at', 'pk'),
                'constraints': [models.UniqueConstraint(fields=('form', 'digest'), name='attachment_is_in_a_form_once', violation_error_message='The file is attached already.')],
            },
        ),
        migrations.CreateModel(
            name='ReferralMessage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.TextField(max_length=4000, verbose_name='text')),
                ('written_at', models.DateTimeField()),
                ('author', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('form', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='messages', to='referrals.referralform')),
            ],
            options={
                'ordering': ('written_at', 'pk'),
            },
        ),
        migrations.AddIndex(
            model_name='referralform',
            index=models.Index(fields=['team', 'answered_at'], name='referral_form_by_answer'),
        ),
    ]
