import type { EventSketch, Week } from '../material.ts';

/** Four a day. */
export const wirtschaft: Week<EventSketch> = {
  mo: [
    [
      '09:00',
      'Quartalszahlen des Terminalbetreibers (Telefonkonferenz)',
      'Einwahl: +49 40 66969-333',
      { of: ['hafenzahlen'], tasks: 'text grafik' },
    ],
    ['13:00', 'Betriebsrat spricht am Tor', 'Burchardkai, Waltershof', { of: ['hafenzahlen'], tasks: 'foto?' }],
    ['15:30–16:30', 'Lüth & Töchter: Röstprobe im neuen Speicher', 'Pickhuben 6, 2. Boden'],
    [
      '18:00–20:00',
      'Gläubigerversammlung Modehaus Behnke',
      'Sievekingplatz 1, Saal B 405',
      { confidential: true, tasks: 'text' },
    ],
  ],
  di: [
    [
      '09:00–18:00',
      'WindTec – Fachmesse für Windenergie',
      'Messe Hamburg, Hallen A1–B7',
      {
        days: 3,
        of: ['messe'],
        tasks: 'text foto',
        links: ['https://windtec.example/de/aussteller'],
        contact: 'Messepresse, Herr Knööß, 040 66969-866',
      },
    ],
    ['10:00', 'Warnstreik: Kundgebung vor den Kaufhäusern', 'Mönckebergstraße, Höhe Barkhof', { tasks: 'foto' }],
    [
      '14:00',
      'Reederei Sørensen: Vertragsunterzeichnung',
      'Ballindamm 17',
      { note: 'Koreanische Delegation: Namen in der Mappe, Nachname zuerst (Kim Min-jun).' },
    ],
    ['16:00–17:30', 'Konjunkturgespräch der Handelskammer', 'Adolphsplatz 1'],
  ],
  mi: [
    [
      '08:30',
      'Landstrom-Anschluss im Ernstfall: »Aurelia Star« steckt ein',
      'Terminal Steinwerder, Buchheisterstraße 16',
      { of: ['landstrom'], tasks: 'foto video' },
    ],
    ['11:00', 'Marktbericht Büroflächen', 'Neuer Wall 63', { fields: { Sperrfrist: '11:00 Uhr' } }],
    ['13:00–15:00', 'Bilanz-PK der Sparkasse an der Bille', 'Sachsentor 42, Bergedorf', { tasks: 'text' }],
    ['19:00', 'Gründerstammtisch »Scheitern für Anfänger«', 'Süderstraße 73, Hinterhof'],
  ],
  do: [
    [
      '10:00–11:00',
      'Gastwirteverband: Was kostet das Bier?',
      'Gasthaus Nagel, Kirchenallee 57',
      { of: ['bier'], tasks: 'text grafik?' },
    ],
    ['12:00', 'Spatenstich Nordblech, Halle 4', 'Industriestraße 12, Neu Wulmstorf'],
    ['14:30', 'Finanzgericht: Kümmel gegen Zoll (Az. 4 K 112)', 'Lübeckertordamm 4, Saal 1'],
    [
      '18:00–21:00',
      'Meisterfeier der Handwerkskammer',
      'Holstenwall 12',
      { tasks: 'foto', note: 'Jahrgangsbeste: ليلى الخطيب, Tischlerin.' },
    ],
  ],
  fr: [
    [
      '10:00–11:30',
      'Aufsichtsrat berät über Warenhaus',
      'Jungfernstieg, Zugang nur mit Einladung',
      { confidential: true, of: ['warenhaus'], note: 'Vor der Tür warten lohnt. Zwei Ausgänge!' },
    ],
    ['09:00', 'Ausbildungsbörse „Last Minute“', 'Wilhelmsburger Platz 2', { tasks: 'foto?' }],
    ['15:00', 'Bäckerinnung reagiert auf Brötchen-Urteil', 'Bäckerstraße 9, Lokstedt'],
    [
      '23:00–02:00',
      'Nachtbesuch in der Seemannsmission',
      'Zellmannstraße 16, Waltershof',
      { note: 'Reportage. Taxi hin, Kleinbus zurück.' },
    ],
  ],
  sa: [
    ['10:00–18:00', 'Messe »Haus & Heizung«', 'Alsterdorfer Sporthalle, Krochmannstraße 55', { days: 1 }],
    ['11:00–13:00', 'Repair-Café trifft Elektronikmarkt', 'Neue Große Bergstraße 20'],
    [
      '12:00',
      'Bußgeldbescheid, öffentlich verlesen: Späti »Nachtvogel«',
      'Schulterblatt 88',
      { tasks: 'foto? social?' },
    ],
    ['14:00', 'Versteigerung: Inventar des Modehauses Behnke', 'Spitalerstraße, Eingang Hof'],
  ],
  so: [
    ['03:15–05:30', 'Nachtschicht im Großmarkt', 'Banksstraße 28, Tor Ost', { tasks: 'foto' }],
    ['13:00–17:00', 'Verkaufsoffener Sonntag in Harburg', 'Lüneburger Straße'],
    ['14:00', 'Hofrundgang nach dem Hagel', 'Obsthof Quast, Jork'],
    ['16:00', 'Eröffnung Knopfmuseum »Loch an Loch«', 'Ottenser Hauptstraße 44', { tasks: 'foto?' }],
  ],
};
