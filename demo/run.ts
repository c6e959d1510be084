import { access, constants, mkdir, rm } from 'node:fs/promises';
import { BadCall, type Call, readCall } from './call.ts';
import { onStage } from './stage/stage.ts';
import { tellStory } from './story.ts';
import { Teller } from './telling/teller.ts';
import { type Words, wordsIn } from './telling/words.ts';

const DONE = 0;
const FAILED = 1;
const BAD_CALL = 2;

/** As shells name an end by a signal: 128 and its number. */
const SIGNALS = { SIGINT: 130, SIGTERM: 143 } as const;

class Interrupted extends Error {
  readonly exitCode: number;

  constructor(exitCode: number) {
    super('interrupted');
    this.exitCode = exitCode;
  }
}

const say = (text: string): void => void process.stderr.write(`${text}\n`);

const interruption = (): Promise<never> => {
  const interrupted = new Promise<never>((_, reject) => {
    for (const [signal, exitCode] of Object.entries(SIGNALS))
      process.once(signal, () => reject(new Interrupted(exitCode)));
  });
  // It may come before anybody listens, while the servers start.
  interrupted.catch(() => {});
  return interrupted;
};

const tell = async ({ keepIn, language }: Call, words: Words): Promise<number> => {
  let made: string | undefined;
  try {
    made = await mkdir(keepIn, { recursive: true });
    await access(keepIn, constants.W_OK);
  } catch (error) {
    say(words.cannotKeep(keepIn, error instanceof Error && 'code' in error ? String(error.code) : 'unknown'));
    return BAD_CALL;
  }
  const teller = new Teller((text) => process.stdout.write(text), { styled: isStyled() });
  try {
    const interrupted = interruption();
    await onStage((stage) =>
      Promise.race([tellStory({ ...stage, tell: teller, words, language, keepIn }), interrupted]),
    );
    return DONE;
  } catch (error) {
    if (made !== undefined) await rm(made, { recursive: true });
    if (error instanceof Interrupted) process.exit(error.exitCode);
    say(words.wentWrong(error instanceof Error ? error.message : String(error)));
    return FAILED;
  }
};

const isStyled = (): boolean => process.stdout.isTTY === true && (process.env.NO_COLOR ?? '') === '';

const run = async (args: readonly string[]): Promise<number> => {
  try {
    const call = readCall(args);
    const words = wordsIn(call.language);
    if (!call.help) return await tell(call, words);
    process.stdout.write(`${words.usage}\n`);
    return DONE;
  } catch (error) {
    if (!(error instanceof BadCall)) throw error;
    const words = wordsIn('en');
    say(words.badCall(error.message));
    say(words.usage);
    return BAD_CALL;
  }
};

// Whoever reads only the beginning (`| head`) has closed the pipe; the stage is cleared all the same.
process.stdout.on('error', () => {});
process.exitCode = await run(process.argv.slice(2));
