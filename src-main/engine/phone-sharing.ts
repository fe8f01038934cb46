import { PhoneSharing } from '#app/packs/phone-sharing';
import { qrMatrix, qrRows } from '#infra/images/qr-matrix';
import { pathExists } from '#infra/pack/pack-reader';
import { readPackFile } from '#infra/pack/read-pack-file';
import { createPhoneServer } from '#infra/phone/phone-server';
import type { Core } from './core.ts';
import type { Engine } from './open-engine.ts';

type Surroundings = Pick<Engine, 'now' | 'emit' | 'emitCatalogChanged' | 'log'>;

export function createPhoneSharing({ packs, settings }: Core, around: Surroundings): PhoneSharing {
  return new PhoneSharing({
    packs,
    server: createPhoneServer({ logBug: around.log.bug }),
    readPicture: readPackFile,
    exists: pathExists,
    qrRows: (text) => qrRows(qrMatrix(text)),
    language: () => settings.get().language,
    now: around.now,
    after(milliseconds, work) {
      const timer = setTimeout(work, milliseconds);
      return () => clearTimeout(timer);
    },
    onChange: (state) => around.emit('phone.changed', state),
    onMarked: around.emitCatalogChanged,
  });
}
