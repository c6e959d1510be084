/**
 * One file of notes: each as it was signed, and an empty line behind it. A note that was cut short while it was
 * written was never answered for, and is skipped; what cannot follow is found by the chain of the notes.
 */
const NOTE = /^(?:[^\n]+\n)+\n(?:— [^\n]+\n)+(?=\n)/u;

/** The first line of every checkpoint, and never another line of one. */
const BEGINNING = /^(?=planning-backup\/checkpoint\/v\d+\n)/m;

export const notesIn = (text: string): readonly string[] =>
  text.split(BEGINNING).flatMap((piece) => NOTE.exec(piece)?.[0] ?? []);

/** What is written for one more note: where the last one was cut short, that is said, and its rest is none by it. */
export const appendedTo = (text: string, note: string): string => {
  if (text === '' || text.endsWith('\n\n')) return `${note}\n`;
  // On the line behind its last one: an empty line between them would end it like a whole note.
  return `${text.endsWith('\n') ? '' : '\n'}cut short\n\n${note}\n`;
};
