import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Locale } from '../../src/domain/backup-configuration/settings.ts';
import { aDestination, aHostKey } from '../builders/destination.ts';
import { barriersOf, complaintsOf, launchBrowser, openWindow } from '../support/browser.ts';
import { ABENDBLATT, aSaveRequest, Newsroom, PASSWORD } from '../support/newsroom.ts';
import { keepPicture } from './pictures.ts';
import { Stage } from './stage.ts';
import { Visitor } from './visitor.ts';

const SAID = {
  de: {
    problems: 'Bitte berichtigen Sie das Formular',
    passwordInAddress: 'Die Adresse enthielt ein Passwort und wurde geleert.',
    toBeTrusted: 'Angemeldet hat sich noch niemand.',
    refused: 'Der Test kam nicht weiter bei: Anmelden',
    missing: 'Der Test kam nicht weiter bei: Verzeichnis öffnen',
    works: 'Die Verbindung steht',
    setUp: 'Das Backup ist eingerichtet.',
    nightEnded: 'Beide Dateien liegen auf Ihrem Server.',
    otherKey: 'Der Server zeigt einen anderen Fingerabdruck',
    saved: 'Die Einstellungen sind gespeichert.',
    remaining: 'bleiben unter sftp://sftp.abendblatt.example/backup/planung liegen',
    stale: 'Ben Okafor hat die Einstellungen geändert',
    other: 'Inzwischen anderswo gespeichert: /elsewhere',
    paused: 'Das Backup ist angehalten.',
    resumed: 'Das Backup läuft weiter.',
    removing: 'Backup entfernen?',
    removed: 'Das Backup ist entfernt',
    stranger: 'Diese Seite ist für Administratoren der Organisation.',
  },
  en: {
    problems: 'Please correct the form',
    passwordInAddress: 'The address held a password and was cleared.',
    toBeTrusted: 'Nobody has logged in yet.',
    refused: 'The test stopped at: Log in',
    missing: 'The test stopped at: Open the directory',
    works: 'The connection works',
    setUp: 'The backup is set up.',
    nightEnded: 'Both files are on your server.',
    otherKey: 'The server shows another fingerprint',
    saved: 'The settings are saved.',
    remaining: 'remain at sftp://sftp.abendblatt.example/backup/planung',
    stale: 'Ben Okafor changed the settings',
    other: 'Meanwhile saved by somebody else: /elsewhere',
    paused: 'The backup is paused.',
    resumed: 'The backup goes on.',
    removing: 'Remove the backup?',
    removed: 'The backup is removed',
    stranger: 'This page is for administrators of the organisation.',
  },
} as const;

