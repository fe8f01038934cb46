import { ownIdentity } from '#app/catalog/own-identity';
import { pasteRows } from '#app/paste/paste-rows';
import { readPaste, type ReadText } from '#app/paste/read-paste';
import type { PasteJobParams } from '#app/paste/keep-paste';
import type { SurfaceId } from '#contract/surfaces';
import { shanghaiMinute } from '#domain/shared/shanghai-day';
import type { Handlers } from '#rpc/server';
import type { Engine } from '../open-engine.ts';

type PasteMethods = 'paste.read' | 'paste.keep';

export function pasteHandlers(engine: Engine): Pick<Handlers, PasteMethods> {
  const { pasteCatalog, evidence, settings, openability, verdicts } = engine;
  const read = (text: string, surface: SurfaceId, own: boolean): ReadText =>
    readPaste(text, surface, {
      catalog: pasteCatalog,
      targetOf: (linkHash) => evidence.target(linkHash),
      judge: openability.judgeFor(verdicts.prepare()),
      identity: ownIdentity(settings.get()),
      own,
    });

  return {
    'paste.read': ({ text, surface, own }) => read(text, surface, own).reading,
    'paste.keep': ({ text, choices, own }) => {
      const rows = pasteRows(text, read(text, settings.get().surface, own), { choices, own }, pasteCatalog);
      const label = settings.get().language === 'en' ? 'Pasted' : '智能识别';
      const params: PasteJobParams = {
        name: `${label} ${shanghaiMinute(engine.now())}`,
        length: text.length,
        rows,
      };
      return engine.jobs.start('paste', params.name, params);
    },
  };
}
