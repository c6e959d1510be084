import { describe, expect, test } from 'vitest';
import { aHostKey } from '../../../builders/destination.ts';
import { ABENDBLATT, ANNA, CONFIGURE, Machine, PASSWORD, sftpServer } from './call.ts';

const TRUST = `--trust ${aHostKey().fingerprint}`;

const configuring = (destination: string, more = ''): string[] => [
  ...CONFIGURE.split(' '),
  ...['--destination', destination],
  ...(more === '' ? [] : more.split(' ')),
];

const DESTINATIONS: Readonly<Record<string, string>> = {
  'a user and password': 'sftp://redaktion:geheim-canary@sftp.example/backup',
  'a user': 'sftp://geheim-canary@sftp.example/backup',
  'a password with a slash': 'ftp://redaktion:geheim-canary/x@ftp.example/backup',
  'dots that go up': 'sftp://sftp.example/backup/../etc',
  'dots, percent-encoded': 'sftp://sftp.example/backup/%2e%2e/etc',
  'dots and slashes, percent-encoded': 'sftp://sftp.example/backup%2F..%2Fetc',
  'a line break': 'sftp://sftp.example/back\r\nup',
  'a line break, percent-encoded': 'sftp://sftp.example/back%0d%0aDELE%20x',
  'a NUL, percent-encoded': 'sftp://sftp.example/back%00up',
  'an unknown scheme': 'scp://sftp.example/backup',
  'no scheme': 'sftp.example/backup',
  'port 0': 'sftp://sftp.example:0/backup',
  'port 65536': 'sftp://sftp.example:65536/backup',
  'a port in words': 'sftp://sftp.example:ssh/backup',
  'an empty port': 'sftp://sftp.example:/backup',
  'no host': 'sftp:///backup',
  'an oddly written address': 'sftp://127.1/backup',
  'digits of full width': 'sftp://１２７.0.0.1/backup',
  'a query': 'sftp://sftp.example/backup?x=1',
  'broken percent-encoding': 'sftp://sftp.example/back%zz',
  'percent-encoding that is no UTF-8': 'sftp://sftp.example/back%ff',
};

const CALLS: Readonly<Record<string, readonly string[]>> = {
  'an actor who is no administrator': configuring('sftp://sftp.example/backup', TRUST).map((text) =>
    text === 'anna' ? 'mallory' : text,
  ),
  'TLS with SFTP': configuring('sftp://sftp.example/backup', `${TRUST} --tls explicit`),
  'an unknown kind of TLS': configuring('ftp://ftp.example/backup', '--tls starttls'),
  'ftps without TLS': configuring('ftps://ftp.example/backup', '--tls none'),
  'half a fingerprint': configuring('sftp://sftp.example/backup', '--trust SHA256:abc'),
  'a fingerprint of the other kind': configuring('ftp://ftp.example/backup', TRUST),
  'an unknown way to replace': configuring('sftp://sftp.example/backup', `${TRUST} --replace copy`),
  'a prefix with a slash': configuring('sftp://sftp.example/backup', `${TRUST} --file-prefix a/b`),
  'a network that is none': configuring('sftp://sftp.example/backup', `${TRUST} --allow-network 10.0.0.0`),
  'a network with bits behind its prefix': configuring(
    'sftp://sftp.example/backup',
    `${TRUST} --allow-network 10.0.0.1/8`,
  ),
  'a user with a line break': configuring('sftp://sftp.example/backup', TRUST).map((text) =>
    text === 'redaktion' ? 'red\naktion' : text,
  ),
  'a private key file that does not exist': configuring('sftp://sftp.example/backup', `${TRUST} --private-key /none`),
  'a plan that does not exist': configuring('sftp://sftp.example/backup', TRUST).map((text) =>
    text === 'plan.json' ? 'none.json' : text,
  ),
  'a plan cut short': configuring('sftp://sftp.example/backup', TRUST).map((text) =>
    text === 'plan.json' ? 'cut.json' : text,
  ),
  'an unknown time zone': configuring('sftp://sftp.example/backup', TRUST).map((text) =>
    text === 'plan.json' ? 'zone.json' : text,
  ),
  'a night that is no date': ['backup', '--plan', 'plan.json', '--night', '2026-02-30'],
  'a night in words': ['backup', '--plan', 'plan.json', '--night', 'tonight'],
  'a backup of nothing set up': ['backup', '--plan', 'plan.json'],
  'a pause of nothing set up': ['pause', '--plan', 'plan.json', '--actor', 'anna'],
  'a history of nothing set up': ['history', '--organisation', 'abendblatt'],
  'a new master key for nothing': ['rotate-master-key'],
  'an organisation that is not there': ['status', '--organisation', 'abendblatt'],
  'an unknown command': ['delete'],
  'an unknown option': ['status', '--all'],
  'a password as an option': [...configuring('sftp://sftp.example/backup', TRUST), '--password=geheim-canary'],
  'a password as a short option': [...configuring('sftp://sftp.example/backup', TRUST), '-pgeheim-canary'],
  'a missing option': ['configure', '--plan', 'plan.json'],
  'a missing value': ['status', '--organisation'],
  'an argument too many': ['status', 'geheim-canary'],
  'an unknown language': ['status', '--lang', 'fr'],
  'no command': [],
};

