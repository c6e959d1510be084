import type { EventSketch, Week } from '../material.ts';

/** Six a day. */
export const lokales: Week<EventSketch> = {
  mo: [
    [
      '09:30–10:30',
      'Sozialbehörde stellt Kita-Zahlen vor',
      'Hamburger Straße 47, Raum 113',
      { of: ['kita'], tasks: 'text foto', contact: 'Pressestelle, Frau Dierks, 040 66969-850' },
    ],
    [
      '11:00',
      'Richtfest der Stadtteilschule Kirchwerder',
      'Kirchwerder Hausdeich 341',
      { note: 'Zimmerleute sprechen um elf, danach Grünkohl.' },
    ],
    [
      '14:00–15:30',
      'Rundgang „Barrierefrei? Von wegen“',
      'U-Bahnhof Mundsburg, Ausgang Hamburger Straße',
      { tasks: 'foto?' },
    ],
    [
      '16:00',
      'Bürgermeister ehrt Lebensretter',
      'Rathaus, Kaisersaal',
      { tasks: 'foto', note: 'Der jüngste Retter ist elf und heißt Taavi.' },
    ],
    [
      '18:30–20:30',
      'Einwohnerversammlung zum Radweg Elbchaussee',
      'Aula der Schule Trenknerweg 136',
      { note: 'Wird laut. Letztes Mal ging ein Mikrofon zu Bruch.' },
    ],
    [
      'ganztags',
      'Aktionstag „Stille Stunde“ in 40 Supermärkten',
      'stadtweit',
      { links: ['https://stille-stunde.example/hamburg'] },
    ],
  ],
  di: [
    [
      '08:15',
      'Schulsenatorin besucht die „Toilette des Grauens“',
      'Schule am Kiebitzhang, Sasel',
      { of: ['toiletten'], tasks: 'text foto video' },
    ],
    [
      '10:00–12:00',
      'Pressetermin: Neue Löschboote',
      'Fähranleger Neumühlen',
      { contact: 'Feuerwehr-Pressestelle, Jan Öhms, 0171 3920020', tasks: 'foto' },
    ],
    [
      '18:00–19:30',
      'Eröffnung der Bücherhalle',
      'Krieterstraße 18, Wilhelmsburg',
      {
        of: ['buecherhalle'],
        tasks: 'text foto?',
        note: 'Buffet vom Nachbarschaftsverein; Ministerin kommt doch nicht.',
      },
    ],
    [
      '13:00',
      'Tierheim Süderstraße zeigt Schlangenfund',
      'Süderstraße 399',
      { note: 'Boa, 2,40 m; Fotograf ohne Angst gesucht.', tasks: 'foto?' },
    ],
    ['15:00–17:00', 'Seniorenbeirat tagt: Handyverbot andersherum', 'Bezirksamt Eimsbüttel, Grindelberg 66'],
    [
      '19:00',
      'Infoabend Hochwasserschutz: „Wann kommt mein Deich?“',
      'Freiwillige Feuerwehr Moorburg, Moorburger Elbdeich 249',
    ],
  ],
  mi: [
    [
      '10:00–11:00',
      'Gewerkschaft und Feuerwehr: Personalnot in Zahlen',
      'Gewerkschaftshaus, Besenbinderhof 60',
      { of: ['feuerwehr'], tasks: 'text grafik?' },
    ],
    ['12:00', 'Probealarm: Sirenen in allen Bezirken', 'stadtweit', { note: 'Um zwölf kein Telefoninterview führen.' }],
    ['14:30', 'Scheckübergabe: Kegelclub spendet an Kinderhospiz', 'Rissener Landstraße 187', { tasks: 'foto' }],
    ['16:00–18:00', 'Sprechstunde des Mietervereins auf dem Wochenmarkt', 'Goldbekufer, Winterhude'],
    [
      '17:30',
      'Gedenken an der Stolperschwelle',
      'Moorweidenstraße, Rotherbaum',
      { note: 'Zurückhaltend fotografieren. Enkel אברהם בן־דוד reist aus Haifa an.' },
    ],
    [
      '20:00',
      'Krisentreffen Kleingartenverein »Frohsinn 1921«',
      'Vereinsheim Hellbrookstraße 59',
      { confidential: true, note: 'Ein Gast darf mit, der Vorsitzende weiß von nichts.' },
    ],
  ],
  do: [
    [
      '09:00–10:00',
      'LKA: Lagebild Telefonbetrug',
      'Polizeipräsidium, Bruno-Georges-Platz 1',
      { of: ['betrug'], tasks: 'text foto', contact: 'KHK Ilka Behn, 040 66969-818' },
    ],
    ['11:30', 'Baumpflanzung: Die zehntausendste Linde', 'Öjendorfer Park, Eingang Reclamstraße', { tasks: 'foto?' }],
    ['14:00–16:00', 'Ortstermin am Loch: Fahrradparken Altona', 'Paul-Nevermann-Platz'],
    [
      '17:00',
      'Schwanenvater lädt zum Zählen',
      'Mühlenteich, Eppendorf',
      { note: 'Gummistiefel. Nicht anfassen, nicht singen.' },
    ],
    [
      '18:00–21:00',
      'Stadtteilgespräch Hansaplatz',
      'Gemeindehaus St. Georg, Stiftstraße 15',
      { of: ['kita'], note: 'Auch die Kita-Frage kommt dran.' },
    ],
    [
      'ganztags',
      'Bundesweiter Vorlesetag',
      '312 Schulen und Kitas',
      { links: ['https://vorlesen.example/stra%C3%9Fenkarte?ort=hamburg'] },
    ],
  ],
  fr: [
    [
      '10:30',
      'AStA räumt den Hörsaal auf: Pressegespräch am Feldbett',
      'Von-Melle-Park 4, Hörsaal B',
      { of: ['studenten'], tasks: 'text foto' },
    ],
    [
      '11:00–15:00',
      'Polizei zeigt gefundene Lastenräder',
      'Bruno-Georges-Platz 1, Hof',
      { of: ['lastenrad'], tasks: 'foto', note: 'Kaufbeleg oder Rahmennummer mitbringen.' },
    ],
    ['13:00', 'Kaffeetafel-Rekordversuch', 'Schweriner Straße, Rahlstedt', { tasks: 'foto? video?' }],
    ['16:30–18:00', 'Abschiedsfest Café Mélange', 'Eppendorfer Landstraße 61'],
    ['19:30', 'Lange Nacht der Nachbarn', 'Lattenkamp 20, Alsterdorf', { note: 'Kommt Kollege İbrahim? Er wohnt da.' }],
    [
      'ganztags',
      'Hamburger Hafentage',
      'Landungsbrücken bis Fischauktionshalle',
      {
        days: 2,
        tasks: 'text? foto',
        note: 'Drei Tage. Einlaufparade am ersten Nachmittag, Feuerwerk am letzten Abend.',
        links: ['https://hafentage.example/programm'],
        contact: 'Hafentage GbR, Frau Mühlenbeck, 040 66969-861',
      },
    ],
  ],
  sa: [
    [
      '14:00–17:00',
      'Demonstration „Mietenwahnsinn stoppen“',
      'Auftakt Millerntorplatz, Ende Rathausmarkt',
      {
        of: ['mietendemo'],
        tasks: 'text foto video social',
        note: 'Anmelderin: Kathrin Bøgh. Gegendemo angemeldet; Helme im Fotoschrank.',
      },
    ],
    ['09:00–12:00', 'Tag der offenen Tür im Wasserwerk', 'Kaltehofe Hauptdeich 6, Rothenburgsort'],
    [
      '11:00',
      'Hastedts und Hastedts: Familientreffen',
      'Neuengammer Hausdeich 413',
      { tasks: 'foto? social', note: '214 Zusagen 👨\u200d👩\u200d👧\u200d👦' },
    ],
    ['12:00–13:00', 'Übergabe der Unterschriften fürs Freibad', 'Bezirksamt Nord, Kümmellstraße 5', { tasks: 'foto?' }],
    [
      '15:00',
      'Hofkonzert für Senioren: Shantychor »Luv & Lee«',
      'Pflegeheim Hospital zum Heiligen Geist, Hinsbleek 11',
    ],
    ['22:00–01:30', 'Nachtflohmarkt mit Stirnlampe', 'Fabrik der Künste, Kreuzbrook 10'],
  ],
  so: [
    [
      '09:00–16:00',
      'Entschärfung: Evakuierung Veddel',
      'Sperrkreis 500 m um Veddeler Brückenstraße',
      {
        of: ['bombe'],
        tasks: 'text foto video social',
        contact: 'Lagestab, 040 66969-811',
        note: 'Presse-Punkt: Schule Slomanstieg. Ausweis mitführen.',
      },
    ],
    [
      '05:30–09:30',
      'Fischmarkt: letzter Tag der Aal-Dynastie',
      'Große Elbstraße 9',
      { of: ['fischmarkt'], tasks: 'text foto' },
    ],
    ['11:00–14:00', 'Stadtteilbrunch für die Suppenküche', 'Stübenplatz, Wilhelmsburg'],
    ['12:00', 'Taufe der Barkasse »Tante Lieselotte«', 'Brücke 8, Landungsbrücken', { tasks: 'foto?' }],
    [
      '15:00',
      'Trauermarsch für verunglückten Radfahrer',
      'Stresemannstraße, Ecke Alsenplatz',
      { note: 'Familie wünscht keine Gesichter.' },
    ],
    ['17:00–18:30', 'Lichterfahrt der Kanuten', 'Stadtparksee, Liebesinsel'],
  ],
};
