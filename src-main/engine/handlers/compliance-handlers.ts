import { setImmediate } from 'node:timers/promises';
import { productFindings } from '#app/compliance/product-findings';
import { silencedFindings } from '#app/compliance/silenced-findings';
import { AppError } from '#contract/errors';
import { dropUndefined } from '#domain/shared/drop-undefined';
import { readTextFile } from '#infra/files/read-text-file';
import type { Handlers } from '#rpc/server';
import type { Engine } from '../open-engine.ts';
import { afterRuleChange } from './after-rule-change.ts';

/** Packs are at most 1.5 million characters; Chinese takes three bytes each. */
const largestPackBytes = 6_000_000;

type ComplianceMethods = Extract<keyof Handlers, `compliance.${string}`> | 'rules.compliance';

export function complianceHandlers(engine: Engine): Pick<Handlers, ComplianceMethods> {
  const { compliance, catalog, findings, settings, verdicts, scans, packShelf, files } = engine;
  const locale = (): 'zh' | 'en' => (settings.get().language === 'en' ? 'en' : 'zh');

  const changed = afterRuleChange(engine);

  return {
    'compliance.lint': ({ texts, asOf, suggest }) => {
      const linter = compliance.linterFor(asOf ?? verdicts.prepare(), locale());
      return texts.map(({ text, surface }) =>
        linter.lint(text, dropUndefined({ surface: surface ?? undefined, suggest })),
      );
    },
    'compliance.scan': () => scans.scan(),
    'compliance.product': ({ productId }) => {
      const asOf = verdicts.prepare();
      return productFindings({ catalog, findings, linter: compliance.linterFor(asOf, locale()), asOf }, productId);
    },
    'compliance.silences': ({ phrase, finding }, { signal }) => {
      const entry = { ...phrase, reason: '', proof: '', expiresOn: null };
      const breathe = async (): Promise<void> => {
        await setImmediate();
        if (signal.aborted) throw new AppError('CANCELLED', 'no longer asked');
      };
      const trial = compliance.trialOf(entry, verdicts.prepare());
      return silencedFindings({ findings, trial, breathe }, phrase.category, finding);
    },
    'compliance.packs': () => packShelf.list(),
    'compliance.loadPacks': async ({ file, dryRun }) => {
      const { path, name } = files.resolve(file, 'read');
      const result = await packShelf.load(name, await readTextFile(path, name, largestPackBytes), dryRun);
      return result.loaded ? changed(result) : result;
    },
    'compliance.removePack': async ({ id }) => changed((await packShelf.remove(id), null)),
    'rules.compliance': ({ asOf }) => compliance.rules(asOf ?? verdicts.prepare()),
  };
}
