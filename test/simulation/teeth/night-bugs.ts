import type { Bug } from './bugs.ts';

const PUBLISHING = 'src/application/publishing-files';
const RUNNING = 'src/application/running-nightly-backup';
const RUN = 'src/domain/backup-run';
const WORKING = 'src/application/working-nights';

/** Mistakes around a night. */
export const NIGHT_BUGS: readonly Bug[] = [
  {
    name: 'the workbooks are uploaded onto the visible files',
    edits: [
      {
        file: `${RUN}/part-files.ts`,
        find: 'attempt: number): string =>',
        replace: "attempt: number): string => attempt > 0 && night !== '' ? name :",
      },
    ],
  },
  {
    name: 'no size is compared',
    edits: [
      {
        file: `${PUBLISHING}/replacing.ts`,
        find: 'if ((await session.size(name)) !== bytes.byteLength)',
        replace: 'if ((await session.size(name)) === -1 - bytes.byteLength)',
      },
    ],
  },
  {
    name: 'the first file is renamed before the second is uploaded',
    edits: [
      {
        file: `${PUBLISHING}/publishing-files.ts`,
        find: 'await open.upload(file.partName, file.bytes);\n    journal.uploaded(file);',
        replace:
          "await open.upload(file.partName, file.bytes);\n    if (file.kind === 'story-plan') await open.rename(file.partName, file.name);",
      },
    ],
  },
  {
    name: 'no part file is named before it is uploaded',
    edits: [
      {
        file: `${PUBLISHING}/part-files.ts`,
        find: 'await this.#journal.partFilesNamed(names);',
        replace: '',
      },
    ],
  },
  {
    name: 'before the renames no later night is looked for',
    edits: [
      {
        file: `${RUNNING}/objections.ts`,
        find: 'if ((await readLaterNightInTheWay(standing)) !== undefined)',
        replace: "if ((await readLaterNightInTheWay(standing)) === '')",
      },
    ],
  },
  {
    name: 'part files that an earlier attempt left are not removed',
    edits: [
      {
        file: `${PUBLISHING}/part-files.ts`,
        find: 'this.#present = new Set(leftovers);',
        replace: 'this.#present = new Set(leftovers.slice(0, 0));',
      },
    ],
  },
  {
    name: 'the name of a part file carries neither night nor attempt',
    edits: [
      {
        file: `${RUN}/part-files.ts`,
        find: 'attempt: number): string =>',
        replace: "attempt: number): string => attempt > 0 && night !== '' ? name.concat('.part') :",
      },
    ],
  },
  {
    name: 'neither run nor lease is looked at before the renames',
    edits: [
      {
        file: `${RUNNING}/objections.ts`,
        find: "if (run.state.status !== 'running' || run.state.attempt !== standing.attempt) return 'overtaken';",
        replace: "if (run.state.status === 'unclaimed') return 'overtaken';",
      },
      {
        file: `${RUNNING}/objections.ts`,
        find: "return standing.lease.isHeld ? undefined : 'overtaken';",
        replace: 'return undefined;',
      },
    ],
  },
  {
    name: 'who renamed late does not say so',
    edits: [
      {
        file: `${RUNNING}/attempting.ts`,
        find: 'if (error instanceof RecordRejected) await',
        replace: 'if (error instanceof RecordRejected && attempt < 0) await',
      },
    ],
  },
  {
    name: 'a silent owner is waited for by the wall clock',
    edits: [
      {
        file: `${RUNNING}/claiming.ts`,
        find: 'const end = clock.monotonic() + leaseLength;',
        replace: 'const end = clock.now().epochMilliseconds + leaseLength;',
      },
      {
        file: `${RUNNING}/claiming.ts`,
        find: 'left = end - clock.monotonic()',
        replace: 'left = end - clock.now().epochMilliseconds',
      },
    ],
  },
  {
    name: 'a silent owner is not waited for',
    edits: [
      {
        file: `${RUNNING}/claiming.ts`,
        find: 'for (let left = leaseLength; left > 0;',
        replace: 'for (let left = 0; left > 0;',
      },
    ],
  },
  {
    name: 'what only an administrator can mend is tried again and again',
    edits: [{ file: `${RUN}/retrying.ts`, find: 'lasting: 2 }', replace: 'lasting: 60 }' }],
  },
  {
    name: 'each worker makes its own retry of one failure',
    edits: [
      {
        file: `${RUNNING}/claiming.ts`,
        find: '(retryOf ?? night.attempt) === night.attempt',
        replace: 'retryOf !== -1',
      },
    ],
  },
  {
    name: 'a missed night is not recorded',
    edits: [
      {
        file: `${WORKING}/past-nights.ts`,
        find: "if ((await journal.recordAt(run, { type: 'RecordMissedNight', night, ...pin })) === 'recorded') await tell();",
        replace: '',
      },
    ],
  },
  {
    name: 'a night that its worker left is never taken over',
    edits: [
      {
        file: `${RUNNING}/claiming.ts`,
        find: 'return takeOverIfSilent(claim, run, run.state, ports, leaseLength);',
        replace: "return 'at work elsewhere';",
      },
    ],
  },
  {
    name: 'the fault of one organisation ends the worker',
    edits: [
      {
        file: `${WORKING}/night-worker.ts`,
        find: 'following.catch(() => undefined);',
        replace: '',
      },
    ],
  },
];
