import type { EventSketch, Ressort, StorySketch } from './material.ts';

/** Days from the first night; from 7 on nothing of them touches the week. */
export const beyondStories: readonly (readonly [Ressort, number, StorySketch])[] = [
  [
    'Lokales',
    7,
    ['Aufmacher', 'Ein Jahr nach der Flut: Besuch im Blumenviertel', 'Jahrestag. Familie Brüning hat zugesagt.'],
  ],
  [
    'Politik',
    7,
    [
      'Interview',
      'Halbzeit im Senat: „Fragen Sie mich in zwei Jahren“',
      'Große Doppelseite, Termin in der Staatskanzlei steht.',
    ],
  ],
  ['Wirtschaft', 8, ['Meldung', 'Kleine Werften melden volle Bücher', 'Verbandszahlen kommen erst am Vortag.']],
  [
    'Kultur',
    8,
    ['Reportage', 'Mit dem Thalia auf Gastspiel in Gdańsk', 'Zugfahrt bezahlt das Haus? Nein, wir selbst!'],
  ],
  ['Sport', 9, ['Aufmacher', 'Stadtderby: Zwei Familien, ein Sofa', 'Er HSV, sie St. Pauli, Hund neutral.']],
  ['Wochenende', 9, ['Reportage', 'Magazin: Die letzte Telefonzelle', 'Sie steht in Neuwerk. Fähre beachten.']],
  [
    'Lokales',
    10,
    [
      'Bildergalerie',
      'Hamburg vor hundert Jahren – und aus demselben Fenster heute',
      'Vergleichsaufnahmen, acht Standorte.',
    ],
  ],
  ['Politik', 11, ['Meldung', 'Bezirkswahl: Wer darf mit 16?', 'Serie beginnt; Erklärstück.']],
  [
    'Wirtschaft',
    12,
    ['Interview', 'Hafenchefin Jörgensen-Łuczak im Streitgespräch', 'Mit Umweltverband. Moderation Großkopf.'],
  ],
  ['Kultur', 14, ['Aufmacher', 'Fünf Orchester, ein Wochenende', 'Vorschau mit Lageplan.']],
  ['Sport', 17, ['Meldung', 'Triathlon: neue Strecke durch die HafenCity', 'Streckenplan kommt als PDF.']],
  ['Wochenende', 20, ['Interview', 'Unter vier Augen: Kartografin Ösp Jónsdóttir', 'Sie zeichnet noch mit Tusche.']],
];

export const beyondEvents: readonly (readonly [Ressort, number, EventSketch])[] = [
  ['Politik', 7, ['13:30–20:00', 'Bürgerschaft: Fragestunde und Aktuelle Stunde', 'Rathaus, Plenarsaal']],
  ['Lokales', 7, ['18:00', 'Gedenkabend Blumenviertel', 'Gemeindehaus, Asternweg']],
  ['Kultur', 8, ['20:00', 'Konzert: Łódź Philharmonic zu Gast', 'Elbphilharmonie, Großer Saal']],
  ['Wirtschaft', 9, ['10:00–16:00', 'Hauptversammlung der Nordblech AG', 'Barclays Arena']],
  ['Sport', 9, ['20:30', 'Stadtderby', 'Volksparkstadion', { tasks: 'text foto foto?' }]],
  ['Lokales', 10, ['ganztags', 'Hamburg räumt auf', 'stadtweit', { days: 2 }]],
  ['Lokales', 11, ['09:00', 'Urteil im Speicherprozess erwartet', 'Landgericht, Saal 288']],
  ['Kultur', 14, ['ganztags', 'Festival der fünf Orchester', 'Laeiszhalle und Elbphilharmonie', { days: 2 }]],
  ['Sport', 17, ['08:00', 'Triathlon', 'Binnenalster']],
  [
    'Politik',
    21,
    ['18:00', 'Wahlarena', 'Hochschule am Großen Grasbrook, Audimax', { confidential: true, status: 'vorgemerkt' }],
  ],
];

