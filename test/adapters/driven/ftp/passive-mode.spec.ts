import { describe, expect, it } from 'vitest';
import { classicPort, extendedPort } from '../../../../src/adapters/driven/ftp/passive-mode.ts';
import { bytesOf } from '../../../contracts/file-transport/harness.ts';
import { failureOf, LIMITS, requestTo, serve, transport, trap } from './scripted-session.ts';

describe('what a server says of its data port', () => {
  it.each(['127,0,0,1,80,256', '127,0,0,1,256,80', '127,0,0,1,3,255', '127,0,0,1,4', '1,127,0,0,1,80,0', ''])(
    'is no port in %j',
    (where) => {
      expect(classicPort(`227 Entering Passive Mode (${where}).`)).toBeUndefined();
    },
  );

  it('is read in the writings that there are', () => {
    expect(classicPort('227 Entering Passive Mode (10,0,0,1,4,0).')).toBe(1_024);
    expect(classicPort('227 =127,0,0,1,255,255')).toBe(65_535);
    expect(extendedPort('229 Entering Extended Passive Mode (|||6446|)')).toBe(6_446);
    expect(extendedPort('229 Extended (!!!65535!)')).toBe(65_535);
    expect(extendedPort('229 Extended (|||65536|)')).toBeUndefined();
    expect(extendedPort('229 Extended (|||644x|)')).toBeUndefined();
  });
});

describe('data connections over FTP', () => {
  it('go to the checked address, whatever address PASV names', async () => {
    const good = await trap();
    const stranger = await trap('127.0.0.2', good.port);
    const script = (command: string) => {
      if (command === 'EPSV') return '500 What';
      return command === 'PASV' ? `227 There (127,0,0,2,${good.port >> 8},${good.port & 255})` : undefined;
    };
    const server = await serve({ script });
    const session = await transport().open(requestTo(server.port), { deadline: 300 });
    await failureOf(session.upload('a.bin', bytesOf(3)));
    await session.close();
    expect(good.connections()).toBe(1);
    expect(stranger.connections()).toBe(0);
  });

  it.each([
    ...[
      '229 (|||22|)',
      '229 (|||1023|)',
      '229 (|||0|)',
      '229 (|||65536|)',
      '229 (|||99999|)',
      '229 (|||-5|)',
      '229 Yes',
    ],
    ...['229 (||||)', `229 (|1|10.0.0.1|${9}|)`, '229 (|||2e4|)', '229 (|||0x5000|)'],
  ])('are not opened to what EPSV says in %s', async (reply) => {
    const server = await serve({ script: (command) => (command === 'EPSV' ? reply : undefined) });
    const session = await transport().open(requestTo(server.port), LIMITS);
    expect(await failureOf(session.upload('a.bin', bytesOf(1)))).toEqual({
      step: 'upload',
      code: 'passive-mode-refused',
    });
    expect(server.commands.some((command) => command.startsWith('STOR'))).toBe(false);
    await session.close();
  });

  it.each([
    ...['127,0,0,1,0,22', '127,0,0,1,3,255', '127,0,0,1,256,0', '127,0,0,1,80,256', '127,0,0,1,-80,0', '127,0,0,1,80'],
    ...['1,127,0,0,1,80,0', 'nothing'],
  ])('are not opened to what PASV says in %s', async (where) => {
    const script = (command: string) => {
      if (command === 'EPSV') return '500 What';
      return command === 'PASV' ? `227 (${where})` : undefined;
    };
    const server = await serve({ script });
    const session = await transport().open(requestTo(server.port), LIMITS);
    expect(await failureOf(session.upload('a.bin', bytesOf(1)))).toEqual({
      step: 'upload',
      code: 'passive-mode-refused',
    });
    expect(server.commands.some((command) => command.startsWith('STOR'))).toBe(false);
    await session.close();
  });

  it('fall back to PASV, and stay with what worked', async () => {
    const server = await serve({ script: (command) => (command === 'EPSV' ? '522 What' : undefined) });
    const session = await transport().open(requestTo(server.port), LIMITS);
    await session.upload('a.bin', bytesOf(1));
    await session.upload('b.bin', bytesOf(2));
    await session.close();
    expect(server.commands.filter((command) => /^(EPSV|PASV)/.test(command))).toEqual(['EPSV', 'PASV', 'PASV']);
  });
});
