import type { EventSketch, Week } from '../material.ts';

/** Six a day. */
export const kultur: Week<EventSketch> = {
  mo: [
    [
      '11:00–12:00',
      'Elbphilharmonie: Programm-PK der neuen Spielzeit',
      'Großes Foyer, Platz der Deutschen Einheit 4',
      { of: ['elphi'], tasks: 'text foto', contact: 'Pressebüro, Frau Ehlers-Nwosu, 040 66969-840' },
    ],
    [
      '10:00',
      'Kunsthalle: Enthüllung des falschen Runge',
      'Glockengießerwall 5, Lichtwark-Galerie',
      { tasks: 'foto?' },
    ],
    ['14:00–18:00', 'Schirmsammlung am Bühneneingang', 'Gerhart-Hauptmann-Platz, Thalia'],
    ['18:00', 'Stammtisch der Deutschen Krimiautorinnen', 'Café Sternchance, Schröderstiftstraße 7'],
    ['19:30', 'Vortrag: Was Störtebeker wirklich trank', 'Museum für Hamburgische Geschichte, Holstenwall 24'],
    ['20:00', 'Lesebühne »Längs & Quer«', 'Zinnschmelze, Maurienstraße 19'],
  ],
  di: [
    ['12:00', 'Bekanntgabe Krimipreis »Schwarzer Anker«', 'Speicherstadt, Block L', { tasks: 'text' }],
    [
      '15:00–16:30',
      'Clubkombinat: Gagen, Mieten, Lärm',
      'Kastanienallee 9, St. Pauli',
      { of: ['clubs'], tasks: 'text foto?' },
    ],
    [
      '17:00',
      'Graffiti-Rundgang mit Żaba',
      'Julius-Leber-Straße, unter der Brücke',
      { note: 'Treffpunkt erst am Tag selbst per SMS.' },
    ],
    ['19:00', 'Vernissage „Putz“', 'Galerie Westwerk, Admiralitätstraße 74'],
    ['19:30', 'Stadtbibliothek: 24 Übersetzer, ein Gedicht', 'Hühnerposten 1'],
    ['21:00', 'Konzert: İpek & die Ausreißer', 'Hafenklang, Große Elbstraße 84', { tasks: 'foto' }],
  ],
  mi: [
    [
      '19:30–22:40',
      'Premiere »Der Sturm«',
      'Deutsches Schauspielhaus, Kirchenallee 39',
      { of: ['sturm'], tasks: 'text foto', note: 'Erste Reihe wird nass. Karte am Pressetisch.' },
    ],
    ['11:00', 'Ortstermin Denkmal: Tafel wird abgeschraubt', 'Alter Elbpark', { tasks: 'foto' }],
    ['16:00', 'Kino am Grindel: Vorführung für Spender', 'Grindelberg 7a'],
    [
      '18:00–20:00',
      'Deutsch-türkischer Lesekreis: Orhan, Ödön, Öğretmen',
      'Bücherhalle Altona, Ottenser Hauptstraße 10',
    ],
    ['20:00', 'Impro-Abend: Titel vom Publikum', 'Monsun Theater, Friedensallee 20'],
    [
      'ganztags',
      'Tag des offenen Ateliers',
      'Wendenstraße 45, 47 und 130',
      { links: ['https://offene-ateliers.example/häuser/größe?q=%C3%84hren%20%26%20Stra%C3%9Fe'] },
    ],
  ],
  do: [
    [
      '19:00–23:00',
      'Kampnagel: Eröffnung mit 40 Staubsaugern',
      'Jarrestraße 20, K6',
      { of: ['kampnagel'], tasks: 'text video social', days: 9 },
    ],
    ['14:00', 'Kampnagel: Probenbesuch für die Presse', 'Jarrestraße 20, K2', { of: ['kampnagel'], tasks: 'foto' }],
    [
      '17:00–02:00',
      'Proust am Stück, 33 Stunden',
      'Buchhandlung am Mühlenkamp',
      { days: 2, note: 'Endet in der übernächsten Nacht, wenn alle durchhalten.' },
    ],
    [
      '18:15',
      'Letztes Orgelkonzert vor der Wartung',
      'Hauptkirche St. Michaelis, Englische Planke 1',
      { tasks: 'text' },
    ],
    ['20:00', 'Tango im Terminal', 'Altonaer Kreuzfahrtterminal, Van-der-Smissen-Straße 5'],
    ['21:30', 'Stummfilm & Theremin', 'Metropolis Kino, Kleine Theaterstraße 10'],
  ],
  fr: [
    [
      '11:00–12:30',
      'Vorbesichtigung »Wie Hamburg das Meer malte«',
      'Altonaer Museum, Museumstraße 23',
      { of: ['meer'], tasks: 'text foto' },
    ],
    [
      '18:00',
      'Ausstellung »Wie Hamburg das Meer malte«',
      'Altonaer Museum, Museumstraße 23',
      { of: ['meer'], days: 77, note: 'Elf Wochen, montags zu, dienstags vormittags nur Schulklassen.' },
    ],
    ['16:00', 'Enthüllung des Straßenschilds Melba-Weg', 'Barmbek-Süd, Ecke Bachstraße', { tasks: 'foto?' }],
    [
      '19:30–21:00',
      'Lesung Édouard Nkoulou, zweisprachig',
      'Literaturhaus, Schwanenwik 38',
      { contact: 'Frau Ünal, Verlag Nordlicht, 040 66969-877' },
    ],
    ['20:00', 'Ballettwerkstatt: Fragen erlaubt', 'Ballettzentrum, Caspar-Voght-Straße 54'],
    ['23:30–04:00', 'Clubnacht »Ebbe«', 'Uebel & Gefährlich, Feldstraße 66', { tasks: 'foto?' }],
  ],
  sa: [
    [
      '19:00–22:15',
      'Premiere »Tosca«',
      'Staatsoper, Große Theaterstraße 25',
      { of: ['tosca'], tasks: 'text foto', note: 'Kritikerplatz Parkett links, Reihe 6.' },
    ],
    ['11:00', 'Kinderkonzert: Der Kontrabass hat Schnupfen', 'Laeiszhalle, Studio E'],
    ['15:00–19:00', 'Werkstatttag beim Puppenspieler Szűcs', 'Bernstorffstraße 93', { tasks: 'foto' }],
    ['18:00', 'Buchmesse der Kleinverlage', 'Markthalle, Klosterwall 11', { days: 1 }],
    ['20:00', 'Best-of Poetry-Slam', 'Ernst-Deutsch-Theater, Friedrich-Schütter-Platz 1', { tasks: 'text?' }],
    ['22:00–00:30', 'Orgel, Nacht & Kerzen', 'St. Katharinen, Katharinenkirchhof 1'],
  ],
  so: [
    [
      '11:00',
      'Matinee: Jiddische Lieder mit Dalia נועם',
      'Jüdisches Kulturhaus, Flora-Neumann-Straße 1',
      { tasks: 'foto', note: 'Taschenkontrolle, 30 Minuten früher da sein.' },
    ],
    ['17:00–18:30', 'Gospelchor St. Petri', 'Bei der Petrikirche 2', { tasks: 'foto?' }],
    ['10:00–18:00', 'Eintritt frei: Speicherstadt-Museen', 'Am Sandtorkai 36'],
    ['15:00', 'Figurentheater »Käpt’n Knopf«', 'Fundus Theater, Hasselbrookstraße 25'],
    ['18:00', 'Uraufführung für 12 Nebelhörner und Chor', 'HafenCity, Magellan-Terrassen', { tasks: 'video?' }],
    ['20:15', 'Fernsehpremiere des Hafenkrimis', 'Erstes Programm'],
  ],
};
