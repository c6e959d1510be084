import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentOf, type Section } from '../../../../src/adapters/shared/mails/content.ts';
import { htmlPart } from '../../../../src/adapters/shared/mails/html-part.ts';
import { messageIdOf, messageOf } from '../../../../src/adapters/shared/mails/message.ts';
import { textPart } from '../../../../src/adapters/shared/mails/text-part.ts';
import type { ChangeMail } from '../../../../src/application/ports/mailer.ts';
import type { Locale } from '../../../../src/domain/backup-configuration/settings.ts';
import { aConfiguration } from '../../../builders/configuration.ts';
import { aCertificate, aDestination } from '../../../builders/destination.ts';
import { aMail, factsOf } from '../../../builders/mail.ts';
import { aSender } from '../../../builders/sender.ts';
import { header, headerNames } from '../../../support/smtp/header.ts';

const sentAt = new Date('2026-11-24T23:31:00Z');
const written = async (mail: ChangeMail): Promise<string> => {
  const to = 'ben@abendblatt.example' as Parameters<typeof messageOf>[1]['to'];
  return (await messageOf(mail, { from: aSender(), to, sentAt })).toString('latin1');
};

const before = aConfiguration();
const since = (after: typeof before) => factsOf(after.events.slice(before.events.length));
const recipient = (locale: Locale) => ({ ...aMail().recipient, locale });
const text = (mail: ChangeMail): string => textPart(contentOf(mail));

const sectionsOf = <Kind extends Section['kind']>(mail: ChangeMail, kind: Kind) =>
  contentOf(mail).sections.filter((section): section is Extract<Section, { kind: Kind }> => section.kind === kind);
const rowsOf = (mail: ChangeMail) => sectionsOf(mail, 'changes').flatMap(({ rows }) => rows);

describe('the message', () => {
  it('has the headers that a notice has, and no others', async () => {
    const message = await written(aMail());
    expect([...headerNames(message)].sort()).toEqual(
      ['Auto-Submitted', 'Content-Type', 'Date', 'From', 'MIME-Version', 'Message-ID', 'Subject', 'To'].sort(),
    );
    expect(header(message, 'Auto-Submitted')).toBe('auto-generated');
    expect(header(message, 'From')).toBe('Planung <planung@dienst.example>');
    expect(header(message, 'To')).toBe('Ben Okafor <ben@abendblatt.example>');
    expect(header(message, 'Date')).toBe('Tue, 24 Nov 2026 23:31:00 +0000');
    expect(header(message, 'Content-Type')).toMatch(/^multipart\/alternative;/);
    expect([...message.matchAll(/^Content-Type: (\S+);/gm)].map(([, type]) => type)).toEqual([
      'multipart/alternative',
      'text/plain',
      'text/html',
    ]);
  });

  it('has an id that follows from its key and from nothing else', async () => {
    const id = messageIdOf('change-1/ben', aSender());
    expect(id).toMatch(/^<[0-9a-f]{40}@dienst\.example>$/);
    expect(header(await written(aMail()), 'Message-ID')).toBe(id);
    expect(header(await written(aMail({ actorName: 'Eve', facts: [], version: 9 })), 'Message-ID')).toBe(id);
    expect(messageIdOf('change-1/carla', aSender())).not.toBe(id);
  });

  it('has lines that end in CRLF and are short enough for every server', async () => {
    const long = aMail({ organisationName: 'x'.repeat(5_000), actorName: 'ä '.repeat(2_000) });
    for (const line of (await written(long)).split('\r\n')) {
      expect(line).not.toMatch(/[\r\n]/);
      expect(line.length).toBeLessThanOrEqual(998);
    }
  });

  it('gets no header, part or recipient more, whatever people and newsrooms are called', async () => {
    const plain = headerNames(await written(aMail()));
    const odd = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({
        unit: fc.constantFrom('\r', '\n', ':', 'B', 'c', '<', '>', '@', '"', ',', '=', '?', ' ', 'é', '-', '\0'),
      }),
      fc.constantFrom('x\r\nBcc: eve@evil.example', 'x\r\n\r\n<script>', '=?utf-8?q?=0D=0ABcc:_e@x?=', '----_NmP'),
    );
    await fc.assert(
      fc.asyncProperty(odd, odd, odd, async (name, actorName, organisationName) => {
        const message = await written(aMail({ recipient: { ...recipient('de'), name }, actorName, organisationName }));
        expect(headerNames(message)).toEqual(plain);
        expect(header(message, 'To')).toMatch(/<ben@abendblatt\.example>$/);
        expect([...message.matchAll(/^Content-Type: /gm)]).toHaveLength(3);
      }),
      { numRuns: 40 },
    );
  });
});

