import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { placeOf, readEventStoreSettings } from '../../../../src/adapters/driven/eventstoredb/settings.ts';
import { Secret } from '../../../../src/application/secret.ts';

const read = (text: string, mayBeInsecure = false) => readEventStoreSettings(new Secret(text), mayBeInsecure);

const settings = (text: string, mayBeInsecure = false) => {
  const found = read(text, mayBeInsecure);
  if (!found.ok) throw new Error(found.problem);
  return found.settings;
};

describe('a connection string of EventStoreDB', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'eventstore-settings-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('names one server, several, or one name for all', () => {
    const host = { address: 'es.example', port: 2113 };
    expect(settings('esdb://pb:secret@es.example')).toMatchObject({ hosts: [host], isDiscovered: false });
    expect(settings('esdb://pb:secret@es.example:2114/').hosts).toEqual([{ ...host, port: 2114 }]);
    expect(settings('esdb+discover://pb:secret@es.example')).toMatchObject({ hosts: [host], isDiscovered: true });
    expect(settings('esdb://pb:secret@a.example,b.example:1,[2001:db8::1]:2').hosts).toEqual([
      { address: 'a.example', port: 2113 },
      { address: 'b.example', port: 1 },
      { address: '[2001:db8::1]', port: 2 },
    ]);
  });

  it('takes user and password percent-encoded, of any signs', () => {
    const password = 'a@b:c/d?e#f%g ä💥';
    const { credentials } = settings(`esdb://p%3Ab:${encodeURIComponent(password)}@es.example`);
    expect(credentials).toEqual({ username: 'p:b', password });
  });

  it('takes the certificate of an authority, and times of the search for nodes', () => {
    const file = join(folder, 'ca of ours.pem');
    writeFileSync(file, 'certificate');
    const options = `tlsCAFile=${encodeURIComponent(file)}&discovery_interval=50&MaxDiscoverAttempts=3&nodePreference=leader`;
    const found = settings(`esdb://pb:secret@es.example?${options}`);
    expect(found.rootCertificate).toEqual({ rootCertificate: Buffer.from('certificate') });
    expect(found.discovery).toEqual({ discoveryInterval: 50, maxDiscoverAttempts: 3 });
    expect(read(`esdb://pb:secret@es.example?tlsCAFile=${folder}/none.pem`)).toMatchObject({
      problem: 'certificate-unreadable',
    });
  });

  it.each([
    '',
    'es.example',
    'http://pb:secret@es.example',
    'esdb://',
    'esdb://pb:secret@',
    'esdb://pb:secret@es.example:0',
    'esdb://pb:secret@es.example:65536',
    'esdb://pb:secret@es.example:x',
    'esdb://pb:secret@es.example,',
    'esdb://pb:secret@-es.example',
    'esdb://pb:secret@es.example/path',
    'esdb://pb:secret@es.example#part',
    'esdb://pb:sec@ret@es.example',
    'esdb://pb:%zz@es.example',
    'esdb://pb:secret@es.example\nother.example',
  ])('is not read where it is none: %j', (text) => {
    expect(read(text)).toEqual({ ok: false, problem: 'malformed' });
  });

  it.each([
    'throwOnAppendFailure=false',
    'tlsVerifyCert=false',
    'nodePreference=follower',
    'userCertFile=a&userKeyFile=b',
    'tls=maybe',
    'tls=False',
    'gossipTimeout=-1',
    'discoveryInterval=1e9',
    'tlsCAFile=',
    'x',
  ])('is refused with an option that is not understood: %s', (options) => {
    expect(read(`esdb://pb:secret@es.example?${options}`)).toEqual({ ok: false, problem: 'option-unknown' });
  });

  it('has TLS, unless the operator says so for a loopback address', () => {
    for (const host of ['127.0.0.1', '127.1.2.3:2113', 'localhost', '[::1]:2113', '127.0.0.1,localhost']) {
      expect(read(`esdb://${host}?tls=false`)).toEqual({ ok: false, problem: 'without-tls' });
      expect(settings(`esdb://${host}?tls=false`, true)).toMatchObject({ isInsecure: true, credentials: null });
    }
    for (const host of ['es.example', '127.0.0.1,es.example', '127.0.0.1.es.example', '10.0.0.1', 'localhost.example'])
      expect(read(`esdb://pb:secret@${host}?tls=false`, true)).toEqual({ ok: false, problem: 'without-tls' });
    expect(settings('esdb://pb:secret@es.example', true).isInsecure).toBe(false);
  });

  it('has no password that an installation begins with, unless the operator says so for a loopback address', () => {
    for (const user of ['admin', 'ops', '%61dmin']) {
      const problem = { ok: false, problem: 'default-credentials' };
      expect(read(`esdb://${user}:changeit@127.0.0.1`)).toEqual(problem);
      expect(read(`esdb://${user}:change%69t@es.example`, true)).toEqual(problem);
      expect(read(`esdb://${user}:changeit@127.0.0.1`, true)).toMatchObject({ ok: true });
      expect(read(`esdb://${user}:changed@es.example`)).toMatchObject({ ok: true });
    }
  });

  it('has a user with a password', () => {
    for (const login of ['', 'pb@', 'pb:@', ':secret@'])
      expect(read(`esdb://${login}es.example`)).toEqual({ ok: false, problem: 'credentials-missing' });
  });

  it('is written nowhere, and its place is without a login', () => {
    const warn = vi.spyOn(console, 'warn');
    expect(placeOf(settings('esdb://pb:secret@a.example,b.example'))).toBe(
      'EventStoreDB at a.example:2113,b.example:2113',
    );
    read('esdb://pb:secret@es.example?unknown=1');
    expect(warn).not.toHaveBeenCalled();
  });
});