/** The life of a backup on the page in one language, with and without JavaScript: each step looked at for barriers. */
export const journey = (locale: Locale): void => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchBrowser();
  });

  afterAll(() => browser.close());

  describe.each([
    ['with JavaScript', true],
    ['without JavaScript', false],
  ])('%s', (_, isScripted) => {
    const said = SAID[locale];
    const newsroom = new Newsroom();
    let stage: Stage;
    let page: Page;
    let visitor: Visitor;
    let complaints: readonly string[];

    beforeAll(async () => {
      stage = await Stage.open(newsroom);
      stage.who = { administratorId: 'anna', locale };
      page = await openWindow(browser, isScripted);
      complaints = complaintsOf(page);
      visitor = new Visitor(page, isScripted);
      await page.goto(stage.url);
    });

    afterAll(async () => {
      await page.context().close();
      await stage.close();
    });

    /** What the page says now, without barriers, and without the browser finding fault. */
    const expectPage = async (...texts: readonly string[]): Promise<void> => {
      const shown = await visitor.text();
      for (const text of texts) expect(shown).toContain(text);
      expect(await page.content()).not.toContain(PASSWORD);
      expect(await barriersOf(page, isScripted)).toEqual([]);
      expect(complaints).toEqual([]);
    };

    /** Wide and light from the German page with scripts, narrow and dark from the English one without. */
    const picture = async (name: string, width: 360 | 1280, height: number, from?: string): Promise<void> => {
      const isWide = width === 1280;
      if (isScripted !== isWide || locale !== (isWide ? 'de' : 'en')) return;
      const looks = { width, height, colorScheme: isWide ? 'light' : 'dark' } as const;
      await keepPicture(page, name, from === undefined ? looks : { ...looks, from });
    };

    it('begins empty', async () => {
      await expectPage(ABENDBLATT.name);
      expect(await page.locator('html').getAttribute('lang')).toBe(locale);
    });

    it('says what is missing', async () => {
      await visitor.save();
      await expectPage(said.problems);
    });

    it('clears an address with a password', async () => {
      // Typed letter by letter nothing is changed before the form is sent; without scripts the server clears it.
      await page.fill('#pb-address', `ftp://redaktion:${PASSWORD}@sftp.abendblatt.example/x`);
      if (isScripted) await page.locator('#pb-address').blur();
      else await visitor.test();
      expect(await page.inputValue('#pb-address')).toBe('');
      if (!isScripted) await expectPage(said.passwordInAddress);
    });

    it('splits a pasted address, and shows the host key before anybody logs in', async () => {
      await page.fill('#pb-address', 'sftp://redaktion@sftp.abendblatt.example/backup/planung');
      await visitor.enterPassword('wrong');
      await visitor.test();
      await expectPage(said.toBeTrusted, aHostKey().fingerprint);
      expect(await page.inputValue('#pb-address')).toBe('sftp.abendblatt.example');
      expect(await page.inputValue('#pb-directory')).toBe('/backup/planung');
      expect(await page.inputValue('#pb-user')).toBe('redaktion');
      expect(newsroom.server.loginAttempts).toBe(0);
      await picture('host-key', 1280, 800, '#pb-test');
    });

    it('says that the login is refused', async () => {
      await page.check('#pb-trusted');
      await visitor.enterPasswordAgain('wrong');
      await visitor.test();
      await expectPage(said.refused);
      await picture('test-failed', 360, 1000, '#pb-test');
    });

    it('says that the directory is missing', async () => {
      await page.fill('#pb-directory', '/nowhere');
      await visitor.enterPassword(PASSWORD);
      await visitor.test();
      await expectPage(said.missing);
    });

    it('tests all the way, and saves nothing by that', async () => {
      await page.fill('#pb-directory', '/backup/planung');
      await visitor.enterPasswordAgain(PASSWORD);
      await visitor.test();
      await expectPage(said.works);
      const { history } = await newsroom.backup();
      expect(await history.changes(ABENDBLATT.id)).toEqual([]);
    });

    it('sets the backup up', async () => {
      await visitor.enterPasswordAgain(PASSWORD);
      await visitor.save();
      await expectPage(said.setUp, 'Ben Okafor', 'sftp://sftp.abendblatt.example/backup/planung');
      expect(await page.inputValue('#pb-password')).toBe('');
    });

    it('backs up now', async () => {
      await visitor.press('form[data-pb=back-up] button');
      await expectPage(said.nightEnded);
      expect(Object.keys(newsroom.files())).toEqual(['Themenplanung.xlsx', 'Terminplanung.xlsx']);
      await newsroom.clock.advance(9 * 3_600_000);
      await page.goto(stage.url);
      await expectPage();
      await picture('overview', 1280, 1040);
      await picture('overview-narrow', 360, 1200);
    });

    it('warns of another host key, and keeps to the old one', async () => {
      newsroom.server.identity = aHostKey('B');
      await visitor.test();
      await expectPage(said.otherKey, aHostKey('B').fingerprint);
      expect(await page.isChecked(`[name=trusted][value="${aHostKey().fingerprint}"]`)).toBe(true);
      newsroom.server.identity = aHostKey();
    });

    it('changes the directory, and says where old files remain', async () => {
      await page.goto(stage.url);
      await page.fill('#pb-directory', '/elsewhere');
      await visitor.save();
      await expectPage(said.saved, said.remaining);
    });

    it('takes no lost update: both changes are shown, and saved at the second try', async () => {
      await page.fill('#pb-directory', '/backup/planung');
      const { configuring } = await newsroom.backup();
      const theirs = { actorId: 'ben', credential: null, confidentialRecords: 'leave-out' } as const;
      await configuring.save(aSaveRequest({ ...theirs, destination: aDestination({ directory: '/elsewhere' }) }));
      await visitor.save();
      await expectPage(said.stale);
      expect(await page.isChecked('#pb-confidential')).toBe(false);
      expect(await page.inputValue('#pb-directory')).toBe('/backup/planung');
      await picture('stale', 1280, 1000);
      await visitor.save();
      await expectPage(said.saved);
    });

    it('shows the other value where both changed the same', async () => {
      await page.fill('#pb-directory', '/mine');
      const { configuring } = await newsroom.backup();
      const destination = aDestination({ directory: '/elsewhere' });
      const kept = { credential: null, confidentialRecords: 'leave-out' } as const;
      await configuring.save(aSaveRequest({ ...kept, actorId: 'ben', destination }));
      await visitor.save();
      await expectPage(said.other);
    });

    it('pauses and resumes', async () => {
      await page.goto(stage.url);
      await visitor.press('form[data-pb=pause] button');
      await expectPage(said.paused);
      await visitor.press('form[data-pb=resume] button');
      await expectPage(said.resumed);
    });

    it('asks, and removes', async () => {
      await page.click('a[href$="/remove"]');
      await expectPage(said.removing);
      await picture('removing', 360, 640);
      await visitor.press('.pb-danger');
      await expectPage(said.removed);
    });

    it('is not for strangers', async () => {
      stage.who = { administratorId: 'zoe', locale };
      await page.goto(stage.url);
      await expectPage(said.stranger);
    });
  });
};
