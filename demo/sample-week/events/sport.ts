import type { EventSketch, Week } from '../material.ts';

/** Four a day. */
export const sport: Week<EventSketch> = {
  mo: [
    ['10:00–11:30', 'HSV: Auslaufen, öffentlich', 'Volksparkstadion, Platz 3', { of: ['hsv-analyse'] }],
    ['15:00', 'Vorstellung der Hockey-Nationalmannschaft', 'Hemmingstedter Weg 140', { tasks: 'foto?' }],
    ['18:30', 'Flutlichttraining SV Ohe', 'Amselstieg 20, Reinbek', { note: 'Für die Montagsreportage.' }],
    ['20:00', 'Volleyball: Eimsbütteler TV – Kiel', 'Hoheluftchaussee, Sporthalle'],
  ],
  di: [
    ['13:00', 'FC St. Pauli: PK vor dem Pokal', 'Kollaustraße 128', { of: ['pokal'], tasks: 'text video' }],
    ['16:00', 'Bootstaufe »Tante Käthe«', 'Ruder-Club Allemannia, An der Alster 47', { tasks: 'foto' }],
    [
      '19:30',
      'Basketball: Towers – Łódź (Europapokal)',
      'Inselpark-Arena, Kurt-Emmerich-Platz 10',
      { tasks: 'text foto' },
    ],
    ['19:00', 'Ehrung der Sportabzeichen: Oma Süß macht das 50.', 'Haus des Sports, Schäferkampsallee 1'],
  ],
  mi: [
    [
      '20:45–22:45',
      'DFB-Pokal: FC St. Pauli – Dortmund',
      'Millerntor-Stadion',
      {
        of: ['pokalabend', 'praemie'],
        tasks: 'text foto foto video? social',
        note: 'Verlängerung + Elfmeter: bis 23:30 Uhr. Andruck ist informiert.',
      },
    ],
    ['11:00', 'HSV-Frauen: Vertragsunterschrift der Trainerin', 'Volksparkstadion, Presseraum'],
    ['17:00', 'Schiedsrichter-Lehrabend mit Dr. Großmann', 'Jenfelder Allee 70a'],
    ['18:00', 'Schwimmen: Hamburger Kurzbahn, Vorläufe', 'Alsterschwimmhalle, Ifflandstraße 21', { days: 2 }],
  ],
  do: [
    ['12:00', 'Marathon: Warteliste öffnet', 'online', { links: ['https://marathon-hh.example/warteliste'] }],
    ['14:00', 'St. Pauli: Die Stimmen danach', 'Kollaustraße 128', { of: ['praemie'], tasks: 'text' }],
    ['17:30', 'Boxtraining „Nein heißt Nein“', 'Möllner Landstraße 197, Billstedt', { tasks: 'foto?' }],
    ['19:00', 'Darts-Abend der Bundesliga', 'Sporthalle Hamburg'],
  ],
  fr: [
    [
      '13:30',
      'HSV: PK vor dem Heimspiel',
      'Volksparkstadion, Sylvesterallee 7',
      { of: ['heimspiel'], tasks: 'text video' },
    ],
    ['19:00', 'Handball: HSV Hamburg – Lemgo', 'Sporthalle Hamburg, Krochmannstraße 55', { tasks: 'text foto' }],
    ['15:00', 'Segelregatta »Blaues Band der Alster«, 1. Tag', 'Schwanenwik 38', { days: 2 }],
    ['20:00', 'Eishockey: Crocodiles – Herne', 'Eisland Farmsen, Berner Heerweg 152'],
  ],
  sa: [
    [
      '15:30–17:20',
      'Bundesliga: HSV – Gladbach',
      'Volksparkstadion',
      {
        of: ['hsv'],
        tasks: 'text foto foto grafik social',
        note: 'Parkschein P-Rot 41. Arbeitskarte hat Brandt; Ersatz: Ahlers.',
      },
    ],
    ['14:00', 'Oberliga-Derby: Altona 93 – Victoria', 'Adolf-Jäger-Kampfbahn, Griegstraße 62', { tasks: 'text?' }],
    ['10:00', '3. Morgenwette: Anbaden trotz Verbots', 'Boberger See, DLRG-Station'],
    ['20:00', 'Eishockey: Crocodiles – Tilburg', 'Eisland Farmsen', { tasks: 'text' }],
  ],
  so: [
    [
      '17:30–19:20',
      'Bundesliga: SC Freiburg – St. Pauli',
      'Freiburg, Achim-Stocker-Straße 1',
      { of: ['freiburg'], tasks: 'text' },
    ],
    [
      '11:30–18:00',
      'Renntag in Horn',
      'Rennbahnstraße 96',
      { tasks: 'foto', note: 'Ø-Quote siehe Liste; Hutparade 13:45 Uhr.' },
    ],
    ['09:00', 'Frühschwimmer am Boberger See', 'Boberger See, Parkplatz Süd'],
    ['15:00', 'Frauen-Bundesliga: HSV – Wolfsburg', 'Volksparkstadion', { tasks: 'text foto?' }],
  ],
};
