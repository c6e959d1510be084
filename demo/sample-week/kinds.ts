import type { Kind, Ressort } from './material.ts';

interface PublicationPlan {
  readonly platform: string;
  readonly scope?: string;
  /** Of the story's own day; without it the publication is the next morning's. */
  readonly time?: string;
  /** Which of the kind's tasks go into it, by position. */
  readonly uses: readonly number[];
}

interface KindPlan {
  readonly formats: readonly string[];
  readonly publications: readonly PublicationPlan[];
}

/** What each kind of story needs, and where it appears. */
export const kinds: Readonly<Record<Kind, KindPlan>> = {
  Aufmacher: {
    formats: ['text', 'foto', 'grafik'],
    publications: [
      { platform: 'Print', scope: '140 Zeilen', uses: [0, 1, 2] },
      { platform: 'Online', scope: '5.000 Zeichen', time: '17:00', uses: [0, 1] },
      { platform: 'E-Paper', uses: [0, 1] },
    ],
  },
  Meldung: {
    formats: ['text'],
    publications: [
      { platform: 'Print', scope: '35 Zeilen', uses: [0] },
      { platform: 'Online', time: '14:30', uses: [0] },
    ],
  },
  Kommentar: { formats: ['text'], publications: [{ platform: 'Print', scope: '60 Zeilen', uses: [0] }] },
  Reportage: {
    formats: ['text', 'foto', 'video'],
    publications: [
      { platform: 'Print', scope: '220 Zeilen', uses: [0, 1] },
      { platform: 'Online', scope: '9.000 Zeichen', time: '18:00', uses: [0, 1, 2] },
      { platform: 'Video', scope: '3:30 min', time: '18:30', uses: [2] },
    ],
  },
  Interview: {
    formats: ['text', 'foto'],
    publications: [
      { platform: 'Print', scope: '180 Zeilen', uses: [0, 1] },
      { platform: 'Online', time: '19:00', uses: [0, 1] },
    ],
  },
  Bildergalerie: {
    formats: ['foto', 'social'],
    publications: [
      { platform: 'Online', scope: '18 Bilder', time: '16:00', uses: [0] },
      { platform: 'Instagram', scope: '10 Kacheln', time: '18:00', uses: [0, 1] },
    ],
  },
  Newsletter: { formats: ['text'], publications: [{ platform: 'Newsletter', scope: '2.500 Zeichen', uses: [0] }] },
  Podcast: { formats: ['text', 'social'], publications: [{ platform: 'Podcast', scope: '22 min', uses: [0, 1] }] },
  Video: {
    formats: ['video', 'social'],
    publications: [{ platform: 'Video', scope: '1:20 min', time: '19:30', uses: [0, 1] }],
  },
};

/** The first and the last page of each department's book in the printed paper. */
export const pages: Readonly<Record<Ressort, readonly [first: number, last: number]>> = {
  Politik: [2, 5],
  Wirtschaft: [6, 8],
  Lokales: [9, 15],
  Kultur: [16, 19],
  Sport: [20, 25],
  Online: [26, 26],
  Foto: [1, 1],
  Wochenende: [27, 32],
};

export const taskTitles: Readonly<Record<string, readonly string[]>> = {
  text: [
    'Haupttext',
    'Bericht',
    'Text plus Kasten „Zahlen & Fakten“',
    'Anlauf S. 1, Text innen',
    'Text, Zweitfassung online',
    'Kurzfassung zuerst',
  ],
  foto: [
    'Aufmacherbild quer',
    'Porträt, hochkant',
    'Symbolbild vermeiden, neu fotografieren',
    'Außenaufnahme bei Tageslicht',
    'Reporterfoto, drei Motive',
  ],
  video: ['Hochkant-Clip', 'O-Töne und Schnittbilder', 'Drohne, Genehmigung liegt vor'],
  grafik: ['Karte', 'Balken, zweispaltig', 'Zeitleiste', 'Tabelle zum Ausklappen'],
  social: ['Reel', 'Story mit Umfrage', 'Karussell', 'Teaser für alle Kanäle'],
};
