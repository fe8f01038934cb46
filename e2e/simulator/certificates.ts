import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

/** A throw-away certificate authority and what it issued. PEM throughout. */
export interface Authority {
  certificate: string;
  key: KeyObject;
  issue(host: string, options?: { expired?: boolean }): Issued;
}

export interface Issued {
  cert: string;
  key: string;
}

const oid = {
  commonName: '2.5.4.3',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
  basicConstraints: '2.5.29.19',
  keyUsage: '2.5.29.15',
  subjectAltName: '2.5.29.17',
  subjectKeyId: '2.5.29.14',
  authorityKeyId: '2.5.29.35',
} as const;

const valid = { from: '20200101000000Z', to: '20491231235959Z' };
const expired = { from: '20200101000000Z', to: '20210101000000Z' };

/** X.509 written by hand (RFC 5280): a dozen fields, so that tests need neither openssl nor a certificate library. */
export function createAuthority(name = 'Simulated world CA'): Authority {
  const { publicKey, privateKey } = newKeys();
  const leaf = newKeys();
  const leafKey = leaf.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const authority = { subject: name, publicKey, signingKey: privateKey };
  const certificate = pem(
    makeCertificate({ ...authority, issuer: name, issuerKey: publicKey, validity: valid, ca: true }),
  );
  return {
    certificate,
    key: privateKey,
    issue: (host, { expired: old = false } = {}) => ({
      cert: pem(
        makeCertificate({
          subject: host,
          issuer: name,
          publicKey: leaf.publicKey,
          issuerKey: publicKey,
          signingKey: privateKey,
          validity: old ? expired : valid,
          ca: false,
        }),
      ),
      key: leafKey,
    }),
  };
}

const newKeys = (): { publicKey: KeyObject; privateKey: KeyObject } =>
  generateKeyPairSync('ec', { namedCurve: 'prime256v1' });

interface CertificateParts {
  subject: string;
  issuer: string;
  publicKey: KeyObject;
  issuerKey: KeyObject;
  signingKey: KeyObject;
  validity: { from: string; to: string };
  ca: boolean;
}

function makeCertificate(parts: CertificateParts): Buffer {
  const algorithm = sequence(objectId(oid.ecdsaWithSha256));
  const serial = createHash('sha256').update(`${parts.issuer}/${parts.subject}/${parts.validity.to}`).digest();
  serial[0] = 0x4a;
  const body = sequence(
    tlv(0xa0, integer(Buffer.from([2]))),
    integer(serial.subarray(0, 16)),
    algorithm,
    distinguishedName(parts.issuer),
    sequence(tlv(0x18, ascii(parts.validity.from)), tlv(0x18, ascii(parts.validity.to))),
    distinguishedName(parts.subject),
    spki(parts.publicKey),
    tlv(0xa3, sequence(...extensions(parts))),
  );
  return sequence(body, algorithm, bitString(sign('sha256', body, parts.signingKey)));
}

function extensions({ ca, subject, publicKey, issuerKey }: CertificateParts): Buffer[] {
  const yes = tlv(0x01, Buffer.from([0xff]));
  const keyUsage = tlv(0x03, ca ? Buffer.from([1, 0x06]) : Buffer.from([7, 0x80]));
  const list = [
    sequence(objectId(oid.basicConstraints), yes, tlv(0x04, ca ? sequence(yes) : sequence())),
    sequence(objectId(oid.keyUsage), yes, tlv(0x04, keyUsage)),
    sequence(objectId(oid.subjectKeyId), tlv(0x04, tlv(0x04, keyId(publicKey)))),
    sequence(objectId(oid.authorityKeyId), tlv(0x04, sequence(tlv(0x80, keyId(issuerKey))))),
  ];
  if (!ca) list.push(sequence(objectId(oid.subjectAltName), tlv(0x04, sequence(tlv(0x82, ascii(subject))))));
  return list;
}

const spki = (key: KeyObject): Buffer => key.export({ type: 'spki', format: 'der' });
const keyId = (key: KeyObject): Buffer => createHash('sha1').update(spki(key)).digest();
const ascii = (text: string): Buffer => Buffer.from(text, 'ascii');
const sequence = (...parts: Buffer[]): Buffer => tlv(0x30, Buffer.concat(parts));
const integer = (bytes: Buffer): Buffer => tlv(0x02, bytes);
const bitString = (bytes: Buffer): Buffer => tlv(0x03, Buffer.concat([Buffer.from([0]), bytes]));

function distinguishedName(name: string): Buffer {
  return sequence(tlv(0x31, sequence(objectId(oid.commonName), tlv(0x0c, Buffer.from(name, 'utf8')))));
}

function tlv(tag: number, content: Buffer): Buffer {
  return Buffer.concat([Buffer.from([tag]), derLength(content.length), content]);
}

function derLength(length: number): Buffer {
  if (length < 0x80) return Buffer.from([length]);
  return length < 0x100 ? Buffer.from([0x81, length]) : Buffer.from([0x82, length >> 8, length & 0xff]);
}

function objectId(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const bytes = [first * 40 + second];
  for (const part of rest) {
    const groups = [part & 0x7f];
    for (let left = part >> 7; left > 0; left >>= 7) groups.unshift((left & 0x7f) | 0x80);
    bytes.push(...groups);
  }
  return tlv(0x06, Buffer.from(bytes));
}

function pem(der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}
