import type { StorySketch, Week } from '../material.ts';

/** Four a day. */
export const politik: Week<StorySketch> = {
  mo: [
    [
      'Aufmacher',
      'Senat ringt um die Grundsteuer: Wer zahlt, wer spart?',
      'Drei Rechenbeispiele: Reihenhaus Niendorf, Altbau Eimsbüttel, Laden in Harburg.',
      { key: 'grundsteuer', at: 'Gänsemarkt 36' },
    ],
    [
      'Meldung',
      'Opposition fordert Sondersitzung zum Digitalfunk',
      'Fraktionsvorsitzende hält um elf ein Statement, Termin eingetragen.',
    ],
    [
      'Interview',
      'Staatsrätin über Geflüchtete: „Container sind keine Antwort auf Dauer“',
      'Autorisierung durch das Haus, Herr Böttcher, 040 66969-905.',
      { status: 'wartet auf Abnahme' },
    ],
    ['Kommentar', 'Rechnen statt raunen', 'Zur Grundsteuer. Gern mit einem Beispiel anfangen.'],
  ],
  di: [
    [
      'Aufmacher',
      'Was der Senat heute beschließt – und was er vertagt',
      'Landespressekonferenz 12:30 Uhr abwarten, danach sofort online.',
      { key: 'lpk', at: 'Rathaus, Raum 151' },
    ],
    ['Meldung', 'Bezirke wollen eigene Blitzer kaufen', 'Innenbehörde prüft. In Mitte liegt schon ein Beschluss.'],
    [
      'Reportage',
      'Ein Tag mit der Bürgerbeauftragten',
      'Sprechstunde nur mit Erlaubnis der Leute betreten.',
      { hours: '09:00–15:00', later: 6, at: 'Rathausmarkt 1' },
    ],
    [
      'Meldung',
      '@rathaus_funk: Abgeordneter löscht 1.400 alte Beiträge',
      'Screenshots gesichert; er will sich bis 16 Uhr äußern.',
      { confidential: true },
    ],
  ],
  mi: [
    [
      'Aufmacher',
      'Bürgerschaft streitet über den Haushalt: 22 Milliarden und ein Loch',
      'Generaldebatte ab 13:30 Uhr. Zitate bis 18 Uhr, Grafik steht schon.',
      { key: 'haushalt', due: '18:30', at: 'Rathaus, Plenarsaal' },
    ],
    [
      'Meldung',
      'Volksinitiative gegen Laubbläser nimmt erste Hürde',
      '11.318 gültige Stimmen; Sprecher Hartmut Thießen freut sich leise.',
    ],
    ['Kommentar', 'Das Loch hat einen Namen', 'Nach der Debatte, 60 Zeilen, nicht länger. S. 2 links.'],
    [
      'Interview',
      'Haushälter im Doppelgespräch: „Sie rechnen sich das schön“ – „Und Sie arm“',
      'Beide um zehn im Konferenzraum Steinhöft. Kaffee bestellen!',
    ],
  ],
  do: [
    [
      'Aufmacher',
      'Verkehrssenator kippt Tempo-30-Plan für die Elbchaussee',
      'Papier aus der Behörde liegt uns vor. Zweite Quelle bestätigt. Stellungnahme bis 15 Uhr.',
      { key: 'tempo30', confidential: true },
    ],
    [
      'Meldung',
      'Untersuchungsausschuss lädt früheren Behördenchef vor',
      'Öffentlich; Bild- und Tonaufnahmen nur vor Beginn.',
      { key: 'pua' },
    ],
    [
      'Meldung',
      'Hamburg und Schleswig-Holstein legen Streit um Schlick bei',
      'Gemeinsames Papier um 14 Uhr. Kieler Kollegen haben es auch.',
    ],
    ['Kommentar', 'Dreißig ist keine Weltanschauung', 'Nur wenn der Aufmacher hält.', { status: 'Idee' }],
  ],
  fr: [
    [
      'Aufmacher',
      'Bundesrat: Hamburgs Antrag zum Mieterschutz fällt durch',
      'Korrespondentin in Berlin liefert um 13 Uhr; Hamburger Stimmen von uns.',
      { key: 'bundesrat' },
    ],
    [
      'Meldung',
      'Jugendparlament wählt jüngste Präsidentin: Zeynep Işık ist 15',
      'Name mit ı ohne Punkt. Eltern haben der Veröffentlichung zugestimmt.',
    ],
    [
      'Reportage',
      'Rathausdiener, seit 40 Jahren: Herr Kröger schließt ab',
      'Letzter Rundgang am Abend. Nur Ton und Foto, kein Video.',
      { at: 'Rathausmarkt 1', later: 1 },
    ],
    [
      'Meldung',
      'Anfrage der Woche: Wie viele Poller hat die Stadt?',
      'Antwort des Senats: „Eine Statistik wird nicht geführt.“ Also selbst zählen: 1" = 2,54 cm, jeder Poller 35" hoch.',
    ],
  ],
  sa: [
    [
      'Aufmacher',
      'Parteitag in Wandsbek: Landesspitze knapp bestätigt',
      'Ergebnis gegen 15 Uhr. Zwei Varianten vorbereiten, Ja und Nein.',
      { key: 'parteitag', due: '17:00', at: 'Bürgersaal Wandsbek, Am Alten Posthaus 4' },
    ],
    [
      'Meldung',
      '@ alle im Landesvorstand: Rundmail löst Krach aus',
      'Mail liegt zweimal vor, gleicher Wortlaut. Klammeraffe war der Betreff.',
      { confidential: true },
    ],
    ['Kommentar', 'Knapp ist auch gewonnen', 'Gegenrede erwünscht; Online als Pro & Contra.'],
    [
      'Interview',
      'Politologe Łukasz Wiśniewski: „Hamburg wählt Personen, keine Programme“',
      'Telefonisch, 11 Uhr. Bild kommt von der Universität.',
    ],
  ],
  so: [
    [
      'Aufmacher',
      'Die Woche im Rathaus: fünf Entscheidungen, die uns treffen',
      'Vorschau für Montag. Je 20 Zeilen, am Ende ein Kasten mit Terminen.',
    ],
    [
      'Meldung',
      'Bürgerentscheid Eppendorf: Zwei Drittel gegen das Parkhaus',
      'Auszählung ab 18 Uhr, Bezirksamt mailt; sonst Wahlleiter anrufen.',
      { key: 'parkhaus', due: '20:30' },
    ],
    [
      'Reportage',
      'Unterwegs mit dem Mann, der Wahlplakate abhängt',
      'Er kennt jeden Laternenmast zwischen Horn und Billstedt.',
      { later: 3, unassigned: true },
    ],
    ['Kommentar', 'Eppendorf kann auch Nein', 'Nach Auszählung. Wenn knapp: anderer Titel.', { due: '20:45' }],
  ],
};
