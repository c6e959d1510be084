import { describe, expect, it } from 'vitest';
import { readPlanningData, readPlanOrganisation } from '../../../../src/adapters/shared/planning-data/planning-data.ts';
import { aDocument, anOrganisation } from '../../../builders/plan-document.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const problemOf = (text: string): string | undefined => {
  const reading = readPlanningData(bytesOf(text));
  return reading.ok ? undefined : reading.problem;
};

describe('a document that is useless as a whole', () => {
  const story = '{"id":"4711","title":"Streng geheim: der Haushalt"}';
  const document = `{"organisation":${JSON.stringify(anOrganisation())},"stories":[${story},${story}],"events":[]}`;

  it('is said to be cut short wherever it is cut', () => {
    for (let length = 1; length < document.length; length += 1) {
      expect(problemOf(document.slice(0, length))).toBe('it is cut short: its end is missing');
    }
    expect(problemOf(document)).toBeUndefined();
  });

  it('is said to be empty', () => {
    expect(problemOf('')).toBe('it is empty');
    expect(problemOf(' \r\n\t\uFEFF'.slice(0, 4))).toBe('it is empty');
    expect(problemOf('\uFEFF')).toBe('it is empty');
  });

  it.each([
    ['a record', document.replace('"4711"', '47 11')],
    ['a bracket of the wrong kind', document.replace('"events":[]', '"events":[}')],
    ['a trailing comma', document.replace('"events":[]', '"events":[1,]')],
    ['a missing comma', document.replace(',"events"', ' "events"')],
    ['a missing colon', document.replace('"events":', '"events" ')],
    ['a key without quotes', document.replace('"events":', 'events:')],
    ['an ignored field', document.replace('"events":', '"more":tru,"events":')],
    ['a control character in a text', document.replace('Streng', 'Str\u0001eng')],
  ])('is no JSON for %s, and nothing of it is shown', (_, text) => {
    expect(problemOf(text)).toBe('it is not valid JSON');
  });

  it.each([
    ['[]', 'it is not a JSON object with "organisation", "stories" and "events"'],
    ['"plan"', 'it is not a JSON object with "organisation", "stories" and "events"'],
    ['garbage', 'it is not a JSON object with "organisation", "stories" and "events"'],
    [`${aDocument()} {}`, 'it goes on after its end'],
    [aDocument({ stories: undefined }), 'it has no list "stories"'],
    [aDocument({ stories: {} }), 'it has no list "stories"'],
    [aDocument({ events: null }), 'it has no list "events"'],
    [aDocument().replace('"events":[]', '"events":[],"events":[]'), 'one of its fields stands in it twice'],
  ])('is refused: %s', (text, problem) => {
    expect(problemOf(text)).toBe(problem);
  });

  it('is refused where it is not UTF-8', () => {
    const bytes = bytesOf(aDocument({ stories: [{ id: '1', title: 'x' }] }));
    bytes[bytes.indexOf('x'.charCodeAt(0), bytes.indexOf(']'.charCodeAt(0)))] = 0xe4;
    expect(readPlanningData(bytes)).toEqual({ ok: false, problem: 'it is not UTF-8 text' });
  });
});

describe('an organisation', () => {
  const anna = { id: 'anna', name: 'Anna', email: 'anna@x.example', locale: 'de' };

  it.each([
    [{ id: 'Elbkurier' }, 'organisation.id must be 1 to 64 of a-z, 0-9 and -'],
    [{ id: 'a'.repeat(65) }, 'organisation.id must be 1 to 64 of a-z, 0-9 and -'],
    [{ id: 7 }, 'organisation.id must be a text'],
    [{ name: ' ' }, 'organisation.name must not be empty'],
    [{ timeZone: 'Mars/Olympus' }, 'organisation.timeZone must be the name of an IANA time zone'],
    [{ timeZone: '+01:00' }, 'organisation.timeZone must be the name of an IANA time zone'],
    [{ locale: 'fr' }, 'organisation.locale must be "de" or "en"'],
    [{ administrators: undefined }, 'organisation.administrators must be a list'],
    [{ administrators: ['anna'] }, 'organisation.administrators[0] must be an object'],
    [{ administrators: [anna, { ...anna, name: 'B' }] }, 'organisation.administrators[1].id stands twice in the list'],
    [
      { administrators: [{ ...anna, email: 'a@x.example\r\nBcc: e@y.example' }] },
      'organisation.administrators[0].email must be one e-mail address',
    ],
    [
      { administrators: [{ ...anna, email: 'a@x.example, e@y.example' }] },
      'organisation.administrators[0].email must be one e-mail address',
    ],
    [
      { id: '', locale: null },
      'organisation.id must be 1 to 64 of a-z, 0-9 and -; organisation.locale must be "de" or "en"',
    ],
  ])('is refused for %j', (changes, problem) => {
    const organisation = { ...anOrganisation(), ...changes };
    expect(problemOf(aDocument({ organisation }))).toBe(problem);
  });

  it('is refused where there is none', () => {
    expect(problemOf(aDocument({ organisation: undefined }))).toBe('organisation must be an object');
  });

  it('is read whatever the state of the lists, and after them', () => {
    const text = aDocument({ organisation: undefined, stories: 'none', events: [{}, { a: ['}]"\\'] }] });
    const document = text.replace(/}$/, `,"organisation":${JSON.stringify(anOrganisation())}}`);
    expect(readPlanOrganisation(bytesOf(document))).toEqual({ ok: true, value: anOrganisation() });
  });
});

it('takes a byte order mark, odd spaces and unknown fields', () => {
  const text = `\uFEFF \n{ "version" : [1, {"x": null}] ,\t"stories":[ ], "events" : [\n], "organisation": ${JSON.stringify(
    { ...anOrganisation(), more: 1 },
  )} }\r\n`;
  expect(readPlanningData(bytesOf(text))).toEqual({
    ok: true,
    value: { organisation: anOrganisation(), plan: { stories: [], events: [], unreadable: [] } },
  });
});
