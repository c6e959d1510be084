import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleWeek } from '../../demo/sample-week/index.ts';
import { type FtpServer, startFtpServer } from '../../demo/servers/ftp-server.ts';
import { type SftpServer, startSftpServer } from '../../demo/servers/sftp-server.ts';
import type { Serving } from '../../src/adapters/driving/cli/installation.ts';
import { AllowedNetworks } from '../../src/adapters/shared/guarded-network/allowed-networks.ts';
import { embedded } from '../../src/bootstrap/embedded.ts';
import type { Night } from '../../src/domain/schedule/night.ts';
import { barriersOf, complaintsOf, launchBrowser, openWindow } from '../support/browser.ts';
import { Visitor } from './visitor.ts';

const PASSWORD = 'only-for-this-run';
const ANNA = { organisationId: 'elbkurier', administratorId: 'anna' };

const folder = mkdtempSync(join(tmpdir(), 'planning-backup-browser-'));
const at = (name: string): string => join(folder, name);
const place = {
  dataDirectory: at('data'),
  masterKeyFile: null,
  eventStore: null,
  auditKeyFile: null,
  smtp: null,
  mailFrom: null,
};
const faults: unknown[] = [];

let sftp: SftpServer;
let ftps: FtpServer;
let serving: Serving;
let browser: Browser;
let page: Page;
let visitor: Visitor;
let complaints: readonly string[];

beforeAll(async () => {
  for (const name of ['plans', 'there']) mkdirSync(at(name));
  writeFileSync(join(at('plans'), 'elbkurier.json'), JSON.stringify(sampleWeek('2026-11-25' as Night)));
  const login = { root: at('there'), user: 'backup', password: PASSWORD };
  sftp = await startSftpServer(login);
  ftps = await startFtpServer({ ...login, tls: 'explicit' });
  serving = await embedded.serve({
    ...{ ...place, plan: { folder: at('plans') }, port: 0, trustedProxy: null, heartbeatUrl: null },
    allowedNetworks: AllowedNetworks.parse(['127.0.0.0/8']),
    telemetry: { happened: (happening) => void (happening.name === 'service-fault' && faults.push(happening.error)) },
  });
  browser = await launchBrowser();
  page = await openWindow(browser, true);
  complaints = complaintsOf(page);
  visitor = new Visitor(page, true);
});

afterAll(async () => {
  await browser.close();
  await serving.close();
  await Promise.all([sftp.close(), ftps.close()]);
  rmSync(folder, { recursive: true, force: true });
});

const expectPage = async (...texts: readonly string[]): Promise<void> => {
  const shown = await visitor.text();
  for (const text of texts) expect(shown).toContain(text);
  expect(await barriersOf(page, true)).toEqual([]);
  expect([...complaints, ...faults]).toEqual([]);
};

describe('an administrator of a served newsroom, with real stores and real servers', () => {
  it('is asked to sign in', async () => {
    await page.goto(serving.origin);
    await expectPage('Sie sind nicht angemeldet.');
  });

  it('signs in by a link', async () => {
    const link = await embedded.signInLink(place, ANNA);
    await page.goto(link?.url ?? '');
    await expectPage('Anna Weber, Elbkurier');
    await page.click('.pb-primary');
    await page.waitForURL('**/settings');
    await expectPage('Nicht eingerichtet', 'Abmelden');
  });

  it('trusts the key that the server shows, tests, and sets the backup up', async () => {
    await page.fill('#pb-address', `sftp://backup@127.0.0.1:${sftp.port}/`);
    await page.fill('#pb-password', PASSWORD);
    await visitor.test();
    await expectPage(sftp.fingerprint);
    await page.check('#pb-trusted');
    await visitor.test();
    await expectPage('Die Verbindung steht');
    await visitor.save();
    await expectPage('Das Backup ist eingerichtet.', 'İbrahim Yıldız');
  });

  it('backs up now', async () => {
    await visitor.press('form[data-pb=back-up] button');
    await expectPage('Beide Dateien liegen auf Ihrem Server.');
    expect(readdirSync(at('there')).sort()).toEqual(['Terminplanung.xlsx', 'Themenplanung.xlsx']);
  });

  it('moves to FTPS with a certificate that nobody vouches for', async () => {
    await page.check('[name=protocol][value=ftps-explicit]');
    await page.fill('#pb-port', String(ftps.port));
    await visitor.enterPassword(PASSWORD);
    await visitor.test();
    await expectPage('Keine bekannte Stelle bürgt für das Zertifikat des Servers.', ftps.fingerprint ?? '');
    await page.check('#pb-trusted');
    await visitor.save();
    await expectPage('Die Einstellungen sind gespeichert.', 'Früher geschriebene Dateien bleiben unter');
  });

  it('sees that the others got their mails', async () => {
    await expect
      .poll(async () => (await page.reload()) && (await visitor.text()), { timeout: 20_000, interval: 500 })
      .toContain('Mail an Sören Großkopf: gesendet');
  });

  it('signs out, and needs another link', async () => {
    await page.click('.pb-sign-out button');
    await page.waitForURL('**/sign-out');
    await expectPage('Sie sind abgemeldet.');
    await page.goto(`${serving.origin}/settings`);
    await expectPage('Sie sind nicht angemeldet.');
  });
});
