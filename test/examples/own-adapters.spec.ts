import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MailNotTaken } from 'planning-backup';
import {
  anOrganisation,
  documentOf,
  eventLogContract,
  mailerContract,
  organisationDirectoryContract,
  planningSourceContract,
  storedHistoryContract,
} from 'planning-backup/testing';
import { Temporal } from 'temporal-polyfill';
import { JsonLinesHistory, JsonLinesLog } from '../../examples/own-adapters/event-log.ts';
import { type MailJob, QueueMailer } from '../../examples/own-adapters/mail-queue.ts';
import { type PlanRow, TableDirectory, TableSource } from '../../examples/own-adapters/people-and-plans.ts';

const folderOfItsOwn = (): string => mkdtempSync(join(tmpdir(), 'own-adapters-'));

eventLogContract("an example's log in a file", async () => {
  let now = Temporal.Instant.from('2026-11-24T01:00:00Z');
  const folder = folderOfItsOwn();
  const clock = { now: () => now };
  const log = new JsonLinesLog(join(folder, 'events.jsonl'), clock);
  return {
    log,
    second: log,
    setClock: (time) => {
      now = time;
    },
    altered: async (edit) => {
      const file = join(folder, 'altered.jsonl');
      writeFileSync(
        file,
        edit(log.stored)
          .map((row) => `${JSON.stringify([row])}\n`)
          .join(''),
      );
      return new JsonLinesLog(file, clock);
    },
    close: async () => rmSync(folder, { recursive: true }),
  };
});

storedHistoryContract("an example's log in a file", async () => {
  const folder = folderOfItsOwn();
  const log = new JsonLinesLog(join(folder, 'events.jsonl'), {
    now: () => Temporal.Instant.from('2026-11-24T01:00:00Z'),
  });
  return { log, stored: new JsonLinesHistory(log), close: async () => rmSync(folder, { recursive: true }) };
});

organisationDirectoryContract("an example's table", async () => {
  const directory = new TableDirectory();
  return {
    directory,
    put: async (organisation) => void directory.rows.set(organisation.id, organisation),
    breakDown: async () => {
      directory.isDown = true;
    },
    close: async () => undefined,
  };
});

planningSourceContract("an example's table", async () => {
  const source = new TableSource();
  return {
    source,
    publish: async (id, plan, collectedAt) => {
      const { stories, events } = JSON.parse(documentOf(anOrganisation({ id }), plan)) as Pick<
        PlanRow,
        'stories' | 'events'
      >;
      const revision = (source.rows.get(id)?.revision ?? 0) + 1;
      source.rows.set(id, { revision, collectedAt: collectedAt.toString(), stories, events });
    },
    close: async () => undefined,
  };
});

mailerContract("an example's queue", async () => {
  const jobs: MailJob[] = [];
  let refusal: MailNotTaken['code'] | null = null;
  const mailer = new QueueMailer(async (job) => {
    if (refusal !== null) throw new MailNotTaken(refusal);
    jobs.push(job);
  });
  return {
    mailer,
    delivered: async () => jobs.map(({ id, to }) => ({ id, address: to })),
    refuse: (code) => {
      refusal = code;
    },
    close: async () => undefined,
  };
});
