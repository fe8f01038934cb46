import type { LanPlace, ShareEnd } from '#contract/phone';

/** One item as a phone gets it. */
export interface PhoneItem {
  number: number;
  title: string;
  text: string;
  /** Null when the text carries it, or when it must not be posted there. */
  link: string | null;
  /** How many pictures there are. */
  pictures: number;
}

/** What a phone may see and do; nothing else of the app is reachable. */
export interface PhoneContent {
  name: string;
  surface: string;
  language: 'zh-CN' | 'en';
  items: readonly PhoneItem[];
  /** Numbers of the items that are marked as posted now. */
  posted(): readonly number[];
  /** @throws AppError when the picture is gone or is not the one that was exported */
  picture(number: number, index: number): Promise<Uint8Array>;
  mark(number: number, posted: boolean): Promise<void>;
}

export interface PhoneDoor {
  /** `http://<address>:<port>` */
  address: string;
  /** The address with the one-time code to scan; null once a phone has used it. */
  codeUrl(): string | null;
  /** Address of the phone that is in; null before. */
  device(): string | null;
  renewCode(): void;
  close(): Promise<void>;
}

export interface PhoneServer {
  places(): LanPlace[];
  /**
   * Serves the content to one phone in the place's network until `close`.
   * @throws AppError `NOT_FOUND` when the network is gone, `IO` when nothing can be served there
   */
  open(
    placeId: string,
    content: PhoneContent,
    events: { onChange(): void; onEnd(why: Exclude<ShareEnd, 'time-over'>): void },
  ): Promise<PhoneDoor>;
}
