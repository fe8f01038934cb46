import { PhoneSharing } from '#app/packs/phone-sharing';
import { qrMatrix } from '#infra/images/qr-matrix';
import { pathExists } from '#infra/pack/pack-reader';
import { readPackFile } from '#infra/pack/read-pack-file';
import { createPhoneServer } from '#infra/phone/phone-server';
import type { Core } from './core.ts';
import type { Engine } from './open-engine.ts';

function qrRows(text: string): string[] {
  const { size, isDark } = qrMatrix(text);
  const line = Array.from({ length: size }, (_, index) => index);
  return line.map((row) => line.map((column) => (isDark(row, column) ? '1' : '0')).join(''));
}

type Surroundings = Pick<Engine, 'now' | 'emit' | 'emitCatalogChanged' | 'log'>;

export function createPhoneSharing({ packs, settings }: Core, around: Surroundings): PhoneSharing {
  return new PhoneSharing({
    packs,
    server: createPhoneServer({ logBug: around.log.bug }),
    readPicture: readPackFile,
    exists: pathExists,
    qrRows,
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
