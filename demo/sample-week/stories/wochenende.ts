import type { StorySketch, Week } from '../material.ts';

/** Three a day: the magazine, which works ahead. `later` leads to a Friday, so that all of it is in Saturday's paper. */
export const wochenende: Week<StorySketch> = {
  mo: [
    [
      'Reportage',
      'Magazin: Die Elbe abwärts, drei Tage auf einem Tonnenleger',
      'Reise ist gebucht. Fotos bis nächste Woche. Seekrankheit einplanen.',
      { later: 11 },
    ],
    [
      'Meldung',
      'Rezept der Woche: Labskaus, aber ohne Fisch',
      'Versuchsküche hat Ja gesagt. Mengen für vier.',
      { later: 4 },
    ],
    [
      'Interview',
      'Unter vier Augen: Bestatterin Wiebke Grön',
      'Fragebogen plus Porträt. Blumen vermeiden.',
      { hours: '10:00–11:30', later: 4 },
    ],
  ],
  di: [
    [
      'Reportage',
      'Magazin: Wer wohnt hinter den Fenstern der Grindelhochhäuser?',
      'Zwölf Türen, eine Seite. Hausverwaltung weiß Bescheid.',
      { later: 10, at: 'Oberstraße 16' },
    ],
    [
      'Meldung',
      'Gartentipp: Jetzt die Rosen in Ruhe lassen',
      'Gärtnermeister Ötjen diktiert; bitte nicht lustiger machen.',
      { later: 3 },
    ],
    [
      'Kommentar',
      'Kolumne „Zugezogen“: Moin heißt nicht immer Moin',
      'Text ist da, 55 Zeilen. Nur noch Titelbild.',
      { later: 3, status: 'abgenommen' },
    ],
  ],
  mi: [
    [
      'Reportage',
      'Magazin: Eine Schule, 61 Sprachen',
      'Wilhelmsburg. Alle „Guten Morgen“ sammeln: Günaydın, Dzień dobry, صباح الخير, בוקר טוב, Chào buổi sáng.',
      { later: 9 },
    ],
    [
      'Meldung',
      'Ausflug: Mit dem Rad vom Falkensteiner Ufer nach Wedel',
      'Strecke 14 km, Karte nötig. Tide beachten!',
      { later: 2 },
    ],
    [
      'Interview',
      'Unter vier Augen: Brückenwärter Ole Matthießen',
      'Nur zwischen zwei Öffnungen Zeit, also 40 Minuten.',
      { later: 2, at: 'Rethe-Hubbrücke' },
    ],
  ],
  do: [
    [
      'Reportage',
      'Magazin: Das zweite Leben der Container',
      'Hotel, Schwimmbad, Kapelle. Bildstrecke über drei Doppelseiten.',
      { later: 8, unassigned: true },
    ],
    [
      'Meldung',
      'Kinderseite: Warum kippt ein Schiff nicht um?',
      'Experiment mit Knete, von Lilli (9) getestet.',
      { later: 1 },
    ],
    [
      'Kommentar',
      'Kolumne „Nachtbus“: Linie 609, hinten links',
      'Autor liefert immer fünf vor zwölf. Ruhig bleiben.',
      { later: 1 },
    ],
  ],
  fr: [
    [
      'Reportage',
      'Magazin: Die Stadt von unten – Hamburgs Siele',
      'Begehung nur mit Helm. Video ausdrücklich erlaubt, Blitz nicht.',
      { later: 7, at: 'Vorsetzen, Sielbauwerk' },
    ],
    [
      'Meldung',
      'Rätselseite: Sudoku, Schwedenrätsel, „Wo ist das?“',
      'Auflösung der Vorwoche nicht vergessen (letztes Mal fehlte sie).',
    ],
    [
      'Interview',
      'Unter vier Augen: Orchesterwart Tomáš Říha',
      'Er stimmt nichts, er trägt alles. Treffen am Lastenaufzug.',
      { later: 7 },
    ],
  ],
  sa: [
    [
      'Reportage',
      'Magazin: Hochzeit auf der Barkasse',
      'Brautpaar Chloé & Mehmet; Gäste werden gefragt. Erste Doppelseite.',
      { later: 6, at: 'Brücke 6, Landungsbrücken' },
    ],
    [
      'Meldung',
      'Bücher fürs Wochenende: drei dünne, ein dicker',
      'Kurzkritiken je 15 Zeilen. Umschlagbilder sind frei.',
      { later: 6 },
    ],
    ['Kommentar', 'Kolumne „Balkonien“: Die Taube und ich', 'Teil drei und hoffentlich der letzte.', { later: 6 }],
  ],
  so: [
    [
      'Reportage',
      'Magazin: Ein Vormittag im Fundbüro',
      '"Gebiss, oben, gefunden in der U3" – mehr so etwas. Bäckerbreitergang ist umgezogen, Adresse prüfen!',
      { hours: '08:00–12:30', later: 5, at: 'Bahrenfelder Straße 254' },
    ],
    [
      'Meldung',
      'Leserreise: Noch acht Plätze nach Tromsø',
      'Text mit der Anzeigenabteilung abstimmen, als Anzeige kennzeichnen.',
      { later: 5 },
    ],
    [
      'Interview',
      'Unter vier Augen: Zollhund-Führerin Aleksandra Świątek',
      'Hund kommt mit. Kein Blitz, kein Käse.',
      { later: 12 },
    ],
  ],
};
