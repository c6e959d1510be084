import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { EventLog } from '../../src/application/ports/event-log.ts';
import type { FileTransport, TransportSession } from '../../src/application/ports/file-transport.ts';
import type { SecretStore } from '../../src/application/ports/secret-store.ts';
import type { Telemetry } from '../../src/application/ports/telemetry.ts';

/** Where a worker dies, in the order of a night. */
export const MOMENTS = [
  'night-claimed',
  'plan-collected',
  'password-opened',
  'server-reached',
  'part-names-recorded',
  'first-upload-begun',
  'first-file-uploaded',
  'second-file-uploaded',
  'first-rename-sent',
  'first-file-renamed',
  'first-file-recorded',
  'second-rename-sent',
  'second-file-renamed',
  'second-file-recorded',
  'end-recorded',
] as const;
export type Moment = (typeof MOMENTS)[number];

interface DyingPorts {
  readonly eventLog: EventLog;
  readonly secretStore: SecretStore;
  readonly transports: readonly FileTransport[];
}

/** The same ports, and a process that is killed at one moment: by itself, as nobody else could hit it. */
export const dyingAt = (moment: Moment, ports: DyingPorts, folder: string): DyingPorts & { telemetry: Telemetry } => {
  const reached = (now: Moment): void => {
    if (now === moment) process.kill(process.pid, 'SIGKILL');
  };
  const nth = new Map<string, number>();
  const count = (what: string): 'first' | 'second' => {
    nth.set(what, (nth.get(what) ?? 0) + 1);
    return nth.get(what) === 1 ? 'first' : 'second';
  };
  return {
    telemetry: {
      happened: ({ name }) => {
        if (name === 'night-claimed' || name === 'plan-collected' || name === 'server-reached') reached(name);
        if (name === 'file-uploaded') reached(`${count(name)}-file-uploaded`);
      },
    },
    secretStore: withMethod(ports.secretStore, 'open', async (open, ...args) => {
      const credential = await open(...args);
      reached('password-opened');
      return credential;
    }),
    eventLog: withMethod(ports.eventLog, 'append', async (append, stream, expected, events) => {
      const outcome = await append(stream, expected, events);
      for (const { event } of events) {
        if (event.type === 'PartFilesNamed') reached('part-names-recorded');
        if (event.type === 'FileReplaced') reached(`${count(event.type)}-file-recorded`);
        if (event.type === 'NightDelivered') reached('end-recorded');
      }
      return outcome;
    }),
    transports: ports.transports.map((transport) =>
      withMethod(transport, 'open', async (open, ...args) => {
        const session = await open(...args);
        return withMethod(withMethod(session, 'upload', uploading), 'rename', renaming);
      }),
    ),
  };

  async function uploading(upload: TransportSession['upload'], name: string, bytes: Uint8Array): Promise<void> {
    const sent = upload(name, bytes);
    for (; moment === 'first-upload-begun'; await new Promise(setImmediate))
      if (hasBytes(folder)) reached('first-upload-begun');
    return sent;
  }

  async function renaming(rename: TransportSession['rename'], from: string, to: string): Promise<void> {
    const which = count('rename');
    const renamed = rename(from, to);
    // The first command is on its way by then, and nothing of its answer is read.
    if (moment === `${which}-rename-sent`) setImmediate(() => reached(`${which}-rename-sent`));
    await renamed;
    reached(`${which}-file-renamed`);
  }
};

const hasBytes = (folder: string): boolean =>
  readdirSync(folder).some((name) => name.endsWith('.part') && statSync(join(folder, name)).size > 0);

/** The port as it is, but for one method, which is given the original. */
const withMethod = <Port extends object, Name extends keyof Port>(
  port: Port,
  name: Name,
  method: Port[Name] extends (...args: infer Args) => infer Result
    ? (original: (...args: Args) => Result, ...args: Args) => Result
    : never,
): Port =>
  new Proxy(port, {
    get: (target, property) => {
      const original: unknown = Reflect.get(target, property, target);
      if (typeof original !== 'function') return original;
      const bound = original.bind(target);
      return property === name
        ? (...args: never[]) => (method as (...all: unknown[]) => unknown)(bound, ...args)
        : bound;
    },
  });
