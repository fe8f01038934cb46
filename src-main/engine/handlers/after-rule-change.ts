import type { Engine } from '../open-engine.ts';

/** Passes a result on after a change of rules, lists or packs: pages read anew and the catalog is judged again. */
export function afterRuleChange(engine: Engine): <Result>(result: Result) => Result {
  return (result) => {
    engine.emitCatalogChanged();
    engine.keepScanned();
    return result;
  };
}
