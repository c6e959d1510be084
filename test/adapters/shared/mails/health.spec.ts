import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentOf } from '../../../../src/adapters/shared/mails/content.ts';
import { htmlPart } from '../../../../src/adapters/shared/mails/html-part.ts';
import { textPart } from '../../../../src/adapters/shared/mails/text-part.ts';
import type { HealthMail } from '../../../../src/application/ports/mailer.ts';
import type { Locale } from '../../../../src/domain/backup-configuration/settings.ts';
import type { NightTrouble } from '../../../../src/domain/backup-health/events.ts';
import { aDestination } from '../../../builders/destination.ts';
import { aFileInPlace, failing, night, recovered, reminded } from '../../../builders/health.ts';
import { aHealthMail } from '../../../builders/mail.ts';

const recipient = (locale: Locale) => ({ ...aHealthMail().recipient, locale });
const subject = (mail: HealthMail): string => contentOf(mail).subject;
/** Without the ends of its lines. */
const text = (mail: HealthMail): string => textPart(contentOf(mail)).replace(/\s+/g, ' ');

const FULL: NightTrouble = {
  kind: 'half-delivered',
  failures: [
    { file: 'story-plan', failure: { step: 'replace', code: 'other-file-failed' } },
    { file: 'event-plan', failure: { step: 'upload', code: 'disk-full' } },
  ],
};

describe('the mail about a backup that fails', () => {
  it('says which night, the step, the remedy, how old each file is and how far it goes, and what comes next', () => {
    const said = text(aHealthMail());
    expect(subject(aHealthMail())).toBe(
      'ftp backup of Abendblatt failed (in the early hours of Wednesday, 25 November)',
    );
    expect(said).toContain('could not write new files to your server in the early hours of Wednesday, 25 November.');
    expect(said).toContain('Logging in: The server refuses the login.');
    expect(said).toContain('On your server (sftp.abendblatt.example, directory /backup/planung)');
    for (const name of ['Themenplanung.xlsx', 'Terminplanung.xlsx'])
      expect(said).toContain(
        `${name} As of Monday, 23 November, 02:30 (2 days old). It covers the days up to Friday, 27 November.`,
      );
    expect(said).toMatch(/1\. Check user name and password/);
    expect(said).toContain('choose “Test connection” there');
    expect(said).toContain('remind you after three and after seven days');
    expect(said).toContain('because you are an administrator of Abendblatt');
  });

  it('says the same in German', () => {
    const mail = aHealthMail({ recipient: recipient('de') });
    expect(subject(mail)).toBe('ftp-Backup von Abendblatt fehlgeschlagen (in der Nacht auf Mittwoch, 25. November)');
    expect(text(mail)).toContain('Beim Anmelden: Der Server lehnt die Anmeldung ab.');
    expect(text(mail)).toContain(
      'Stand: Montag, 23. November, 02:30 Uhr (2 Tage alt). Sie reicht bis einschließlich Freitag, 27. November.',
    );
  });

  it('since more than one night says so', () => {
    expect(text(aHealthMail({ facts: [failing(23, 25)] }))).toContain('since Monday, 23 November');
    expect(text(aHealthMail())).not.toContain('It has been so since');
  });

  it.each([
    ['missed', { kind: 'missed' } as const, 'did not run', 'Your server was not the cause', 'nothing to change'],
    ['half-delivered', FULL, 'only one of its two files', 'Uploading: There is no space left', 'Make room'],
    [
      'overwritten late',
      { kind: 'overwritten-late' } as const,
      'may have overwritten them',
      'put its files there late',
      'nothing to change',
    ],
  ])('that was %s says what that means', (_, trouble, lead, cause, step) => {
    const said = text(aHealthMail({ facts: [failing(25, 25, trouble)] }));
    for (const part of [lead, cause, step]) expect(said).toContain(part);
  });

  it('of a plan that could not be had asks nobody to test the connection', () => {
    const failure = { step: 'collect', code: 'plan-unavailable' } as const;
    const trouble: NightTrouble = { kind: 'failed', failures: [{ file: 'story-plan', failure }] };
    expect(text(aHealthMail({ facts: [failing(25, 25, trouble)] }))).not.toContain('Test connection');
  });

  it.each([
    ['en', 'Careful: the plan in this file is more than two days old.', 'nothing for you to do'],
    ['de', 'Vorsicht: Die Planung in dieser Datei ist mehr als zwei Tage alt.', 'Sie müssen nichts tun'],
  ] as const)('warns of a plan that was old when it came, in %s, as status does', (locale, caution, wellMeant) => {
    const old = aFileInPlace({ collectedAt: '2026-11-22T01:30:00Z', night: night(25) });
    const mail = (facts: HealthMail['facts']) => text(aHealthMail({ recipient: recipient(locale), facts }));
    expect(mail([{ ...failing(25), files: [old, old] }])).toContain(caution);
    const again = mail([{ ...recovered(25, 23), files: [old, old] }]);
    expect(again).toContain(caution);
    expect(again).not.toContain(wellMeant);
    const good = aFileInPlace({ collectedAt: '2026-11-25T01:30:00Z', night: night(25) });
    expect(mail([{ ...recovered(25, 23), files: [good, good] }])).toContain(wellMeant);
  });

  it('says that no file is to be relied on, where that is so', () => {
    const facts = (files: ReturnType<typeof failing>['files']) => [{ ...failing(25), files }];
    expect(text(aHealthMail({ facts: facts([]) }))).toContain('None yet');
    const old = aFileInPlace({ collectedAt: '2026-11-20T01:30:00Z', night: '2026-11-20' as never });
    expect(text(aHealthMail({ facts: facts([old]) }))).toContain(
      '(5 days old). It no longer covers today: do not rely on it. The other one of the two files',
    );
    const broken = aFileInPlace({ mayBeBroken: true });
    expect(text(aHealthMail({ facts: facts([broken, broken]) }))).toContain('It may be missing or incomplete.');
    const today = aFileInPlace({ collectedAt: '2026-11-25T01:30:00Z', night: night(25) });
    expect(text(aHealthMail({ facts: facts([today, today]) }))).toContain('02:30 (from today)');
  });
});

