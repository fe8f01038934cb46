import { crc32, deflateRawSync } from 'node:zlib';
import { packFailure } from './pack-failure.ts';

/** Where the archive's bytes go, in order. */
export type WriteBytes = (bytes: Buffer) => Promise<void>;

const localHeader = 0x04034b50;
const centralHeader = 0x02014b50;
const endRecord = 0x06054b50;
const largestOffset = 0xffffffff;
const mostEntries = 0xffff;
/** Names are UTF-8. */
const utf8Flag = 0x0800;
const stored = 0;
const deflated = 8;
/** Made on Unix, so that readers take the mode bits: a plain file, rw-r--r--. */
const madeBy = (3 << 8) | 20;
const fileMode = (0o100644 << 16) >>> 0;

interface Entry {
  name: Buffer;
  method: number;
  crc: number;
  packed: number;
  size: number;
  offset: number;
}

/**
 * Writes a ZIP archive (PKWARE APPNOTE 6.3) piece by piece and keeps nothing but the list of entries. Sizes and
 * checksums stand in front of every entry, because unzip programs on phones stumble over trailing ones. All entries
 * carry one time, given as the wall clock of Asia/Shanghai, so that the bytes do not depend on the computer's zone.
 */
export class ZipWriter {
  private readonly entries: Entry[] = [];
  private readonly write: WriteBytes;
  private readonly time: number;
  private readonly date: number;
  private offset = 0;

  constructor(write: WriteBytes, modifiedAt: Date) {
    this.write = write;
    ({ time: this.time, date: this.date } = dosTime(modifiedAt));
  }

  /** Adds a file. `compress` for text; pictures only grow. @throws AppError `IO` (zip-too-large) */
  async add(path: string, bytes: Buffer, compress: boolean): Promise<void> {
    const data = compress ? deflateRawSync(bytes, { level: 9 }) : bytes;
    const entry: Entry = {
      name: Buffer.from(path, 'utf8'),
      method: compress ? deflated : stored,
      crc: crc32(bytes),
      packed: data.length,
      size: bytes.length,
      offset: this.offset,
    };
    const header = Buffer.alloc(30);
    header.writeUInt32LE(localHeader, 0);
    this.writeCommon(header, 4, entry);
    const reach = this.offset + header.length + entry.name.length + data.length;
    if (reach > largestOffset || this.entries.length >= mostEntries) throw packFailure('IO', 'zip-too-large');
    this.entries.push(entry);
    await this.put(Buffer.concat([header, entry.name]));
    await this.put(data);
  }

  /** Writes the directory; the archive is complete after this. */
  async finish(): Promise<void> {
    const start = this.offset;
    const records = this.entries.map((entry) => {
      const record = Buffer.alloc(46);
      record.writeUInt32LE(centralHeader, 0);
      record.writeUInt16LE(madeBy, 4);
      this.writeCommon(record, 6, entry);
      record.writeUInt32LE(fileMode, 38);
      record.writeUInt32LE(entry.offset, 42);
      return Buffer.concat([record, entry.name]);
    });
    const directory = Buffer.concat(records);
    if (start + directory.length > largestOffset) throw packFailure('IO', 'zip-too-large');
    const end = Buffer.alloc(22);
    end.writeUInt32LE(endRecord, 0);
    end.writeUInt16LE(this.entries.length, 8);
    end.writeUInt16LE(this.entries.length, 10);
    end.writeUInt32LE(directory.length, 12);
    end.writeUInt32LE(start, 16);
    await this.put(Buffer.concat([directory, end]));
  }

  /** The 26 bytes that the header before the data and the one in the directory share. */
  private writeCommon(header: Buffer, at: number, entry: Entry): void {
    header.writeUInt16LE(20, at);
    header.writeUInt16LE(utf8Flag, at + 2);
    header.writeUInt16LE(entry.method, at + 4);
    header.writeUInt16LE(this.time, at + 6);
    header.writeUInt16LE(this.date, at + 8);
    header.writeUInt32LE(entry.crc, at + 10);
    header.writeUInt32LE(entry.packed, at + 14);
    header.writeUInt32LE(entry.size, at + 18);
    header.writeUInt16LE(entry.name.length, at + 22);
  }

  private async put(bytes: Buffer): Promise<void> {
    this.offset += bytes.length;
    await this.write(bytes);
  }
}

const shanghaiOffsetMs = 8 * 3600_000;

/** MS-DOS time: steps of two seconds from 1980 to 2107. */
function dosTime(moment: Date): { time: number; date: number } {
  const clock = new Date(moment.getTime() + shanghaiOffsetMs);
  const year = Math.min(Math.max(clock.getUTCFullYear(), 1980), 2107);
  return {
    time: (clock.getUTCHours() << 11) | (clock.getUTCMinutes() << 5) | (clock.getUTCSeconds() >> 1),
    date: ((year - 1980) << 9) | ((clock.getUTCMonth() + 1) << 5) | clock.getUTCDate(),
  };
}
