import { describe, expect, it } from 'vitest';
import { InMemoryAuditKeys } from '../../../../src/adapters/driven/in-memory/audit-keys.ts';
import { InMemoryEventLog } from '../../../../src/adapters/driven/in-memory/event-log.ts';
import { SigningKeyUnavailable } from '../../../../src/application/ports/checkpoint-signer.ts';
import { PASSWORD } from '../../../support/newsroom.ts';
import { Machine, SET_UP, sftpServer } from './call.ts';

class UnreadableKeys extends InMemoryAuditKeys {
  override current(): never {
    throw new SigningKeyUnavailable('/keys/audit-private.pem cannot be read (EACCES)');
  }
}

const BY_ANNA = '--plan plan.json --actor anna';

describe('a change that is recorded and could not be signed', () => {
  it.each([
    ['de', 'ließ sich aber nicht signieren: /keys/audit-private.pem lässt sich nicht lesen (EACCES).'],
    ['en', 'could not be signed: /keys/audit-private.pem cannot be read (EACCES).'],
  ])('is done, and says it with what to do, in %s', async (lang, why) => {
    const machine = new Machine(sftpServer());
    machine.auditKeys = new UnreadableKeys();
    expect(await machine.setUp()).toMatchObject({ exit: 0, err: expect.stringContaining('could not be signed') });
    for (const call of [`pause ${BY_ANNA}`, `resume ${BY_ANNA}`, `remove ${BY_ANNA}`]) {
      const { exit, err } = await machine.call(`${call} --lang ${lang}`);
      expect([exit, err.split(why).length]).toEqual([0, 2]);
      expect(err).toContain('audit export');
    }
  });

  it('is named in the JSON document', async () => {
    const machine = new Machine(sftpServer());
    await machine.setUp();
    machine.auditKeys = new UnreadableKeys();
    const { warnings } = JSON.parse((await machine.call(`pause ${BY_ANNA} --json`)).out);
    expect(warnings).toContainEqual(expect.objectContaining({ code: 'change-not-signed' }));
  });

  it('ends with 3 where it was refused because the history was altered, and still says what was changed', async () => {
    const machine = new Machine(sftpServer());
    await machine.setUp();
    machine.log = new InMemoryEventLog(machine.clock);
    const { exit, out, err } = await machine.setUp();
    expect(exit).toBe(3);
    expect(out).toContain('The backup of Abendblatt is set up.');
    expect(err).toContain('The history was altered outside of this program');
    // Nothing will sign that: who heard so would wait for it.
    expect(err).not.toContain('audit export');
  });

  it('says in German, too, what is other than it was signed', async () => {
    const machine = new Machine(sftpServer());
    await machine.setUp();
    machine.log = new InMemoryEventLog(machine.clock);
    expect((await machine.call(`${SET_UP} --lang de`, PASSWORD)).err).toContain(
      'ist ein anderes Ereignis als das, das signiert wurde',
    );
  });
});

it('a change that was signed says nothing of signing', async () => {
  const machine = new Machine(sftpServer());
  expect((await machine.setUp()).all).not.toContain('signed');
});
