import { z } from 'zod';
import type { Organisation } from '../../../application/ports/organisation-directory.ts';
import { type Reading, read, unreadable } from '../../../domain/reading.ts';
import { isTimeZone } from '../../../domain/schedule/time-zone.ts';
import { pathOf } from './path.ts';

const filled = z.string('must be a text').refine((text) => text.trim() !== '', 'must not be empty');
const locale = z.enum(['de', 'en'], 'must be "de" or "en"');

/** One address, with nothing that could become a second one or a header line. */
const EMAIL = /^[^\s@<>()[\]\\,;:"\p{Cc}]+@[^\s@<>()[\]\\,;:"\p{Cc}]+$/u;

const administrator = z.object(
  { id: filled, name: filled, email: filled.regex(EMAIL, 'must be one e-mail address'), locale },
  'must be an object',
);

const organisation = z.object(
  {
    id: z.string('must be a text').regex(/^[a-z0-9-]{1,64}$/, 'must be 1 to 64 of a-z, 0-9 and -'),
    name: filled,
    timeZone: z.string('must be a text').refine(isTimeZone, 'must be the name of an IANA time zone'),
    locale,
    administrators: z.array(administrator, 'must be a list').superRefine((administrators, context) => {
      const seen = new Set<string>();
      for (const [index, { id }] of administrators.entries()) {
        if (seen.has(id))
          context.addIssue({ code: 'custom', path: [index, 'id'], message: 'stands twice in the list' });
        seen.add(id);
      }
    }),
  },
  'must be an object',
);

/** Reads the part `organisation` of a plan document; the problem names every field to mend, and shows no value. */
export const readOrganisation = (value: unknown): Reading<Organisation, string> => {
  const reading = organisation.safeParse(value);
  if (reading.success) return read(reading.data);
  return unreadable(
    reading.error.issues.map((issue) => `${pathOf(['organisation', ...issue.path])} ${issue.message}`).join('; '),
  );
};
