import { verdictsOf } from '#app/links/link-verdicts';
import type { QrRows } from '#contract/devices';
import { type SurfaceId, surfaceIds } from '#contract/surfaces';
import { qrMatrix, qrRows } from '#infra/images/qr-matrix';
import type { Handlers } from '#rpc/server';
import type { Engine } from '../open-engine.ts';

type DeviceMethods = Extract<keyof Handlers, `devices.${string}`>;

/** Longer texts make a code that phones no longer read from a screen. */
const longestInQr = 800;

function sampleQr(text: string): QrRows | null {
  if (text.length > longestInQr) return null;
  const matrix = qrMatrix(text);
  return { size: matrix.size, rows: qrRows(matrix) };
}

export function deviceHandlers(engine: Engine): Pick<Handlers, DeviceMethods> {
  const { deviceBook, devices, links, evidence, openability, verdicts, campaigns, settings } = engine;

  const changed = <Result>(result: Result): Result => {
    engine.emitCatalogChanged();
    return result;
  };

  /** Where people post: the surfaces of open campaigns, or the one the app opens on. */
  function usedSurfaces(): SurfaceId[] {
    const used = new Set(campaigns.list(false).flatMap((campaign) => campaign.surfaces.map(({ surface }) => surface)));
    return used.size > 0 ? surfaceIds.filter((id) => used.has(id)) : [settings.get().surface];
  }

  return {
    'devices.list': ({ offset, limit }) => deviceBook.page(offset, limit),
    'devices.add': async (input) => changed(await deviceBook.add(input)),
    'devices.reach': async ({ id, reach }) => changed(await deviceBook.setReach(id, reach)),
    'devices.remove': async ({ id }) => changed((await deviceBook.remove(id), null)),
    'devices.sample': ({ linkId }) => {
      const asOf = verdicts.prepare();
      const link = links.byId(linkId, settings.get().surface, asOf);
      const answers = evidence.answersOf([link.hash]).get(link.hash) ?? [];
      const records = devices.all();
      const [last] = records;
      return {
        text: link.value,
        qr: sampleQr(link.value),
        verdicts: verdictsOf(link, openability.judgeFor(asOf), { answers, records }),
        lastDevice: { device: last?.device ?? '', wechatVersion: last?.wechatVersion ?? '' },
      };
    },
    'devices.tour': ({ surfaces }) => deviceBook.tour(surfaces ?? usedSurfaces()),
  };
}
