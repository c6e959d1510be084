import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect } from 'vitest';
import { type PlanningSource, PlanUnavailable } from '../../src/application/ports/planning-source.ts';
import type { Plan } from '../../src/domain/plan/plan.ts';
import { anUnreadableRecord, aScheduledEvent, aStory } from '../builders/plan.ts';
import { type ContractOptions, contractTests } from './contract-test.ts';

export interface PlanningSourceHarness {
  readonly source: PlanningSource;
  /** What the source yields for an organisation from now on, as of an instant in whole seconds. */
  publish(organisationId: string, plan: Plan, collectedAt: Temporal.Instant): Promise<void>;
  close(): Promise<void>;
}

const FIRST = Temporal.Instant.from('2026-11-24T22:05:00Z');
const SECOND = Temporal.Instant.from('2026-11-25T22:05:00Z');

const PLAN: Plan = {
  stories: [
    aStory({
      note: 'Zeile 1\nZeile 2 „“ 💥',
      createdAt: '2026-11-20T09:00:00Z',
      customFields: [{ name: 'A', value: 'B' }],
    })
      .withDeadline('2026-11-25', '16:00', { assignees: [{ name: 'Łukasz Żółć', phone: '0171 1' }, {}] })
      .appearing('2026-11-26', '2026-11-27', { taskIds: ['t1'] })
      .build(),
    aStory({ id: 'secret' }).confidential().build(),
  ],
  events: [aScheduledEvent({ storyIds: ['4711'], links: ['https://example.org/'] })],
  unreadable: [],
};

export const planningSourceContract = (
  name: string,
  makeHarness: () => Promise<PlanningSourceHarness>,
  options: ContractOptions = {},
): void => {
  describe(`planning source: ${name}`, () => {
    let harness: PlanningSourceHarness;
    beforeEach(async () => {
      harness = await makeHarness();
    });
    afterEach(() => harness.close());
    contractTests(options, (test) => {
      test('yields the plan as it is, and when it was collected', async () => {
        await harness.publish('elbkurier', PLAN, FIRST);
        const { plan, collectedAt } = await harness.source.collect('elbkurier');
        expect(plan).toEqual(PLAN);
        expect(collectedAt.equals(FIRST)).toBe(true);
      });

      test('yields what could not be read beside what could', async () => {
        const unreadable = [anUnreadableRecord({ index: 2, id: 'x', title: 'T', field: 'event.start.date' })];
        await harness.publish('elbkurier', { ...PLAN, unreadable }, FIRST);
        expect((await harness.source.collect('elbkurier')).plan).toEqual({ ...PLAN, unreadable });
      });

      test('yields one collection under one id, and another under another', async () => {
        await harness.publish('elbkurier', PLAN, FIRST);
        const { collectionId } = await harness.source.collect('elbkurier');
        expect((await harness.source.collect('elbkurier')).collectionId).toBe(collectionId);
        await harness.publish('elbkurier', { ...PLAN, events: [] }, SECOND);
        const next = await harness.source.collect('elbkurier');
        expect(next.collectionId).not.toBe(collectionId);
        expect(next.plan.events).toEqual([]);
        expect(next.collectedAt.equals(SECOND)).toBe(true);
      });

      test('yields an empty plan as one', async () => {
        await harness.publish('elbkurier', { stories: [], events: [], unreadable: [] }, FIRST);
        expect((await harness.source.collect('elbkurier')).plan).toEqual({ stories: [], events: [], unreadable: [] });
      });

      test('rejects an organisation that it has no plan of', async () => {
        await harness.publish('elbkurier', PLAN, FIRST);
        await expect(harness.source.collect('alsterblatt')).rejects.toBeInstanceOf(PlanUnavailable);
        await expect(harness.source.collect('alsterblatt')).rejects.toMatchObject({ reason: 'unavailable' });
      });
    });
  });
};
