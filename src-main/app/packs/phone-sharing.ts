import type { PackItemRecord, PackStore } from '#app/ports/pack-store';
import type { PhoneContent, PhoneDoor, PhoneItem, PhoneServer } from '#app/ports/phone-server';
import { AppError } from '#contract/errors';
import type { PackSummary } from '#contract/packs';
import type { LanPlace, PhoneShare, PhoneState, ShareEnd } from '#contract/phone';
import type { SurfaceId } from '#contract/surfaces';
import type { PackPicture } from '#domain/copy-pack/pack-rows';
import { postableLink } from '#domain/copy-pack/postable-link';

interface Dependencies {
  packs: PackStore;
  server: PhoneServer;
  /** One file of a pack on disk. @throws AppError when it is gone or changed */
  readPicture(pack: string, picture: PackPicture): Promise<Uint8Array>;
  exists(path: string): Promise<boolean>;
  /** Rows of a QR code as `0` and `1`. */
  qrRows(text: string): string[];
  language(): PhoneContent['language'];
  now(): Date;
  /** Runs `work` later; the result stops it. */
  after(milliseconds: number, work: () => void): () => void;
  onChange(state: PhoneState): void;
  onMarked(): void;
}

/** How often it is looked whether the network is still there. */
const lookEveryMs = 20_000;

interface Running {
  door: PhoneDoor;
  pack: PackSummary;
  place: LanPlace;
  endsAt: string;
  openedAt: string | null;
  stopTimers: (() => void)[];
}

const mostItems = 5_000;

/** Sharing one pack with one phone in the local network, for a limited time. Off until started. */
export class PhoneSharing {
  readonly #deps: Dependencies;
  #running: Running | null = null;
  #ended: ShareEnd | null = null;

  constructor(deps: Dependencies) {
    this.#deps = deps;
  }

  places(): LanPlace[] {
    return this.#deps.server.places();
  }

  state(): PhoneState {
    return { share: this.#running && this.#describe(this.#running), ended: this.#ended };
  }

  /**
   * Opens the pack to the phone that scans the code first; what was shared before ends.
   * @throws AppError `NOT_FOUND` (pack or network gone), `FILE_GONE`, `IO`
   */
  async start({ packId, placeId, minutes }: { packId: number; placeId: string; minutes: number }): Promise<PhoneState> {
    const { packs, server, now, exists } = this.#deps;
    const pack = packs.summary(packId);
    const place = server.places().find(({ id }) => id === placeId);
    if (!place) throw new AppError('NOT_FOUND', placeId, { params: { reason: 'network-gone' } });
    if (!(await exists(pack.path))) {
      throw new AppError('FILE_GONE', pack.path, { params: { reason: 'pack-not-found', file: pack.fileName } });
    }
    const door = await server.open(placeId, this.#content(pack), {
      onChange: () => this.#onDoorChange(),
      onEnd: (why) => void this.#close(why),
    });
    // Whatever is open by now, also what another start opened meanwhile: a door nobody remembers would stay open.
    while (this.#running !== null) await this.#close(null);
    this.#ended = null;
    const milliseconds = minutes * 60_000;
    this.#running = {
      door,
      pack,
      place,
      endsAt: new Date(now().getTime() + milliseconds).toISOString(),
      openedAt: null,
      stopTimers: [this.#deps.after(milliseconds, () => void this.#close('time-over'))],
    };
    this.#watchNetwork(this.#running);
    return this.#changed();
  }

  /** A new code to scan; the phone that was in is out. Does nothing while nothing is shared. */
  newCode(): PhoneState {
    this.#running?.door.renewCode();
    return this.state();
  }

  async stop(): Promise<PhoneState> {
    await this.#close(null);
    return this.state();
  }

  async #close(why: ShareEnd | null): Promise<void> {
    const running = this.#running;
    this.#running = null;
    this.#ended = why;
    if (!running) return;
    for (const stopTimer of running.stopTimers) stopTimer();
    await running.door.close();
    this.#changed();
  }

  /** A phone cannot come back to an address this computer no longer has. */
  #watchNetwork(running: Running): void {
    const look = (): void => {
      if (this.#deps.server.places().some(({ id }) => id === running.place.id)) this.#watchNetwork(running);
      else void this.#close('network-lost');
    };
    running.stopTimers[1] = this.#deps.after(lookEveryMs, look);
  }

  #onDoorChange(): void {
    const running = this.#running;
    if (!running) return;
    running.openedAt = running.door.device() === null ? null : this.#deps.now().toISOString();
    this.#changed();
  }

  #changed(): PhoneState {
    const state = this.state();
    this.#deps.onChange(state);
    return state;
  }

  #content(pack: PackSummary): PhoneContent {
    const { packs, readPicture, language, onMarked } = this.#deps;
    const records = packs.items(pack.id, 0, mostItems);
    return {
      name: pack.campaignName,
      surface: pack.surface,
      language: language(),
      items: records.map((record) => phoneItem(record, pack.surface)),
      posted: () =>
        packs
          .items(pack.id, 0, mostItems)
          .filter(({ postedAt }) => postedAt !== null)
          .map(({ number }) => number),
      picture(number, index) {
        const picture = records.find((record) => record.number === number)?.pictures[index];
        if (!picture) throw new AppError('NOT_FOUND', `picture ${number}-${index}`, { params: { detail: '图片' } });
        return readPicture(packs.summary(pack.id).path, picture);
      },
      async mark(number, posted) {
        await packs.mark(pack.id, [number], posted, 'phone');
        onMarked();
      },
    };
  }

  #describe({ door, pack, place, endsAt, openedAt }: Running): PhoneShare {
    const url = door.codeUrl();
    const device = door.device();
    return {
      packId: pack.id,
      campaignName: pack.campaignName,
      surface: pack.surface,
      items: pack.exported,
      place,
      address: door.address,
      endsAt,
      code: url === null ? null : { url, rows: this.#deps.qrRows(url) },
      device: device === null || openedAt === null ? null : { address: device, openedAt },
    };
  }
}

function phoneItem({ number, title, text, link, pictures }: PackItemRecord, surface: SurfaceId): PhoneItem {
  return { number, title, text, link: postableLink(link, surface), pictures: pictures.length };
}
