import type { HappeningOfAttempt } from '../../../../application/ports/telemetry.ts';
import { errorLine } from '../../../shared/described-errors/described-error.ts';
import { counting } from './counting.ts';

const PLANS = {
  en: { 'story-plan': 'story plan', 'event-plan': 'event plan' },
  de: { 'story-plan': 'Themenplanung', 'event-plan': 'Terminplanung' },
} as const;

/** One line of progress; undefined where the result says it. A fault's error is for the operator alone. */
export const happenedInEnglish = (happening: HappeningOfAttempt, attempt: number): string | undefined => {
  const numbers = new Intl.NumberFormat('en');
  const count = counting('en');
  switch (happening.name) {
    case 'night-claimed':
      return attempt === 1 ? undefined : `This is attempt ${attempt} at this night.`;
    case 'waiting-for-lease':
      return `An earlier run of this night has not ended. Waiting ${numbers.format(happening.milliseconds / 1000)} s for a sign of life before taking over.`;
    case 'plan-collected':
      return `Read the plan: ${count(happening.stories, 'story', 'stories')}, ${count(happening.events, 'event', 'events')}, ${numbers.format(happening.needsALook)} in need of a look.`;
    case 'workbook-rendered':
      return `Wrote the ${PLANS.en[happening.file]}: ${count(happening.rows, 'row', 'rows')}, ${count(happening.bytes, 'byte', 'bytes')}.`;
    case 'server-reached':
      return 'Connected and logged in.';
    case 'file-uploaded':
      return `Uploaded the ${PLANS.en[happening.file]}: ${count(happening.bytes, 'byte', 'bytes')}.`;
    case 'file-replaced':
      return `Put the ${PLANS.en[happening.file]} in place.`;
    case 'fault':
      return `Behind the failure ${happening.failure.code}: ${errorLine(happening.error)}`;
    case 'night-abandoned':
      return 'Left this night: another run has taken it over, or the store failed.';
    case 'retry-planned':
      return `Trying again in ${numbers.format(Math.ceil(happening.milliseconds / 1000))} s.`;
    case 'stage-begun':
    case 'night-ended':
      return undefined;
    default:
      return happening satisfies never;
  }
};

export const happenedInGerman = (happening: HappeningOfAttempt, attempt: number): string | undefined => {
  const numbers = new Intl.NumberFormat('de');
  const count = counting('de');
  switch (happening.name) {
    case 'night-claimed':
      return attempt === 1 ? undefined : `Das ist Versuch ${attempt} für diese Nacht.`;
    case 'waiting-for-lease':
      return `Ein früherer Lauf dieser Nacht hat nicht geendet. Warte ${numbers.format(happening.milliseconds / 1000)} s auf ein Lebenszeichen, bevor er abgelöst wird.`;
    case 'plan-collected':
      return `Plan gelesen: ${count(happening.stories, 'Thema', 'Themen')}, ${count(happening.events, 'Termin', 'Termine')}, ${numbers.format(happening.needsALook)} zu prüfen.`;
    case 'workbook-rendered':
      return `${PLANS.de[happening.file]} geschrieben: ${count(happening.rows, 'Zeile', 'Zeilen')}, ${count(happening.bytes, 'Byte', 'Bytes')}.`;
    case 'server-reached':
      return 'Verbunden und angemeldet.';
    case 'file-uploaded':
      return `${PLANS.de[happening.file]} hochgeladen: ${count(happening.bytes, 'Byte', 'Bytes')}.`;
    case 'file-replaced':
      return `${PLANS.de[happening.file]} eingesetzt.`;
    case 'fault':
      return `Hinter dem Fehler ${happening.failure.code}: ${errorLine(happening.error)}`;
    case 'night-abandoned':
      return 'Diese Nacht wurde abgegeben: Ein anderer Lauf hat sie übernommen, oder der Datenbestand war nicht erreichbar.';
    case 'retry-planned':
      return `Nächster Versuch in ${numbers.format(Math.ceil(happening.milliseconds / 1000))} s.`;
    case 'stage-begun':
    case 'night-ended':
      return undefined;
    default:
      return happening satisfies never;
  }
};
