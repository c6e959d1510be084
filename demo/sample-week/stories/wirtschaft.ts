import type { StorySketch, Week } from '../material.ts';

/** Four a day; all firms are invented. */
export const wirtschaft: Week<StorySketch> = {
  mo: [
    [
      'Aufmacher',
      'Hafen: Umschlag steigt, Stellen fallen weg',
      'Quartalszahlen um 9 Uhr. Betriebsrat um 13 Uhr am Tor. Grafik TEU nach Terminals.',
      { key: 'hafenzahlen', at: 'Burchardkai, Waltershof' },
    ],
    [
      'Meldung',
      'Kaffeerösterei Lüth & Töchter zieht in die Speicherstadt',
      'Dritte Generation, erstmals zwei Chefinnen. Geruch beschreiben.',
      { at: 'Pickhuben 6' },
    ],
    [
      'Interview',
      'Handwerkspräsident: „Ohne Auszubildende bleibt das Dach offen“',
      'Er will auch über Bürokratie reden. Wir nicht.',
    ],
    [
      'Meldung',
      'Insolvenz: Modehaus Behnke sperrt nach 112 Jahren zu',
      'Verwalter bestätigt. 84 Beschäftigte. Inhaber bittet um Rücksicht.',
      { confidential: true, at: 'Spitalerstraße' },
    ],
  ],
  di: [
    [
      'Aufmacher',
      'Windkraft-Messe: Wer baut die Türme von morgen?',
      'Rundgang am ersten Tag; zwei Aussteller aus Harburg. Karte der Hallen in die Online-Fassung.',
      { key: 'messe', at: 'Messe Hamburg, Halle B6' },
    ],
    [
      'Meldung',
      'Reederei Sørensen ordert vier Methanol-Frachter 🚢',
      'Auftrag geht nach Südkorea. Emoji nur im Newsletter, nicht im Print.',
    ],
    [
      'Meldung',
      'Tarifrunde im Einzelhandel: „Wir sind keine Schnäppchen“',
      'Warnstreik in drei Häusern; Fotograf um zehn an der Mönckebergstraße.',
      { at: 'Mönckebergstraße' },
    ],
    ['Kommentar', 'Rückenwind allein baut keinen Turm', 'Kommt nach dem Messerundgang, 17 Uhr.'],
  ],
  mi: [
    [
      'Aufmacher',
      'Kreuzfahrt: Landstrom fließt – wenn das Schiff will',
      'Von 280 Anläufen nutzten 91 den Stecker. Tabelle je Terminal; Reedereien angefragt.',
      { key: 'landstrom', at: 'Terminal Steinwerder' },
    ],
    [
      'Meldung',
      'Start-up aus Hammerbrook verleiht Prothesen für Hunde',
      'Gründerin Małgorzata Dąbrowska, Hund heißt Kalle. Probelauf gefilmt.',
      { at: 'Süderstraße 73' },
    ],
    [
      'Reportage',
      'Der letzte Segelmacher von Finkenwerder',
      'Werkstatt riecht nach Teer. Treffen um acht, Fähre 62 nehmen.',
      { hours: '08:00–10:00', at: 'Benittstraße 26', later: 4 },
    ],
    [
      'Meldung',
      'Mieten fürs Büro sinken zum ersten Mal seit 14 Jahren',
      'Maklerbericht mit Sperrfrist 11 Uhr.',
      { fields: { Sperrfrist: '11:00 Uhr', Quelle: 'Maklerhaus Rickmers, Marktbericht' } },
    ],
  ],
  do: [
    [
      'Aufmacher',
      'Was Hamburgs Wirte für ein Bier nehmen müssen',
      'Umfrage in 30 Lokalen. Billigstes: Wilhelmsburg. Teuerstes: noch geheim, bis die Zahlen stehen.',
      { key: 'bier' },
    ],
    [
      'Meldung',
      'Flugzeugbau: Zulieferer Nordblech stellt 200 Leute ein',
      'Zusage schriftlich. Werk in Neu Wulmstorf, also knapp nicht Hamburg.',
    ],
    [
      'Interview',
      'Gründerin aus Damaskus: ليلى الخطيب über ihren Weg zur Meisterin',
      'Leila al-Chatib, Tischlerin. Name in beiden Schriften, sie hat die Fahne gesehen.',
      { at: 'Bahrenfelder Straße 322' },
    ],
    [
      'Meldung',
      'Spirituosen: Kümmelbrenner gewinnt gegen den Zoll',
      'Aktenzeichen 4 K 112; Finanzgericht, Lübeckertordamm.',
    ],
  ],
  fr: [
    [
      'Aufmacher',
      'Warenhaus am Jungfernstieg: Stadt prüft Kauf',
      'Zwei Quellen. Finanzbehörde „kommentiert keine Spekulationen“. Senatskanzlei bis 16 Uhr.',
      { key: 'warenhaus', confidential: true },
    ],
    [
      'Meldung',
      'Sonntagsbrötchen dürfen wieder fünf Stunden verkauft werden',
      'Urteil von Donnerstag; Innung jubelt, Gewerkschaft nicht.',
    ],
    [
      'Reportage',
      'Containerdorf der Seeleute: WLAN, Rosenkranz, Tischtennis',
      'Seemannsmission Duckdalben, Nachtbesuch. Filipinos, Ukrainer, ein Inder: Capt. Rao.',
      { at: 'Zellmannstraße 16, Waltershof', later: 1 },
    ],
    ['Kommentar', 'Die Stadt ist kein Warenhaus', 'Hängt an einer Bestätigung. Nicht vorziehen.'],
  ],
  sa: [
    [
      'Aufmacher',
      'Geld & Rat: Lohnt sich die Wärmepumpe im Altbau?',
      'Energieberaterin rechnet am Beispiel Eimsbüttel. Tabelle ist geprüft.',
    ],
    [
      'Meldung',
      'Späti-Kette »Nachtvogel« öffnet sonntags trotz Verbots',
      'Inhaber nimmt Bußgeld in Kauf; Ordnungsamt Altona, Herr Hinz.',
      { at: 'Schulterblatt 88' },
    ],
    [
      'Interview',
      '"Ich war der schlechteste Lehrling": Elbwerft-Chef im Porträt',
      'Gerade Anführungszeichen sind Absicht? Bitte Korrektur fragen.',
    ],
    [
      'Meldung',
      'Pfandhaus meldet Rekord; Grund: Klassenfahrten; kein Witz',
      'Semikola im Titel stammen vom Haus, kürzen erlaubt.',
    ],
  ],
  so: [
    [
      'Aufmacher',
      'Die Wirtschaftswoche: Tarifstreit, Messe, Quartalszahlen',
      'Vorschau mit Terminen, für die Montagsseite.',
    ],
    [
      'Meldung',
      'Obsthof im Alten Land: Hagel kostet ein Drittel der Ernte',
      'Obstbauer Quast, Jork. Bilder hat er selbst gemacht, frei für uns.',
      { fields: { Bildrechte: 'Obsthof Quast, honorarfrei' } },
    ],
    [
      'Reportage',
      'Nachts im Großmarkt: Wo die Stadt ihre Tomaten kauft',
      'Beginn 3:15 Uhr ist kein Tippfehler. Warnweste am Tor.',
      { at: 'Banksstraße 28', later: 2 },
    ],
    [
      'Bildergalerie',
      'Diese Läden gibt es nur in Hamburg',
      'Fortsetzung der Leserliste: Knopfladen, Tauwerk, Orgelpfeifen.',
    ],
  ],
};