/** Long over: in a plan nobody tidies up, and not in the five days. */
export const pastStories: readonly (readonly [Ressort, number, StorySketch])[] = [
  ['Lokales', -8, ['Meldung', 'Entenfamilie überquert Ost-West-Straße', 'Gelaufen, sehr gut gelesen.']],
  ['Politik', -9, ['Kommentar', 'Was der Rathausmarkt nicht braucht', 'Gelaufen.']],
  [
    'Wirtschaft',
    -10,
    [
      'Interview',
      'Chefin der Hafenlotsen über Nachwuchs',
      'Gelaufen; Korrektur am Folgetag: Lotsinnen gibt es seit 2003 – prüfen!',
    ],
  ],
  ['Sport', -12, ['Aufmacher', 'Der Abend, an dem das Flutlicht ausging', 'Gelaufen.']],
  ['Kultur', -15, ['Bildergalerie', 'Lange Nacht der Museen', 'Gelaufen, 24 Bilder.']],
];

export const pastEvents: readonly (readonly [Ressort, number, EventSketch])[] = [
  ['Lokales', -3, ['10:00', 'Wiedereröffnung der Fähre am Zollenspieker', 'Zollenspieker Hauptdeich']],
  ['Politik', -4, ['12:30', 'Landespressekonferenz, Vorwoche', 'Rathaus, Raum 151']],
  ['Kultur', -6, ['19:00–23:00', 'Lange Nacht der kleinen Bühnen', 'Schanzenviertel']],
  ['Sport', -7, ['15:30', 'Bundesliga, Vorwoche', 'Volksparkstadion']],
  ['Wirtschaft', -9, ['ganztags', 'Hafenlogistik-Tage', 'Messe Hamburg', { days: 2 }]],
];

/** No date at all: story ideas stay out of the backup. */
export const ideas: readonly (readonly [Ressort, string, string])[] = [
  ['Lokales', 'Wer putzt eigentlich die Köhlbrandbrücke?', 'Hafenbehörde mal fragen.'],
  ['Lokales', 'Der Mann mit den 3.000 Stadtplänen', 'Wohnt in Poppenbüttel, öffnet ungern.'],
  ['Lokales', 'Hamburgs kürzeste Straße hat zwei Hausnummern', 'Zusammen mit Leseraufruf.'],
  ['Lokales', 'Warum heißt es Dom?', 'Gab es schon. Besser machen.'],
  ['Politik', 'Wer schreibt die Reden?', 'Drei Redenschreiber, anonym.'],
  ['Politik', 'Das Gästebuch des Rathauses', 'Wer fehlt darin?'],
  ['Politik', 'Ein Jahr ohne Bezirk – Gedankenspiel', 'Essay, 200 Zeilen.'],
  ['Wirtschaft', 'Was kostet ein Kran?', 'Und wer kauft gebrauchte?'],
  ['Wirtschaft', 'Die Erbin der Gummistiefel', 'Firma in Harburg, sechste Generation.'],
  ['Wirtschaft', 'Kaffee-Sack-Lotterie', 'Klingt erfunden, soll es geben.'],
  ['Kultur', 'Souffleusen: die leisesten Stimmen der Stadt', 'Drei Häuser, drei Frauen.'],
  ['Kultur', 'Der Geigenbauer Trần Văn Đức', 'Ottensen, Hinterhof. Diakritika prüfen.'],
  ['Kultur', 'Platt auf Türkisch', 'Übersetzungswettstreit mit İlkay.'],
  ['Kultur', 'Wo die Kulissen schlafen', 'Lagerhalle Rothenburgsort.'],
  ['Sport', 'Die ewige Nummer zwei: Ersatztorhüter', 'Fünf Porträts.'],
  ['Sport', 'Schach im Freibad', 'Geht nur im Sommer.'],
  ['Sport', 'Wer malt die Linien?', 'Platzwart, drei Ligen.'],
  ['Online', 'Quiz: Welcher Stadtteil bist du?', '12 Fragen, keine davon ernst.'],
  ['Online', 'Hafenkamera als Dauerstream', 'Technik fragt nach Strom.'],
  ['Foto', 'Hände der Stadt', 'Langzeitprojekt, schwarz-weiß.'],
  ['Foto', 'Alle 2.500 Brücken', 'Eine am Tag: knapp sieben Jahre.'],
  ['Wochenende', 'Picknick auf Verkehrsinseln', 'Mit Ordnungsamt.'],
  ['Wochenende', 'Der Duft der Linien: U1 bis U4', 'Parfümeurin gesucht.'],
  ['Wochenende', 'Eine Nacht im Leuchtturm', '„Unterfeuer“ klingt wie ein Roman.'],
];