describe('the mail that reminds', () => {
  it('says since when, and what went wrong last', () => {
    const mail = aHealthMail({ facts: [reminded(22, 25, 3)] });
    expect(subject(mail)).toBe('Reminder: ftp backup of Abendblatt failing for 3 days');
    expect(text(mail)).toContain('failing since Sunday, 22 November');
    expect(text(mail)).toContain('What went wrong last Logging in');
    expect(text(mail)).toContain('once more after seven days');
  });

  it('for the last time says so', () => {
    expect(text(aHealthMail({ facts: [reminded(18, 25, 7)] }))).toContain('This is the last reminder.');
  });
});

describe('the mail about a backup that works again', () => {
  it('says since when it had failed and how fresh the files are, and asks for nothing', () => {
    const fresh = aFileInPlace({ night: night(25), collectedAt: '2026-11-25T01:30:00Z' });
    const mail = aHealthMail({ facts: [{ ...recovered(22, 25), files: [fresh] }] });
    expect(subject(mail)).toBe('ftp backup of Abendblatt works again');
    expect(text(mail)).toContain('There is nothing for you to do.');
    expect(text(mail)).toContain('It had been failing since Sunday, 22 November.');
    expect(text(mail)).not.toMatch(/What to do|What went wrong/);
  });

  it('says what was wrong, where nobody had been told', () => {
    const mail = aHealthMail({ facts: [failing(24, 24, { kind: 'missed' }), recovered(24, 25)] });
    expect(text(mail)).toContain('What went wrong The service that runs the backup was not up');
    expect(text(mail)).not.toContain('either');
  });

  it('names an earlier trouble that nobody had been told of', () => {
    const facts = [failing(20), recovered(20, 21), failing(22, 24), recovered(22, 25)];
    expect(text(aHealthMail({ facts }))).toContain(
      'No new files arrived in the early hours of Friday, 20 November either',
    );
    const longer = [failing(18, 20), recovered(18, 21), failing(25)];
    expect(text(aHealthMail({ facts: longer }))).toContain('from Wednesday, 18 November to Friday, 20 November either');
  });
});

describe('every mail across nights', () => {
  it('is data only, whatever newsrooms, people and files are called', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constant('<script>alert(1)</script>https://evil.example'),
    );
    fc.assert(
      fc.property(hostile, hostile, fc.constantFrom('de' as const, 'en' as const), (name, file, locale) => {
        const files = [aFileInPlace({ name: file })];
        const content = contentOf(
          aHealthMail({
            ...{ organisationName: name, recipient: { ...recipient(locale), name } },
            facts: [{ ...failing(25), files }],
            destination: aDestination(),
          }),
        );
        expect(content.subject).not.toMatch(/[\r\n]/);
        const html = htmlPart(content, locale);
        expect(html).not.toMatch(/<(script|a|img|iframe|style)\b/i);
        expect(html).not.toContain('://');
      }),
      { numRuns: 100 },
    );
  });

  it('about nothing is a mistake', () => {
    expect(() => contentOf(aHealthMail({ facts: [] }))).toThrow('something to tell');
  });
});
