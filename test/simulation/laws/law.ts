/** What must hold. Safety is looked at after each step, the rest once everything is quiet. */
export const LAWS = [
  'a visible file is whole, and of the last night or of this one',
  'a visible file does not go away',
  'both files are whole before one of them is replaced',
  'a part file is recorded before it exists',
  'nothing of one organisation lies at the destination of another',
  'a night is claimed once and recorded as delivered at most once',
  'an overtaken attempt records nothing of its own',
  'whoever has seen that it is overtaken replaces nothing',
  'no night is put in place beside a later one that was at work before it',
  'whoever replaces a file late says so',
  'what is recorded as replaced was replaced',
  'whoever gives signs of life is not overtaken',
  'what an administrator has to mend is tried twice at most',
  'no mail goes out for what was not recorded, or to whom it does not concern',
  'a password goes only where it was entered for',
  'a stored password is asked for again where it would go elsewhere',
  'whoever shows another identity gets no login',
  'no password is written down',
  'only public addresses are connected to',
  'the log only grows, and its chain holds',
  'no fault is left unhandled, and none is a bug',
  'every night is delivered, or recorded as failed or missed',
  'every failed or missed night is made known to the administrators',
  'every night in quiet weather is delivered',
  'the trouble of one costs no other its night',
  'the visible files are those of the highest recorded attempt',
  'no part file is left',
  'every co-administrator is told, at the address of the time',
  'whoever has another address by then is told there, too',
  'the outbox is empty',
  'no lease is held',
  'the evidence of every organisation verifies',
] as const;

export type Law = (typeof LAWS)[number];

/** A law was broken. Ends the simulation. */
export class Broken extends Error {
  override readonly name = 'Broken';
  readonly law: Law;
  readonly about: string | undefined;

  constructor(law: Law, detail: string, about?: string) {
    super(`${law}: ${detail}`);
    this.law = law;
    this.about = about;
  }
}
