import type { EventSketch, Week } from '../material.ts';

/** Four a day. */
export const politik: Week<EventSketch> = {
  mo: [
    ['11:00', 'Statement der Opposition zum Digitalfunk', 'Rathaus, Bürgersaal'],
    [
      '13:00–14:00',
      'Finanzbehörde: Hintergrundgespräch Grundsteuer',
      'Gänsemarkt 36, 3. Stock',
      {
        confidential: true,
        of: ['grundsteuer'],
        tasks: 'text',
        note: 'Unter drei! Kein Zitat, kein Foto, kein Beitrag bei @elbkurier_hh.',
      },
    ],
    [
      '17:00–20:00',
      'Innenausschuss (öffentlich)',
      'Rathaus, Raum 186',
      { links: ['https://buergerschaft.example/ausschuss/innen'] },
    ],
    [
      '19:00',
      'Fraktionsklausur: Vorbereitung der Haushaltswoche',
      'Hotel am Rothenbaum, Saal 2',
      { confidential: true, status: 'vorgemerkt' },
    ],
  ],
  di: [
    [
      '12:30–13:15',
      'Landespressekonferenz nach der Senatssitzung',
      'Rathaus, Raum 151',
      { of: ['lpk'], tasks: 'text social' },
    ],
    [
      '10:00',
      'Rechnungshof: Jahresbericht, Sperrfrist elf Uhr',
      'Gänsemarkt 36',
      { fields: { Sperrfrist: '11:00 Uhr' }, tasks: 'text' },
    ],
    [
      '17:00',
      'Schulausschuss: Expertenanhörung',
      'Rathaus, Raum 151',
      { of: ['toiletten'], note: 'Fünf Sachverständige; die dritte ist die interessante.' },
    ],
    ['18:30', 'Bezirksversammlung Bergedorf', 'Wentorfer Straße 38'],
  ],
  mi: [
    [
      '13:30–22:00',
      'Bürgerschaft: Haushaltsdebatte',
      'Rathaus, Plenarsaal',
      {
        of: ['haushalt'],
        tasks: 'text foto grafik',
        links: ['https://buergerschaft.example/tagesordnung', 'https://buergerschaft.example/livestream'],
      },
    ],
    ['09:00', 'Übergabe der Unterschriften: Laubbläser', 'Rathaus, Diele', { tasks: 'foto?' }],
    ['12:00–13:00', 'Kundgebung der Lehrer vor dem Rathaus', 'Rathausmarkt', { of: ['haushalt'] }],
    [
      '18:00',
      'Bezirksversammlung Harburg',
      'Rathaus Harburg, Harburger Rathausplatz 1',
      { status: 'abgesagt', note: 'Sitzungsleiter krank; neuer Termin folgt.' },
    ],
  ],
  do: [
    [
      '10:00–17:00',
      'Untersuchungsausschuss, öffentliche Zeugenbefragung',
      'Rathaus, Raum 151',
      { of: ['pua'], tasks: 'text', days: 1 },
    ],
    [
      '14:00',
      'Kiel trifft Hamburg: Gemeinsame PK zum Schlick',
      'Landesvertretung am Ballindamm',
      { tasks: 'text foto' },
    ],
    [
      '15:00',
      'Treffen mit der Quelle',
      'Ort per Telefon',
      { confidential: true, of: ['tempo30'], note: 'Nur Rautenberg. Handys bleiben hier.' },
    ],
    ['19:00–21:00', 'Bürgerdialog Elbchaussee mit dem Senator', 'Teufelsbrück, Festzelt', { of: ['tempo30'] }],
  ],
  fr: [
    [
      '09:30',
      'Bundesrat, Plenum',
      'Leipziger Straße 3–4, Berlin',
      { of: ['bundesrat'], tasks: 'text', note: 'Korrespondentin vor Ort, wir übernehmen Reaktionen.' },
    ],
    ['13:00', 'Konstituierung des Jugendparlaments', 'Rathaus, Großer Festsaal', { tasks: 'foto' }],
    [
      '16:00–17:00',
      'Konsularischer Empfang: 30 Jahre Partnerschaft mit Łódź',
      'Alsterufer 27',
      { contact: 'Honorarkonsul Żuk, 040 66969-880' },
    ],
    ['18:00', 'Neujahrsempfang – nachgeholt! – der Wandsbeker Wirtschaft', 'Bürgersaal Wandsbek'],
  ],
  sa: [
    [
      '10:00–18:00',
      'Landesparteitag',
      'Bürgersaal Wandsbek, Am Alten Posthaus 4',
      { of: ['parteitag'], tasks: 'text foto', days: 1 },
    ],
    ['11:00', 'Infostand-Runde: Alle gegen einen am Tibarg', 'Tibarg 21, Niendorf'],
    ['12:30', 'Offenes Rathaus: Führung in Gebärdensprache', 'Rathausmarkt 1', { tasks: 'foto?' }],
    [
      '16:00',
      'Vorstandssitzung hinter verschlossener Tür',
      'Kurt-Schumacher-Allee 10',
      { confidential: true, of: ['parteitag'] },
    ],
  ],
  so: [
    [
      '08:00–18:00',
      'Bürgerentscheid Eppendorf: Abstimmung',
      'sieben Wahllokale rund um den Marie-Jonas-Platz',
      { of: ['parkhaus'] },
    ],
    [
      '18:00–20:00',
      'Auszählung und erste Zahlen',
      'Bezirksamt Nord, Kümmellstraße 7',
      { of: ['parkhaus'], tasks: 'text foto' },
    ],
    ['11:00', 'Matinee: Altbürgermeister im Gespräch mit Schülern', 'Körberforum, Kehrwieder 12'],
    [
      '20:15',
      'Talkrunde im Fernsehen: Hamburger Senatorin zu Gast',
      'Studio, Berlin',
      { note: 'Mitschauen, ob Neues kommt. ca. 21:15 Uhr Meldung?' },
    ],
  ],
};
