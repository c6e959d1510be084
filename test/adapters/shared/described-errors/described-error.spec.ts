import { FTPError } from 'basic-ftp';
import Connection from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { describedError, errorLine } from '../../../../src/adapters/shared/described-errors/described-error.ts';
import { EventLogUnavailable } from '../../../../src/application/ports/event-log.ts';
import { PlanUnavailable } from '../../../../src/application/ports/planning-source.ts';
import { readDestination } from '../../../../src/domain/destination/destination.ts';

const PASSWORD = 'Kanarienvogel-7';
const FORGED = `530 no\r\n    at ${PASSWORD} (${new URL('../../../../src/', import.meta.url).href}domain/kanarienvogel.ts:7:1)\n`;

const thrownBy = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
};

describe('a described error', () => {
  it.each<[string, unknown]>([
    ['a server that echoes it', new FTPError({ code: 530, message: `530 Login incorrect: ${PASSWORD}` })],
    ['a message with lines like places', new TypeError(FORGED)],
    ['a name', Object.assign(new Error('x'), { name: PASSWORD })],
    ['a code', Object.assign(new Error('x'), { code: PASSWORD })],
    ['a field', Object.assign(new Error('x'), { password: PASSWORD })],
    ['a cause', new Error('x', { cause: new Error(PASSWORD) })],
    ['a stack of its own', Object.assign(new Error('x'), { stack: `Error: y\n    at ${PASSWORD}` })],
    ['a message that was changed later', Object.assign(new Error(FORGED), { message: 'put: failed' })],
    ['no error at all', PASSWORD],
    ['an object', { message: PASSWORD }],
    ['a class of its own', new (class extends Error {})(PASSWORD)],
  ])('never shows what %s holds', (_, error) => {
    for (const shown of [JSON.stringify(describedError(error)), errorLine(error)]) {
      expect(shown).not.toContain('anarienvogel');
      expect(shown).not.toMatch(/[\r\n]/);
    }
  });

  it('never throws, whatever getters do', () => {
    const hostile = Object.defineProperty(new Error('x'), 'stack', {
      get: () => {
        throw new Error(PASSWORD);
      },
    });
    expect(describedError(hostile)).toEqual({ type: 'Error' });
    expect(describedError(Object.setPrototypeOf(new Error('x'), null))).toEqual({ type: 'object' });
  });

  it('says the class, the code, and where in our code it happened', () => {
    const error = new FTPError({ code: 530, message: 'x' });
    expect(describedError(error)).toEqual({ type: 'FTPError', code: '530' });
    const caught = thrownBy(() => readDestination(null as never));
    expect(describedError(caught)).toMatchObject({ type: 'TypeError' });
    expect(describedError(caught).at?.[0]).toMatch(/^domain\/destination\/[a-z-]+\.ts:\d+$/);
    expect(errorLine(caught)).toMatch(/^TypeError \(domain\/destination\/[a-z-]+\.ts:\d+\)$/);
  });

  it('says codes of the system and of a database', () => {
    expect(describedError(Object.assign(new Error('x'), { code: 'ENOSPC' })).code).toBe('ENOSPC');
    const broken = thrownBy(() => new Connection(':memory:').exec('no sql'));
    expect(describedError(broken)).toMatchObject({ type: 'SqliteError', code: 'SQLITE_ERROR' });
  });

  it('has the messages of our own classes, which are our own words, and their causes', () => {
    const error = new EventLogUnavailable('store.sqlite: the disk is full', { cause: new Error(PASSWORD) });
    expect(describedError(error)).toMatchObject({
      ...{ type: 'EventLogUnavailable', message: 'store.sqlite: the disk is full' },
      cause: { type: 'Error' },
    });
    expect(errorLine(new PlanUnavailable('unavailable', 'The plan is not there.'))).toContain('The plan is not there.');
  });

  it('is bounded, however many causes there are', () => {
    const error = new Error('x');
    error.cause = error;
    expect(JSON.stringify(describedError(error)).split('cause')).toHaveLength(4);
  });
});
