import type { ParseArgsConfig } from 'node:util';
import type { Transport } from '#rpc/transport';

export type OptionSpecs = NonNullable<ParseArgsConfig['options']>;
export type OptionValues = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;

/** What a command works with. */
export interface CommandContext {
  engine: Transport;
  options: OptionValues;
  positionals: readonly string[];
  /** Progress and remarks; stderr, so that stdout holds the result only. */
  say(line: string): void;
  readStdin(): Promise<string>;
}

/** A result: the documented JSON shape, and how a person reads it in a terminal. */
export interface CommandResult {
  json: unknown;
  text: string;
  /** 1 when the command ran but what it was asked for failed in part (a file could not be read …). */
  exitCode?: 0 | 1;
}

export interface Command {
  /** One line for the overview. */
  summary: string;
  usage: string;
  options: OptionSpecs;
  /** Takes options only: a word without one is a mistake that must not go unheard (`check 12` for `check --link 12`). */
  optionsOnly?: true;
  /**
   * `catalog` works on the user's data folder and needs it alone; `rules` judges by the rule packs, words and pids kept
   * there if there are any, and by the built-in ones while the app has the folder open; `nothing` keeps nothing and runs
   * on an empty temporary folder, unless `--data-dir` names one.
   */
  needs: 'catalog' | 'rules' | 'nothing';
  run(context: CommandContext): Promise<CommandResult>;
}
