import type { NightResult } from '../../../../application/running-nightly-backup/requests.ts';
import { pageResponse, redirectResponse, sectionFor } from '../answers.tsx';
import { by, type Desk, type Visit } from '../desk.ts';
import { pageNightRefusalSaid } from '../wording/failures.ts';

/** Milliseconds; proxies cut an answer that takes much longer. */
const PATIENCE = 20_000;

/** Runs tonight's backup now. It goes on by itself if it takes longer than a reader waits. */
export const backUp = async (desk: Desk, visit: Visit): Promise<Response> => {
  const { backup, options } = desk;
  const running = backup.nights.run({ ...by(visit), night: null, reason: 'manual', older: false, strict: false });
  const result = await within(running, options.patience ?? PATIENCE);
  if (result === 'still running') {
    running.catch((error: unknown) => options.onFault?.(error, visit.context.requestId));
    return redirectResponse(visit, { code: 'night-runs', about: '' });
  }
  if (result.outcome === 'ended') return redirectResponse(visit, { code: 'night-ended', about: result.night });
  const section = await sectionFor(desk, visit);
  const { what, remedy } = pageNightRefusalSaid(result.refusal, section.locale);
  return pageResponse(desk, visit, { section, notices: [{ tone: 'bad', what, lines: [remedy] }], status: 409 });
};

const within = async (running: Promise<NightResult>, patience: number): Promise<NightResult | 'still running'> => {
  let timer: NodeJS.Timeout | undefined;
  const waiting = new Promise<'still running'>((resolve) => {
    timer = setTimeout(() => resolve('still running'), patience);
  });
  try {
    return await Promise.race([running, waiting]);
  } finally {
    clearTimeout(timer);
  }
};