describe('the HTML', () => {
  it('is built of nothing but what it builds itself, whatever a text says', () => {
    const evil = `<img src=x onerror=alert(1)>"'&</td><a href="https://evil.example">x</a>`;
    const destination = aDestination({ directory: '/<script>alert(1)</script>' });
    const facts = since(before.saved({ destination }));
    const mail = aMail({
      actorName: evil,
      organisationName: evil,
      recipient: { ...recipient('en'), name: evil },
      facts,
    });
    const html = htmlPart(contentOf(mail), 'en');
    const elements = new Set([...html.matchAll(/<\/?([a-z0-9!]+)/gi)].map(([, name]) => name));
    expect([...elements].sort()).toEqual(
      [
        '!doctype',
        'bdi',
        'body',
        'br',
        'div',
        'h2',
        'head',
        'html',
        'li',
        'meta',
        'ol',
        'p',
        'span',
        'table',
        'td',
        'th',
        'title',
        'tr',
      ].sort(),
    );
    const attributes = [...html.matchAll(/<[a-z][^>]*>/gi)].flatMap(([tag]) => tag.match(/[a-z-]+(?==")/g) ?? []);
    expect([...new Set(attributes)].sort()).toEqual([
      'charset',
      'content',
      'dir',
      'lang',
      'name',
      'role',
      'scope',
      'style',
    ]);
    expect(html).toContain('&lt;<span>/</span>script&gt;');
  });

  it('has no link and parts what mail programs make links of', () => {
    const html = htmlPart(contentOf(aMail()), 'en');
    expect(html).not.toMatch(/<a[ >]|https?:|sftp\.abendblatt\.example/);
    expect(html.replace(/<[^>]*>/g, '')).toContain('sftp.abendblatt.example');
  });
});

describe('the mail says', () => {
  it('who did what and when, in the zone of the newsroom', () => {
    expect(contentOf(aMail()).subject).toBe('ftp backup of Abendblatt set up (by Anna Weber)');
    expect(text(aMail())).toContain('When: Wednesday, 25 November 2026, 00:30:00 (Europe/Berlin, UTC+01:00)');
    expect(text(aMail({ recipient: recipient('de'), occurredAt: '2026-07-24T22:30:05.5Z' }))).toContain(
      'Wann: Samstag, 25. Juli 2026, 00:30:05 Uhr (Europe/Berlin, UTC+02:00)',
    );
    expect(text(aMail({ timeZone: 'Moon/Tranquility' }))).toContain('24 November 2026, 23:30:00 (UTC)');
  });

  it('each setting of a set-up, and no secret’s id', () => {
    const said = text(aMail());
    for (const line of [
      '  Protocol: SFTP',
      '  Server: sftp.abendblatt.example',
      '  Port: 22',
      '  Directory: /backup/planung',
      '  User: redaktion',
      '  Logs in with: password',
      `  Trusted identity of the server: host key SHA256:${'A'.repeat(43)}`,
      '  Confidential records: included',
      '  Time zone: Europe/Berlin',
      '  Files: Themenplanung.xlsx, Terminplanung.xlsx',
    ])
      expect(said).toContain(`${line}\n`);
    expect(said).not.toContain('secret-1');
  });

  it('from what to what, for every fact of one save, and that the password was replaced', () => {
    const after = before.saved({
      destination: aDestination({
        protocol: 'ftp',
        tlsMode: 'explicit',
        host: 'neu.example',
        port: 2121,
        directory: '/x',
      }),
      user: 'planung',
      enteredSecret: { secretId: 'secret-2', method: 'password' },
      trustedIdentity: aCertificate(),
      replacement: 'overwrite',
      confidentialRecords: 'leave-out',
    });
    const said = text(aMail({ facts: since(after), recipient: recipient('de') }));
    for (const [label, from, to] of [
      ['Protokoll', 'SFTP', 'FTPS (explizites TLS)'],
      ['Server', 'sftp.abendblatt.example', 'neu.example'],
      ['Port', '22', '2121'],
      ['Verzeichnis', '/backup/planung', '/x'],
      ['Benutzer', 'redaktion', 'planung'],
      ['Vertrauliche Einträge', 'enthalten', 'weggelassen'],
    ])
      expect(said).toContain(`  ${label}\n    bisher: ${from}\n    neu:    ${to}\n`);
    expect(said).toContain(`    neu:    Zertifikat ${aCertificate().fingerprint}\n`);
    expect(said).toContain('  Passwort: wurde ersetzt\n');
    expect(said.replace(/\s+/g, ' ')).toContain(
      'bleiben am alten Ort liegen: sftp.abendblatt.example, Verzeichnis /backup/planung.',
    );
    expect(said).not.toMatch(/secret-[12]/);
  });

  it('of a password alone that it was replaced, and nothing of user and method, which stayed', () => {
    const facts = since(before.saved({ enteredSecret: { secretId: 'secret-2', method: 'password' } }));
    expect(rowsOf(aMail({ facts }))).toEqual([{ label: 'Password', before: null, after: 'was replaced' }]);
  });

  it('of another protocol alone not that files remain somewhere else', () => {
    const ftp = aConfiguration({ destination: aDestination({ protocol: 'ftp', port: 21 }), trustedIdentity: null });
    const facts = factsOf(ftp.withServer({ tlsMode: 'explicit' }).events.slice(ftp.events.length));
    expect(rowsOf(aMail({ facts })).map(({ label }) => label)).toEqual(['Protocol', 'Password']);
    expect(sectionsOf(aMail({ facts }), 'remark')).toEqual([]);
  });

  it.each([
    ['paused', since(before.paused()), 'angehalten', 'paused'],
    [
      'resumed',
      factsOf(before.paused().resumed().events.slice(before.paused().events.length)),
      'fortgesetzt',
      'resumed',
    ],
    ['removed', since(before.removed()), 'entfernt', 'removed'],
  ])('that the backup was %s, in both languages', (_, facts, german, english) => {
    expect(contentOf(aMail({ facts, recipient: recipient('de') })).subject).toContain(german);
    expect(contentOf(aMail({ facts })).subject).toContain(english);
  });

  it('of a removal where the last files remain', () => {
    const said = text(aMail({ facts: since(before.removed()) })).replace(/\s+/g, ' ');
    expect(said).toContain(
      'stay where they are: Themenplanung.xlsx, Terminplanung.xlsx on sftp.abendblatt.example, directory /backup/planung.',
    );
  });

  it('of another time zone that no person did it', () => {
    const mail = aMail({ facts: [{ type: 'TimeZoneChanged', from: 'Europe/Berlin', to: 'UTC' }], actorName: 'host' });
    expect(contentOf(mail).subject).toBe('ftp backup of Abendblatt: time zone changed');
    expect(text(mail)).toContain('before: Europe/Berlin');
    expect(text(mail)).not.toMatch(/\bhost\b/);
  });

  it('what to do if it was not meant to happen, and the head as a witness, in full', () => {
    for (const locale of ['de', 'en'] as const) {
      const mail = aMail({ recipient: recipient(locale), facts: since(before.paused()) });
      expect(sectionsOf(mail, 'steps')[0]?.steps).toHaveLength(4);
      for (const part of [text(mail), htmlPart(contentOf(mail), locale)])
        expect(part).toContain(`3:${'0123456789abcdef'.repeat(4)}`);
    }
  });
});
