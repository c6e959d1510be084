const PLAIN = /^[A-Za-z0-9_@%+=:,./-]+$/;

/** As a POSIX shell takes it back. */
const quoted = (argument: string): string =>
  PLAIN.test(argument) ? argument : `'${argument.replaceAll("'", `'\\''`)}'`;

/** The call that was made, with further arguments, to be typed once more. No argument ever holds a secret. */
export const callWith = (program: string, argv: readonly string[], further: readonly string[]): string =>
  [program, ...[...argv, ...further].map(quoted)].join(' ');

/** Arguments without an option and its value, however the two were written. */
export const withoutOption = (argv: readonly string[], option: string): readonly string[] =>
  argv.filter(
    (argument, index) => argument !== option && !argument.startsWith(`${option}=`) && argv[index - 1] !== option,
  );
