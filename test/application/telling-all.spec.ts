import { expect, it } from 'vitest';
import { CollectingTelemetry } from '../../src/adapters/driven/in-memory/telemetry.ts';
import { tellingAll } from '../../src/application/telling-all.ts';

it('tells each of all, whatever one of them throws', () => {
  const [first, last] = [new CollectingTelemetry(), new CollectingTelemetry()];
  const broken = {
    happened: () => {
      throw new Error('a bug');
    },
  };
  const happening = { name: 'outbox-looked-through', waiting: 2 } as const;
  tellingAll(first, broken, last).happened(happening);
  expect([first.happenings, last.happenings]).toEqual([[happening], [happening]]);
});
