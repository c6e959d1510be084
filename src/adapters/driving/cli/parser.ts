import { Command, type CommanderError } from 'commander';
import { CallFailed } from './call-failed.ts';
import type { CliCommand, Surroundings } from './command.ts';
import { COMMANDS } from './commands/all.ts';
import { argumentFor, type CommandGroup, demandOptions, type GivenOptions, optionFor } from './options.ts';
import type { Words } from './wording/words.ts';

/** The grammar of all commands, in one language. What is wrong with a call is thrown, and nothing ends the process. */
export const parserFor = (
  words: Words,
  { stdout, stderr, program: name, version }: Pick<Surroundings, 'stdout' | 'stderr' | 'program' | 'version'>,
  run: (command: CliCommand, options: GivenOptions) => Promise<void>,
): Command => {
  const { help } = words;
  const dressed = (command: Command): Command =>
    command
      .helpOption('-h, --help', help.options.help)
      .configureHelp({
        showGlobalOptions: true,
        styleTitle: (title) => help.titles[title] ?? title,
        // Without commander's `[options]`, which is English.
        subcommandTerm: (sub) => sub.name(),
      })
      .configureOutput({
        writeOut: (text) => void stdout.write(text),
        writeErr: (text) => void stderr.write(text),
        outputError: () => undefined,
      })
      .exitOverride();
  const program = dressed(new Command(name))
    .description(help.program)
    .usage(help.usage.program)
    .version(version, '--version', help.options.version)
    .helpCommand('help [command]', help.helpCommand);
  for (const option of ['data', 'json', 'lang'] as const) program.addOption(optionFor(option, words));
  const groups = new Map<string, Command>();
  const groupOf = (name: CommandGroup): Command => {
    const known = groups.get(name);
    if (known !== undefined) return known;
    const group = dressed(program.command(name)).description(help.groups[name]).usage(help.usage.group);
    groups.set(name, group.helpCommand(false));
    return group;
  };
  for (const command of COMMANDS) {
    const [first = '', second] = command.name.split(' ');
    const parent = second === undefined ? program : groupOf(first as CommandGroup);
    const sub = dressed(parent.command(second ?? first))
      .description(help.commands[command.name])
      .usage(help.usage.command)
      .allowExcessArguments(false);
    for (const option of [...command.required, ...command.optional]) sub.addOption(optionFor(option, words));
    const { argument } = command;
    if (argument !== undefined) sub.usage(`<FILE> ${help.usage.command}`).addArgument(argumentFor(argument, words));
    sub.action(() => {
      const given = argument === undefined ? {} : { [argument]: sub.args[0] ?? '' };
      const options = { ...sub.optsWithGlobals<GivenOptions>(), ...given };
      demandOptions(command.required, options, words);
      return run(command, options);
    });
  }
  return program;
};

/** In our words, by commander's codes: its own text repeats arguments, and one of them may be a password. */
export const parseFailure = ({ code, message }: CommanderError, { call }: Words): CallFailed => {
  const named = /'([^']*)'/.exec(message)?.[1] ?? '';
  switch (code) {
    case 'commander.unknownOption':
      return new CallFailed(2, 'OptionUnknown', call.unknownOption(nameOf(named)));
    case 'commander.missingArgument':
      return new CallFailed(2, 'ArgumentMissing', call.argumentMissing);
    case 'commander.optionMissingArgument':
      return new CallFailed(2, 'ValueMissing', call.valueMissing(named));
    case 'commander.excessArguments':
      return new CallFailed(2, 'TooManyArguments', call.tooManyArguments);
    case 'commander.unknownCommand':
      return new CallFailed(2, 'CommandUnknown', call.unknownCommand(named));
    case 'commander.help':
      return new CallFailed(2, 'CommandMissing', call.commandMissing);
  }
  return new CallFailed(2, 'CallUnreadable', call.other);
};

/** Without a value that is glued to it: `--password=…`, `-p…`. */
const nameOf = (option: string): string => (option.startsWith('--') ? option.replace(/=.*$/s, '') : option.slice(0, 2));
