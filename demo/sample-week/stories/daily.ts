import type { Day } from '../calendar.ts';
import type { Kind, Ressort, StoryMore, StorySketch, Weekday } from '../material.ts';

/** What the paper has every day: a fixed heading, and a subject for each weekday. */
interface Fixture {
  readonly ressort: Ressort;
  readonly kind: Kind;
  readonly heading: (day: Day) => string;
  readonly note: string;
  readonly more?: StoryMore;
  readonly subjects: Readonly<Record<Weekday, string>>;
}

const fixtures: readonly Fixture[] = [
  {
    ressort: 'Online',
    kind: 'Newsletter',
    heading: () => 'Newsletter „Elbe am Morgen“',
    note: 'Versand 6:00 Uhr. Betreff unter 50 Zeichen, Vorschautext nicht vergessen.',
    subjects: {
      mo: 'Was die Woche bringt',
      di: 'Rathaus, Regen, Rosinenbrötchen',
      mi: 'Milliarden & Millerntor',
      do: 'Ein Anruf, der teuer wird',
      fr: 'Feierabend in Sicht',
      sa: 'Ausschlafen, ausfliegen, aushelfen',
      so: 'Die ruhige Ausgabe',
    },
  },
  {
    ressort: 'Online',
    kind: 'Podcast',
    heading: () => 'Podcast »Bordgespräch«',
    note: 'Aufnahme im kleinen Studio, 4. Stock. Schnitt bis 16 Uhr, Kapitelmarken setzen.',
    subjects: {
      mo: 'Kita-Leiterin Ayşe Demir über Wartelisten',
      di: 'Messebauer Jørgen Holst',
      mi: 'Haushaltsfragen mit Dr. Rautenberg',
      do: 'Kommissarin Ilka Behn und der falsche Enkel',
      fr: 'Wohnen im Wohnwagen',
      sa: 'Best of Woche',
      so: 'Sprengmeister Uwe Kranz, live vom Einsatz',
    },
  },
  {
    ressort: 'Lokales',
    kind: 'Meldung',
    heading: (day) => `Polizeibericht ${day.short}`,
    note: 'Lagezentrum um 8 und 14 Uhr anrufen: 040 66969-810. Keine Herkunft ohne Belang.',
    subjects: {
      mo: 'Autoknacker schläft auf Rückbank ein',
      di: 'Geldautomat in Lokstedt gesprengt',
      mi: 'Rollerfahrer mit 1,9 Promille',
      do: 'Taschendieb gibt Portemonnaie zurück',
      fr: 'Einbruch im Schrebergarten, Beute: Kürbisse',
      sa: 'Schlägerei am Hans-Albers-Platz',
      so: 'Ruhestörung: Dudelsack um halb vier',
    },
  },
  {
    ressort: 'Lokales',
    kind: 'Meldung',
    heading: () => 'Wetter',
    note: 'Text vom Dienst; die drei Symbole von Hand prüfen.',
    subjects: {
      mo: 'Schauer von Westen, abends Ruhe',
      di: 'Wolken, Wolken, Lücke',
      mi: 'Wind der Stärke 6, in Böen 8',
      do: 'Nebel auf der Elbe – dann Sonne',
      fr: 'Typisch: alles an einem Tag',
      sa: 'Trocken bis zum Abpfiff',
      so: 'Freundlich, 60 % Hoffnung',
    },
  },
  {
    ressort: 'Lokales',
    kind: 'Meldung',
    heading: () => 'Verkehr',
    note: 'Baustellenliste der Verkehrsleitzentrale, Änderungen bis 20 Uhr.',
    subjects: {
      mo: 'Elbtunnel nachts nur zwei Röhren',
      di: 'U1 zwischen Wandsbek und Farmsen mit Bussen',
      mi: 'Anreise zum Pokalspiel: Finger weg vom Auto',
      do: 'A 7 bei Stellingen einspurig',
      fr: 'Wochenendsperrung der Köhlbrandbrücke',
      sa: 'Demo in der Innenstadt, Busse weichen aus',
      so: 'Sperrkreis Veddel: Was noch fährt',
    },
  },
  {
    ressort: 'Wirtschaft',
    kind: 'Meldung',
    heading: () => 'Schiffsmeldungen',
    note: 'Liegeplätze aus der Terminplanung übernehmen; Lotsenbrüder sind bis 17 Uhr erreichbar.',
    subjects: {
      mo: 'Der Riese kommt um Mitternacht 🚢',
      di: 'Schlepper »Fairplay Käthe« geht in Rente',
      mi: 'Kreuzfahrer tauscht den Liegeplatz',
      do: 'Stückgut ist wieder da',
      fr: 'Sechs Feeder, ein Stau 🚢🚢',
      sa: 'Großsegler übt vor Övelgönne',
      so: 'Niedrigwasser hält »Łódź« fest',
    },
  },
  {
    ressort: 'Foto',
    kind: 'Bildergalerie',
    heading: (day) => `Foto des Tages, ${day.name}`,
    note: 'Eins für die Seite 1, drei für Instagram; EXIF leeren.',
    subjects: {
      mo: 'Kräne im Gegenlicht',
      di: 'Schirm kaputt, Laune gut',
      mi: 'Rathaus um halb sechs',
      do: 'Nebelhorn mit Möwe',
      fr: 'Letzter Kunde im Kiosk',
      sa: 'Tausend Schilder',
      so: 'Leere Straßen auf der Veddel',
    },
  },
  {
    ressort: 'Online',
    kind: 'Video',
    heading: () => '100 Sekunden Hamburg',
    note: 'Untertitel sind Pflicht, Hoch- und Querformat.',
    subjects: {
      mo: 'Warten auf einen Kita-Platz',
      di: 'Toiletten-Test',
      mi: 'Probealarm bei der Feuerwehr',
      do: 'Wie Betrüger reden',
      fr: 'Ein Bett im Hörsaal',
      sa: 'Mit der Demo durch die Stadt',
      so: 'Wie man eine Bombe entschärft',
    },
  },
  {
    ressort: 'Kultur',
    kind: 'Meldung',
    heading: () => 'Heute Abend',
    note: 'Drei Tipps mit Uhrzeit, Preis und Restkarten; Häuser rufen nicht zurück, also selbst anrufen.',
    subjects: {
      mo: 'Jazz, Schach und ein Stummfilm',
      di: 'Zweimal Bach, einmal Punk',
      mi: 'Sturm im Schauspielhaus',
      do: 'Staubsauger, Orgel, Tango',
      fr: 'Lesung mit Lärm',
      sa: 'Tosca oder Techno',
      so: 'Chor, Kino, früh ins Bett',
    },
  },
  {
    ressort: 'Wochenende',
    kind: 'Kommentar',
    heading: () => 'Leserbriefe',
    note: 'Namen und Ort prüfen, Kürzungen kennzeichnen.',
    subjects: {
      mo: 'Zum Radweg an der Elbchaussee',
      di: '„Früher fuhr die 9“',
      mi: 'Tauben, Tauben, Tauben',
      do: 'Post zum Kita-Stück',
      fr: 'Lob für den Bücherbus',
      sa: 'Warum so klein gedruckt?',
      so: 'Gendern: 41 dafür, 43 dagegen',
    },
  },
  {
    ressort: 'Lokales',
    kind: 'Reportage',
    heading: () => 'Serie »Treppenhäuser«, Teil {4}',
    note: 'Acht Absätze und ein Grundriss. Hausnummer nur nennen, wenn alle Mieter zustimmen.',
    more: { later: 1 },
    subjects: {
      mo: 'Linoleum in Hamm',
      di: 'Jugendstil in der Haynstraße',
      mi: 'Klinker, Messing, Bohnerwachs',
      do: 'Der Paternoster im Slomanhaus',
      fr: 'Eine Wendeltreppe in Övelgönne',
      sa: 'Plattenbau Mümmelmannsberg, 13. Stock',
      so: 'Das Kontorhaus mit dem blinden Portier',
    },
  },
  {
    ressort: 'Kultur',
    kind: 'Meldung',
    heading: () => 'Serie „Mein Lieblingsbild“ ({11})',
    note: 'Handyfoto reicht, 25 Zeilen in der Ich-Form.',
    subjects: {
      mo: 'Schornsteinfegerin Maren Tietz',
      di: 'Busfahrer Emre Şahin',
      mi: 'Hebamme Gyöngyi Kovács',
      do: 'Richter i. R. Ekkehard Buß',
      fr: 'Taxifahrer خالد منصور (Khaled Mansour)',
      sa: 'Tangolehrerin Inés Ñúñez',
      so: 'Imker Detlef Nießen',
    },
  },
  {
    ressort: 'Sport',
    kind: 'Meldung',
    heading: () => 'Vereinsmeierei',
    note: 'Kleine Klubs, große Liebe. Vereinsname vollständig, mit Gründungsjahr.',
    subjects: {
      mo: 'Die Kegelbrüder von 1911 e.\u00a0V.',
      di: 'Unterwasserrugby sucht Luft',
      mi: 'TuS Finkenwerder tauft Traktor',
      do: 'Minigolf mit Minus fünf',
      fr: 'Tischfußball: Meister kommt aus Lurup',
      sa: 'Boule bei jedem Wetter',
      so: 'Quidditch heißt jetzt anders',
    },
  },
  {
    ressort: 'Politik',
    kind: 'Meldung',
    heading: () => 'Faktencheck',
    note: 'Behauptung, Quelle, Urteil. Vier-Augen-Prinzip, Quelle verlinken.',
    subjects: {
      mo: 'Hat Hamburg wirklich mehr Brücken als Venedig?',
      di: 'Zahlt Harburg für Blankenese?',
      mi: 'Das angebliche Milliardenloch',
      do: 'Tempo 30 und der Auspuff',
      fr: 'Wie viele Wohnungen stehen leer?',
      sa: 'Was Demozahlen verschweigen',
      so: 'Wem gehört ein Blindgänger?',
    },
  },
];

export const dailyStories = (day: Day): readonly (readonly [Ressort, StorySketch])[] =>
  fixtures.map(({ ressort, kind, heading, note, more, subjects }) => {
    const title = `${heading(day)}: ${subjects[day.weekday]}`;
    return [ressort, more === undefined ? [kind, title, note] : [kind, title, note, more]];
  });
