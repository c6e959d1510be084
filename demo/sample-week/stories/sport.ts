import type { StorySketch, Week } from '../material.ts';

/** Four a day; the players are invented, the clubs are not. */
export const sport: Week<StorySketch> = {
  mo: [
    [
      'Aufmacher',
      'HSV-Analyse: Fünf Gründe für den späten Ausgleich',
      'Daten vom Dienstleister ab 10 Uhr. Taktiktafel als Grafik.',
      { key: 'hsv-analyse' },
    ],
    ['Meldung', 'St. Pauli bangt um Torwart Lindqvist', 'MRT am Vormittag. Verein meldet sich, nicht anrufen.'],
    [
      'Reportage',
      'Kreisliga, Platz 3, Nieselregen: ein Montag beim SV Ohe',
      'Flutlichttraining. Wurst mit Senf, 2,50 Euro.',
      { later: 4 },
    ],
    [
      'Interview',
      'Hockey-Nationalspielerin Thea Sørensen: „Silber war mein Gold“',
      'Telefonat 16 Uhr, sie sitzt im Zug. Empfang!',
    ],
  ],
  di: [
    [
      'Aufmacher',
      'St. Pauli vor dem Pokal: Drei fehlen, einer kommt zurück',
      'PK um 13 Uhr am Trainingszentrum Kollaustraße.',
      { key: 'pokal', at: 'Kollaustraße 128' },
    ],
    ['Meldung', 'Towers verlängern mit Spielmacher D’Angelo', 'Zwei Jahre, Ausstiegsklausel. Agentur hat es auch.'],
    [
      'Meldung',
      'Ruder-Club Allemannia holt Achter zurück nach Hamburg',
      'Boot heißt »Tante Käthe«. Taufe mit Apfelsaft.',
    ],
    ['Kommentar', 'Der Pokal braucht keine Videoschiedsrichter', 'Nur 50 Zeilen, bitte ohne Schaum.'],
  ],
  mi: [
    [
      'Aufmacher',
      'Pokalabend am Millerntor: St. Pauli fordert den Favoriten',
      'Anpfiff 20:45 Uhr. Andruck verschoben auf 23:40! Ticker, Noten, Stimmen.',
      { key: 'pokalabend', due: '23:15', at: 'Harald-Stender-Platz 1' },
    ],
    [
      'Meldung',
      'HSV-Frauen: Trainerin bleibt bis zum Sommer in drei Jahren',
      'Vertrag ist unterschrieben, Bild vom Verein.',
    ],
    [
      'Interview',
      'Schiedsrichterin Dr. Wencke Großmann: „Pfiffe höre ich nicht“',
      'Treffen im Stadioncafé. Sie ist Chirurgin – Hände fotografieren.',
    ],
    ['Meldung', 'Beachvolleyball: Finale wandert auf den Rothenbaum', 'Veranstalter bestätigt, Verband noch nicht.'],
  ],
  do: [
    [
      'Aufmacher',
      'Nach dem Pokal: Was St. Pauli jetzt verdient',
      'Rechnung mit Prämien; wenn ausgeschieden, wird es ein Stück über den Kader.',
      { key: 'praemie' },
    ],
    ['Meldung', 'Marathon: 20.000 Startplätze in vier Stunden weg', 'Zahl vom Veranstalter. Warteliste öffnet um 12.'],
    [
      'Reportage',
      'Boxhalle in Billstedt: Wo Jugendliche Nein sagen lernen',
      'Trainer Çağlar Yıldırım; Ğ ist kein Tippfehler. Gesichter nur mit Erlaubnis.',
      { at: 'Möllner Landstraße 197', later: 2 },
    ],
    ['Kommentar', 'Elf Freunde und ein Buchhalter', 'Zum Aufmacher.'],
  ],
  fr: [
    [
      'Aufmacher',
      'HSV vor dem Heimspiel: Trainer lässt alles offen',
      'PK 13:30 Uhr im Volkspark. Aufstellung als Grafik, Online zuerst.',
      { key: 'heimspiel', at: 'Sylvesterallee 7' },
    ],
    [
      'Meldung',
      'Handball: HSV Hamburg verliert Rückraumass an Kiel',
      'Kieler Kollegen melden es um zehn; wir haben es eher?',
      { confidential: true },
    ],
    ['Meldung', 'Galopp in Horn: Stute »Überseequartier« ist Favoritin', 'Start am Sonntag. Quoten aktualisieren.'],
    [
      'Interview',
      'Segler Bjørn-Erik Ångström: „Die Alster ist tückischer als das Kap“',
      'Er meint es ernst. Boot liegt am Schwanenwik.',
    ],
  ],
  sa: [
    [
      'Aufmacher',
      'HSV – Gladbach: Spielbericht, Noten, Stimmen',
      'Anpfiff 15:30 Uhr. Erste Fassung mit Abpfiff online, zweite 18:30 Uhr.',
      { key: 'hsv', due: '18:30', at: 'Volksparkstadion' },
    ],
    [
      'Meldung',
      'Oberliga-Derby: Altona 93 gegen Victoria, 2.900 Zuschauer',
      'Ergebnis und zwei Sätze. Stadionheft scannen.',
      { at: 'Griegstraße 62' },
    ],
    [
      'Bildergalerie',
      'Volkspark in Bildern: Fahnen, Flutlicht, Fankurve',
      'Mindestens zwölf Bilder, davon fünf ohne Ball.',
    ],
    [
      'Meldung',
      'Eishockey: Crocodiles feiern 6:5 nach 0:5',
      'Falls es nicht so kommt: Titel ändern. Stand kommt um 22:15.',
      { status: 'Idee', unassigned: true, due: '22:20' },
    ],
  ],
  so: [
    [
      'Aufmacher',
      'St. Pauli in Freiburg: Spielbericht und Einzelkritik',
      'Reporter fährt mit dem Zug, liefert von unterwegs. Anpfiff 17:30 Uhr.',
      { key: 'freiburg', due: '20:15' },
    ],
    [
      'Meldung',
      'Derby-Tag in Horn: 8.000 Hüte, eine Siegerin',
      'Rennen 5 um 15:10 Uhr. Hüte sind das Bild.',
      { at: 'Rennbahnstraße 96' },
    ],
    [
      'Reportage',
      'Sonntags um neun: Die Frühschwimmer vom Boberger See',
      'Wassertemperatur notieren. Mitbaden freiwillig.',
      { later: 3 },
    ],
    [
      'Meldung',
      'Amateurfußball: alle Ergebnisse, alle Tabellen',
      'Automatik läuft ab 18:30 Uhr; Plausibilität bitte von Hand.',
      { due: '19:30' },
    ],
  ],
};
