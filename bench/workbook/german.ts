/** Random numbers of the same seed are the same on every machine: mulberry32. */
export type Random = () => number;

export const seeded = (seed: number): Random => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

const split = (words: string): readonly string[] => words.split(' ');

const FIRST = split(
  'Hafen Stadt Land Haus Bürger Verkehrs Schul Sport Kultur Kranken Polizei Feuerwehr Gerichts Wohnungs Energie Klima ' +
    'Umwelt Wasser Brücken Straßen Bahn Flug Schiffs Werft Arbeits Sozial Jugend Alten Kinder Familien Frauen Theater ' +
    'Musik Museums Kunst Film Buch Fernseh Zeitungs Wirtschafts Handels Börsen Bank Steuer Haushalts Rats Senats ' +
    'Partei Wahl Europa Bundes Landes Bezirks Stadtteil Nachbar Garten Park Wald Tier Vogel Fisch Markt Laden',
);
const SECOND = split(
  'amt plan rat bau streit gipfel tag woche fest konzert preis platz brand unfall prozess urteil antrag debatte ' +
    'umbau neubau abriss streik kurs verein verband bericht reportage interview kommentar porträt serie termin ' +
    'sitzung konferenz versammlung führung eröffnung schließung förderung kürzung erhöhung prüfung planung reform ' +
    'krise lösung frage sorge hoffnung bilanz zahlen quote strecke linie halle schule klinik wache messe börse',
);
const SMALL = split(
  'der die das ein eine und oder aber nicht noch schon mit ohne für gegen über unter nach vor bei aus im am zum zur ' +
    'wird werden ist sind war hat haben soll sollen kann können muss müssen will wollen bleibt kommt geht steht fehlt ' +
    'heute morgen gestern später früher wieder immer nie oft rund etwa knapp mehr weniger neu alt groß klein offen',
);

/** Some 4,000 compounds, and the small words that a German text is full of. */
const word = (random: Random): string => {
  const pick = (words: readonly string[]): string => words[Math.floor(random() * words.length)] ?? '';
  return random() < 0.55 ? pick(SMALL) : `${pick(FIRST)}${pick(SECOND)}`;
};

export const words = (random: Random, count: number): string =>
  Array.from({ length: count }, () => word(random)).join(' ');

/** A text of so many characters, or a few less. */
export const prose = (random: Random, length: number): string => {
  let text = '';
  for (;;) {
    const more = text === '' ? word(random) : `${random() < 0.1 ? '.' : ''} ${word(random)}`;
    if (text.length + more.length > length) return text;
    text += more;
  }
};
