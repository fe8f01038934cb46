import type { PackChoice } from '#contract/policy';
import type { OpenabilityPack } from '#domain/openability/pack-shape';
import type { Handlers } from '#rpc/server';
import type { ImpactJobParams } from '../jobs/impact-runner.ts';
import type { Engine } from '../open-engine.ts';
import { readPolicyFile } from '../read-policy-file.ts';

type PolicyMethods = Extract<keyof Handlers, `policy.${string}`>;

export function policyHandlers(engine: Engine): Pick<Handlers, PolicyMethods> {
  const { policyShelf, files, jobs, openability } = engine;
  const textOf = (ref: string): Promise<string> => readPolicyFile(files.resolve(ref, 'read'));

  async function packOf(choice: PackChoice): Promise<OpenabilityPack> {
    return 'id' in choice ? policyShelf.byId(choice.id) : policyShelf.parse(await textOf(choice.ref));
  }

  return {
    'policy.list': () => policyShelf.list(),
    'policy.check': async ({ ref }) => policyShelf.check(await textOf(ref)),
    'policy.load': async ({ ref }) => policyShelf.load(await textOf(ref)),
    'policy.use': async ({ id }) => {
      const packs = await policyShelf.use(id);
      engine.emitCatalogChanged();
      return packs;
    },
    'policy.remove': ({ id }) => policyShelf.remove(id),
    'policy.diff': async ({ before, after }) =>
      policyShelf.diff(before === null ? openability.pack : await packOf(before), await packOf(after)),
    'policy.impact': async ({ pack, asOf }) => {
      // Said at once, not by a job that fails.
      const chosen = pack === null ? null : await packOf(pack);
      const source = pack !== null && 'ref' in pack ? files.resolve(pack.ref, 'read') : pack;
      const label = [chosen?.id, asOf].filter((part) => part !== null && part !== undefined).join(' ');
      return jobs.start('impact', label, { pack: source, asOf } satisfies ImpactJobParams);
    },
  };
}
