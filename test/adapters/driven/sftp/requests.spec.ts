import type { SFTPWrapper } from 'ssh2';
import { describe, expect, it } from 'vitest';
import type { TransportSession } from '../../../../src/application/ports/file-transport.ts';
import { bytesOf } from '../../../contracts/file-transport/harness.ts';
import { failureOf, LIMITS, requestTo, serve, transport } from './scripted-session.ts';
import { answersStat, fileOf, PASSWORD, STATUS } from './scripted-sftp-server.ts';

const WORDS = `<script>${PASSWORD}</script>`;
const HANDLE = Buffer.from('one');

const inSession = async (onSftp: (sftp: SFTPWrapper) => void, work: (session: TransportSession) => Promise<void>) => {
  const server = await serve({
    onSftp: (sftp) => {
      answersStat(sftp);
      onSftp(sftp);
    },
  });
  const session = await transport({ patience: 2_000 }).open(requestTo(server.port), LIMITS);
  await work(session);
  await session.close();
};

describe('requests over SFTP', () => {
  it.each([
    [STATUS.PERMISSION_DENIED, 'directory-not-writable'],
    [STATUS.NO_SUCH_FILE, 'directory-missing'],
    [STATUS.FAILURE, 'upload-failed'],
  ] as const)('name a refusal to open, status %i', async (status, code) => {
    await inSession(
      (sftp) => sftp.on('OPEN', (request) => sftp.status(request, status, WORDS)),
      async (session) => {
        expect(await failureOf(session.upload('a.bin', bytesOf(5)))).toEqual({ step: 'upload', code });
      },
    );
  });

  it.each(['WRITE', 'CLOSE'] as const)('find a disk that is full at %s', async (where) => {
    const requests: string[] = [];
    await inSession(
      (sftp) => {
        sftp.on('OPEN', (request) => sftp.handle(request, HANDLE));
        for (const name of ['WRITE', 'CLOSE'] as const) {
          sftp.on(name as 'CLOSE', (request) => {
            requests.push(name);
            sftp.status(request, name === where ? STATUS.FAILURE : STATUS.OK, WORDS);
          });
        }
      },
      async (session) => {
        expect(await failureOf(session.upload('a.bin', bytesOf(5)))).toEqual({ step: 'upload', code: 'disk-full' });
      },
    );
    expect(requests).toEqual(['WRITE', 'CLOSE']);
  });

  it('leave the access rights of a file to the server', async () => {
    const requests: string[] = [];
    await inSession(
      (sftp) => {
        sftp.on('OPEN', (request, _name, _flags, attributes) => {
          requests.push(`open ${JSON.stringify(attributes)}`);
          sftp.handle(request, HANDLE);
        });
        sftp.on('WRITE', (request) => sftp.status(request, STATUS.OK));
        sftp.on('CLOSE', (request) => sftp.status(request, STATUS.OK));
        sftp.on('FSETSTAT', (request) => {
          requests.push('fsetstat');
          sftp.status(request, STATUS.OK);
        });
      },
      (session) => session.upload('a.bin', bytesOf(200_000)),
    );
    expect(requests).toEqual(['open {}']);
  });

  it('do not take a failure to look for an absent file', async () => {
    await inSession(
      (sftp) => {
        sftp.removeAllListeners('STAT');
        sftp.on('STAT', (request, path) => {
          if (path.includes('.')) sftp.status(request, STATUS.FAILURE, WORDS);
          else sftp.attrs(request, { ...fileOf(0), mode: 0o040755 });
        });
        sftp.on('REMOVE', (request) => sftp.status(request, STATUS.FAILURE, WORDS));
      },
      async (session) => {
        expect(await failureOf(session.size('a.bin'))).toEqual({ step: 'size', code: 'size-unavailable' });
        expect(await failureOf(session.remove('a.bin'))).toEqual({ step: 'clean-up', code: 'remove-refused' });
      },
    );
  });

  it('rename plainly where the server knows nothing else', async () => {
    const renamed: string[] = [];
    await inSession(
      (sftp) =>
        sftp.on('RENAME', (request, from, to) => {
          renamed.push(`${from} ${to}`);
          sftp.status(request, STATUS.OK);
        }),
      (session) => session.rename('a.bin', 'b.bin'),
    );
    expect(renamed).toEqual(['/backup/a.bin /backup/b.bin']);
  });

  it('end at once with SFTP, though the connection goes on', async () => {
    await inSession(
      (sftp) => sftp.on('REMOVE', () => sftp.end()),
      async (session) => {
        expect(await failureOf(session.remove('a.bin'))).toEqual({ step: 'clean-up', code: 'connection-lost' });
        expect(await failureOf(session.size('a.bin'))).toEqual({ step: 'size', code: 'connection-lost' });
      },
    );
  });

  it('end where they are not answered', async () => {
    const server = await serve();
    // The log-in needs its room as well.
    const session = await transport({ patience: 2_000 }).open(requestTo(server.port), LIMITS);
    expect((await failureOf(session.upload('a.bin', bytesOf(5)))).code).not.toBe('deadline-passed');
    await session.close();
  });
});
