import type { StorySketch, Week } from '../material.ts';

/** Four a day. */
export const kultur: Week<StorySketch> = {
  mo: [
    [
      'Aufmacher',
      'Elbphilharmonie: Die neue Spielzeit wird leiser',
      'Programm-PK um elf. Schwerpunkt Kammermusik. Kritikerin schreibt Analyse, nicht Liste.',
      { key: 'elphi', at: 'Platz der Deutschen Einheit 4' },
    ],
    [
      'Meldung',
      'Thalia sucht tausend Regenschirme für eine Premiere',
      'Abgabe am Bühneneingang; Requisite freut sich auch über kaputte.',
      { at: 'Gerhart-Hauptmann-Platz' },
    ],
    [
      'Interview',
      'Sängerin Dalia נועם: „Jiddisch ist keine tote Sprache“',
      'Gespräch in Rothenbaum, hebräischen Künstlernamen so übernehmen.',
    ],
    [
      'Meldung',
      'Kunsthalle zeigt frisch entdeckten Fake-Runge',
      'Fälschung mit Ansage: neben dem Original. Kuratorin um 10 Uhr erreichbar.',
      { at: 'Glockengießerwall 5' },
    ],
  ],
  di: [
    [
      'Aufmacher',
      'Große Freiheit, kleine Gagen: Was Clubs ihren Bands zahlen',
      'Zwölf Clubs, sieben Antworten. Tabelle anonymisiert, Juristin hat drübergeschaut.',
      { key: 'clubs' },
    ],
    [
      'Meldung',
      'Krimipreis »Schwarzer Anker« an Finnin Päivi Höglund',
      'Jurybegründung liegt vor. Pressefoto: Nennung des Verlags Pflicht.',
    ],
    [
      'Bildergalerie',
      'Plakate, Pinsel, Putz: Graffiti unterm Altonaer Viadukt',
      'Künstler nennen sich <br>, Żaba und 3000°. Ja, wirklich.',
      { at: 'Julius-Leber-Straße' },
    ],
    ['Kommentar', 'Applaus zahlt keine Miete', 'Zum Clubstück, S. 16 unten.'],
  ],
  mi: [
    [
      'Aufmacher',
      'Deutsches Schauspielhaus: »Der Sturm« als Wasserschlacht',
      'Kritik noch in der Nacht, 23:20 Uhr Abgabe. Platz: 110 Zeilen, Bild vom Haus.',
      { key: 'sturm', due: '23:20', at: 'Kirchenallee 39' },
    ],
    [
      'Meldung',
      'Streit um das Denkmal: Der Bismarck bleibt, die Tafel geht',
      'Kulturbehörde bestätigt. Historikerin Dr. Adjei-Mensah sagt etwas dazu.',
    ],
    [
      'Interview',
      'Regisseur Kristján Þórsson: „Auf der Bühne darf es kalt sein“',
      'Auf Englisch geführt, Übersetzung bis Mittag. Þ nicht durch P ersetzen!',
    ],
    [
      'Meldung',
      'Kino am Grindel sammelt für 35-mm-Projektor',
      'Fehlen noch 7.200 Euro. Premierenfilm: „Große Freiheit Nr. 7“.',
      { at: 'Grindelberg 7a' },
    ],
  ],
  do: [
    [
      'Aufmacher',
      'Kampnagel-Festival: Tanz mit 40 Staubsaugern',
      'Eröffnung am Abend, vorab Probenbesuch 14 Uhr. Kurz filmen, Ton ist das Thema.',
      { key: 'kampnagel', at: 'Jarrestraße 20' },
    ],
    [
      'Meldung',
      'Buchhandlung am Mühlenkamp liest Proust am Stück',
      '33 Stunden, wechselnde Stimmen. Cafe\u0301 inklusive.',
    ],
    ['Kommentar', 'Lest langsamer!', 'Glosse; passt auch am Wochenende.', { status: 'geschoben' }],
    [
      'Meldung',
      'Orgel im Michel verstummt für neun Monate',
      'Wartung. Letztes Konzert heute. Kantor erklärt, warum Staub klingt.',
      { at: 'Englische Planke 1' },
    ],
  ],
  fr: [
    [
      'Aufmacher',
      'Ausstellung: Wie Hamburg das Meer malte',
      'Rundgang mit Kuratorin, 11 Uhr. Läuft elf Wochen, bleibt online im Kalender.',
      { key: 'meer', at: 'Altonaer Museum, Museumstraße 23', days: 77 },
    ],
    [
      'Meldung',
      'Straßenname für Jazz-Posaunistin: Der Melba-Weg kommt',
      'Bezirksausschuss stimmte zu. Anwohner: „Endlich kein General.“',
      { at: 'Barmbek-Süd' },
    ],
    [
      'Interview',
      'Schriftsteller Édouard Nkoulou: „Ich schreibe mit Lärm im Ohr“',
      'Lesung am selben Abend im Literaturhaus. Honorar für Übersetzerin beachten.',
      { fields: { Honorar: '120 € Übersetzung', Ansprechpartner: 'Verlag Nordlicht, Frau Ünal, 040 66969-877' } },
    ],
    ['Bildergalerie', 'Die schönsten Kinos, in denen heute eingekauft wird', 'Damals/heute-Schieber; Online baut.'],
  ],
  sa: [
    [
      'Aufmacher',
      'Opernpremiere: Eine »Tosca« ohne Engelsburg',
      'Kritik für Montag. Pause 21:10 Uhr, dann kurzer Instagram-Ton.',
      { key: 'tosca', at: 'Große Theaterstraße 25' },
    ],
    ['Meldung', 'Poetry-Slam im Ernst-Deutsch-Theater ausverkauft', 'Siegerin gegen Mitternacht; Name per SMS.'],
    [
      'Reportage',
      'Im Tonarchiv: Wie Hamburg vor hundert Jahren klang',
      'Wachswalzen, eine davon mit Möwen. Audio für den Podcast sichern.',
      { hours: '11:00–12:00', later: 5 },
    ],
    [
      'Interview',
      'Puppenspieler Ágoston Szűcs: „Holz lügt nicht“',
      'Ő und ű beachten. Fototermin in der Werkstatt, Bernstorffstraße.',
    ],
  ],
  so: [
    [
      'Aufmacher',
      'Alle wollen in die Speicherstadt: Museen melden Rekord',
      'Zahlen von sechs Häusern, eines rechnet Schulklassen doppelt. Klären!',
    ],
    [
      'Meldung',
      'Gospelchor sprengt St. Petri: 900 drinnen, 300 draußen',
      'Foto von der Empore genehmigt.',
      { at: 'Bei der Petrikirche 2' },
    ],
    ['Kommentar', 'Besucherzahlen sind keine Kunst', 'Kurz. Und freundlich.'],
    ['Meldung', 'TV-Kritik: Der Hafenkrimi, in dem es nie regnet', 'Ausstrahlung 20:15 Uhr; Vorabsichtung liegt vor.'],
  ],
};
