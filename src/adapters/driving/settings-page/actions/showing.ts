import { pageResponse, sectionFor } from '../answers.tsx';
import type { Desk, Visit } from '../desk.ts';
import { type Message, messageOf, noMessageCookie } from '../message.ts';
import { nameOf, type Section } from '../section.ts';
import type { Notice } from '../views/view.ts';
import { wordsIn } from '../wording/catalogue.ts';

/** The page as things are, and once what the last press of a button did. */
export const show = async (desk: Desk, visit: Visit): Promise<Response> => {
  const section = await sectionFor(desk, visit);
  const message = messageOf(visit.request);
  if (message === undefined) return pageResponse(desk, visit, { section });
  const cookies = [noMessageCookie(visit.context.basePath)];
  return pageResponse(desk, visit, { section, notices: noticesOf(message, section), cookies });
};

/** Asks before it is done. */
export const askToRemove = async (desk: Desk, visit: Visit): Promise<Response> => {
  const section = await sectionFor(desk, visit);
  return pageResponse(desk, visit, { section, view: section.settings === undefined ? 'section' : 'removing' });
};

const noticesOf = ({ code, about }: Message, section: Section): readonly Notice[] => {
  const { messages } = wordsIn(section.locale);
  switch (code) {
    case 'changed':
      return changeNotice(about, section);
    case 'unchanged':
      return [{ tone: 'note', what: messages.unchanged, lines: [] }];
    case 'night-runs':
      return [{ tone: 'note', what: messages.nightRuns, lines: [] }];
    case 'night-ended': {
      const state = section.nights.find(({ night }) => night === about)?.state;
      if (state?.status !== 'ended') return [];
      return [
        { tone: state.outcome === 'delivered' ? 'good' : 'bad', what: messages.nightEnded[state.outcome], lines: [] },
      ];
    }
    default:
      return code satisfies never;
  }
};

const changeNotice = (changeId: string, section: Section): readonly Notice[] => {
  const words = wordsIn(section.locale);
  const { messages } = words;
  const change = section.changes.find((one) => one.changeId === changeId);
  if (change === undefined) return [];
  const types = new Set(change.facts.map(({ type }) => type));
  const what = types.has('BackupSetUp')
    ? messages.setUp
    : types.has('BackupRemoved')
      ? messages.removed
      : types.has('BackupPaused')
        ? messages.paused
        : types.has('BackupResumed')
          ? messages.resumed
          : messages.changed;
  const told = change.recipientIds.map((id) => nameOf(section.organisation, id) ?? id);
  return [{ tone: 'good', what, lines: [told.length === 0 ? messages.toldNobody : messages.told(words.and(told))] }];
};
