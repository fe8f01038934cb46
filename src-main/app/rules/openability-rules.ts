import { AppError } from '#contract/errors';
import { detailsOf } from '#contract/messages/error-details';
import { describePackProblem } from '#contract/messages/openability-pack-messages';
import { compileJudge, type Judge } from '#domain/openability/judge';
import type { OpenabilityPack } from '#domain/openability/pack-shape';
import { readPack } from '#domain/openability/read-pack';
import type { PackProblem } from '#domain/openability/shape';

/** Judges kept ready: today's, the as-of date's, and those an impact analysis compares. */
const rememberedDays = 8;

/** The openability pack in use, compiled for whatever day is asked. */
export class OpenabilityRules {
  /** The pack that comes with the program. */
  readonly builtIn: OpenabilityPack;
  #pack: OpenabilityPack;
  readonly #judges = new Map<string, Judge>();

  /** @throws AppError `PACK_INVALID` when the value is not a pack */
  constructor(builtIn: unknown) {
    this.builtIn = checkedPack(builtIn);
    this.#pack = this.builtIn;
  }

  get pack(): OpenabilityPack {
    return this.#pack;
  }

  use(pack: OpenabilityPack): void {
    if (pack === this.#pack) return;
    this.#pack = pack;
    this.#judges.clear();
  }

  judgeFor(asOf: string): Judge {
    const known = this.#judges.get(asOf);
    if (known) return known;
    const judge = compileJudge(this.#pack, asOf);
    const [oldest] = this.#judges.keys();
    if (this.#judges.size >= rememberedDays && oldest !== undefined) this.#judges.delete(oldest);
    this.#judges.set(asOf, judge);
    return judge;
  }
}

/** @throws AppError `PACK_INVALID` naming the first problems */
export function checkedPack(value: unknown): OpenabilityPack {
  const reading = readPack(value);
  if (reading.ok) return reading.pack;
  throw refusalOf(reading.problems);
}

/** Why a pack cannot be used, with the first problems. */
export function refusalOf(problems: readonly PackProblem[]): AppError {
  const details = detailsOf((locale) =>
    problems
      .slice(0, 3)
      .map((problem) => describePackProblem(problem, locale).replace(/[。.]$/, ''))
      .join(locale === 'en' ? '; ' : '；'),
  );
  return new AppError('PACK_INVALID', details.detailEn, { params: details });
}
