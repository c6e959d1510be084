import type { Day } from '../calendar.ts';
import type { EventSketch, Group, Weekday } from '../material.ts';
import { courtRoll, markets, ships, venues } from './listings.ts';

const isWeekend = (day: Day): boolean => day.weekday === 'sa' || day.weekday === 'so';

const guests: Readonly<Record<Weekday, string>> = {
  mo: 'Blattkritik: Lehrerin aus Horn',
  di: 'Blattkritik: Hafenlotse Jens Büß',
  mi: 'Blattkritik: Klasse 9b, Max-Brauer-Schule',
  do: 'Blattkritik: Abonnentin seit 1961',
  fr: 'Blattkritik: Kollegen aus Gdańsk und Århus',
  sa: 'Blattkritik im kleinen Kreis',
  so: 'Blattkritik entfällt – dafür Kuchen',
};

/** The newsroom's own rhythm: eight a day. */
const newsroom = (day: Day): readonly EventSketch[] => [
  [
    isWeekend(day) ? '09:30–09:50' : '08:45–09:05',
    `Frühkonferenz, ${day.name}`,
    'Newsroom, 3. Stock',
    { note: 'Stehend. Wer zu spät kommt, bringt Brötchen.' },
  ],
  [
    '10:30–11:15',
    isWeekend(day) ? 'Wochenendkonferenz: Themen für Montag' : 'Themenkonferenz aller Ressorts',
    'Raum Steinhöft',
  ],
  ['11:15–11:45', guests[day.weekday], 'Raum Steinhöft'],
  [
    '13:00–13:20',
    'Online-Runde: Zahlen, Push, Abends',
    'Newsroom, Videoecke',
    { links: ['https://treff.elbkurier.example/online-runde'] },
  ],
  ['14:30–14:45', 'Bildrunde: Motive für die Eins', 'Bildredaktion'],
  ['16:00–16:30', 'Seite-1-Konferenz', 'Chefredaktion'],
  ['17:45', `Übergabe an den Spätdienst, ${day.name}`, 'Newsroom, Tisch 1'],
  [
    day.weekday === 'mi' ? '23:40' : '22:45',
    day.weekday === 'sa' ? 'Redaktionsschluss E-Paper am Sonntag' : 'Andruck der Stadtausgabe',
    'Druckzentrum, Kurt-A.-Körber-Chaussee',
  ],
];

const lookouts = (day: Day): readonly EventSketch[] => [
  [
    '08:00–08:15',
    `Rundruf bei Polizei, Feuerwehr, Bundespolizei (${day.short})`,
    'Telefon',
    { contact: 'Lagezentrum 040 66969-810; Feuerwehr 040 66969-811' },
  ],
  // The tide comes about fifty minutes later each day; near enough for a plan, and never a clock change's lost hour.
  [
    `${String(5 + Math.floor((day.offset * 50) / 60)).padStart(2, '0')}:${String((day.offset * 50) % 60).padStart(2, '0')}`,
    `Hochwasser am Pegel St. Pauli, ${day.short}`,
    'St. Pauli, Landungsbrücken',
  ],
];

const of = (group: Group, sketches: readonly EventSketch[]) => sketches.map((sketch) => [group, sketch] as const);

export const dailyEvents = (day: Day): readonly (readonly [Group, EventSketch])[] => [
  ...of('Redaktion', newsroom(day)),
  ...of('Lokales', lookouts(day)),
  ...of('Kultur', venues[day.weekday]),
  ...of('Wirtschaft', ships[day.weekday]),
  ...of('Lokales', markets[day.weekday]),
  ...of('Lokales', courtRoll[day.weekday]),
];