const machine = (): Machine => {
  const made = new Machine(sftpServer());
  made.plans.set('cut.json', JSON.stringify({ organisation: ABENDBLATT }).slice(0, 40));
  made.plan('zone.json', { ...ABENDBLATT, timeZone: 'Europe/Atlantis', administrators: [ANNA] });
  return made;
};

const cases = [
  ...Object.entries(DESTINATIONS).map(
    ([what, url]) => [`a destination with ${what}`, configuring(url, TRUST)] as const,
  ),
  ...Object.entries(CALLS),
];

describe.each(['en', 'de'])('bad input, in %s: exit 2, its own words, and nothing made', (language) => {
  test.each(cases)('%s', async (_, argv) => {
    const bare = machine();
    bare.env.LANG = `${language}_XX.UTF-8`;
    const { exit, out, err, all } = await bare.call(argv, PASSWORD);
    expect(exit).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(language === 'de' ? 'Fehler: ' : 'Error: ');
    expect(err).toContain('  → ');
    expect(all).not.toMatch(/geheim-canary|undefined|\[object/);
    expect(all).not.toContain(PASSWORD);
    expect(bare.opened).toBe(0);
  });

  test.each(cases)('%s, as JSON', async (_, argv) => {
    const bare = machine();
    const { exit, out, all } = await bare.call(['--lang', language, '--json', ...argv], PASSWORD);
    expect(exit).toBe(2);
    expect(out.trimEnd().split('\n')).toHaveLength(1);
    expect(JSON.parse(out).error).toEqual({
      code: expect.stringMatching(/^[A-Za-z-]+$/),
      message: expect.stringMatching(/\S/),
      remedy: expect.stringMatching(/\S/),
    });
    expect(all).not.toContain('geheim-canary');
  });
});

test('every problem of a destination has a code of its own', async () => {
  const codes = await Promise.all(
    ['url-malformed', 'login-in-url', 'query-in-url', 'encoding-malformed'].map(async (code, index) => {
      const url = ['sftp.example', 'sftp://a@b/', 'sftp://b/?', 'sftp://b/%'][index] ?? '';
      return [code, JSON.parse((await machine().call([...configuring(url), '--json'])).out).error.code];
    }),
  );
  for (const [code, found] of codes) expect(found).toBe(code);
});

test.each([
  ['a mistyped option', 'configure --plan plan.json --actor anna --detsination sftp://sftp.example', '--detsination'],
  ['a password as an option', 'configure --password geheim-canary', '--password'],
])('%s is what is named, and not the options that are missing', async (_, call, named) => {
  const { exit, err } = await machine().call(call.split(' '), PASSWORD);
  expect(exit).toBe(2);
  expect(err).toContain(`There is no option ${named}.`);
  expect(err).not.toMatch(/missing|geheim-canary/);
});
