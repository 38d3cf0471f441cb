/* The envelope: opens and makes the same as share/envelope.py does. generator/locked-file.md is the contract. */

const VERSION = 1;
const ROUNDS = 1000000;
const MOST_ROUNDS = 20000000;
const PLACES = 8;
const IV = 12;
const TAG = 16;
const SMALLEST = { "locked file": 1 << 18, reply: 1 << 14 };
const LINE = 1000;

const FIRST_LINE = /^bothways (locked file|reply) ([1-9][0-9]{0,3})\n/;
const HEADER =
  /^bothways (?:locked file|reply) [1-9][0-9]{0,3}\n(([A-Z0-9-]{1,40}) ([1-9][0-9]{0,9}) ([A-Za-z0-9+/]{22}==)\n((?:[A-Za-z0-9+/]{80}\n)+))([A-Z0-9-]{1,40}) ([A-Za-z0-9+/]{16}) ([1-9][0-9]{0,9})\n/;
const LOCKED_LINE = /^[A-Za-z0-9+/=]{1,1000}$/;
const LAST_LINE = /^SHA-256 ([A-Za-z0-9+/]{43}=)$/;

/* Why an envelope does not open: "wrong", "damaged" or "newer". */
class NotOpened extends Error {
  constructor(word) {
    super(word);
    this.word = word;
  }
}

function ensure(holds) {
  if (!holds) throw new NotOpened("damaged");
}

/* A passphrase as it is used. */
function normal(typed) {
  const plain = typed.normalize("NFKC").toLowerCase().normalize("NFKC");
  return plain.replace(/[\t\n\r \u2010-\u2015\u2212-]+/g, " ").replace(/^ +| +$/g, "");
}

function bytesOf(text) {
  let binary;
  try {
    binary = atob(text);
  } catch {
    throw new NotOpened("damaged");
  }
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
  // Base64 as we write it, and no other: its last letter may not hide bits.
  ensure(base64(bytes.subarray(bytes.length - (bytes.length % 3 || 3))) === text.slice(-4));
  return bytes;
}

function base64(bytes) {
  const parts = [];
  for (let at = 0; at < bytes.length; at += 0x6000) {
    parts.push(btoa(String.fromCharCode(...bytes.subarray(at, at + 0x6000))));
  }
  return parts.join("");
}

const utf8 = (text) => new TextEncoder().encode(text);

const digest = async (text) => base64(new Uint8Array(await crypto.subtle.digest("SHA-256", utf8(text))));

/* What stands in an envelope, before any passphrase is known. */
async function readEnvelope(kind, written) {
  const text = written.replaceAll("\r\n", "\n").replace(/^\n+|\n+$/g, "") + "\n";
  const first = FIRST_LINE.exec(text);
  ensure(first && first[1] === kind);
  if (Number(first[2]) !== VERSION) throw new NotOpened("newer");
  const header = HEADER.exec(text);
  ensure(header);
  const lines = text.slice(header[0].length).split("\n");
  // An empty line, the locked lines, an empty line, the digest, and the end of its line.
  const locked = lines.slice(1, -3);
  const last = LAST_LINE.exec(lines.at(-2));
  ensure(lines.length >= 5 && lines[0] === "" && lines.at(-3) === "" && lines.at(-1) === "" && last);
  ensure(locked.every((line) => LOCKED_LINE.test(line)));
  bytesOf(last[1]);
  ensure((await digest(text.slice(0, -last[0].length - 1))) === last[1]);
  const [, access, kdf, rounds, salt, wrapped, cipher, iv, size] = header;
  if (kdf !== "PBKDF2-SHA256" || cipher !== "AES-256-GCM") throw new NotOpened("newer");
  const envelope = {
    kind,
    header: header[0],
    access,
    rounds: Number(rounds),
    salt: bytesOf(salt),
    wrapped: wrapped.trim().split("\n").map(bytesOf),
    iv: bytesOf(iv),
    locked: bytesOf(locked.join("")),
  };
  ensure(envelope.rounds >= ROUNDS && envelope.rounds <= MOST_ROUNDS && envelope.wrapped.length % PLACES === 0);
  ensure(envelope.locked.length === Number(size) && locked.slice(0, -1).every((line) => line.length === LINE));
  return envelope;
}

/* The content of an envelope that was read, and its keys. */
async function openEnvelope(envelope, passphrase) {
  const derived = await derive(envelope, passphrase);
  const keys = { content: await unwrap(derived, envelope.wrapped), access: envelope.access };
  const how = { name: "AES-GCM", iv: envelope.iv, additionalData: utf8(envelope.header) };
  let plain;
  try {
    plain = new Uint8Array(await crypto.subtle.decrypt(how, keys.content, envelope.locked));
  } catch {
    throw new NotOpened("damaged");
  }
  ensure(plain.length >= 4);
  const size = new DataView(plain.buffer).getUint32(0, true);
  ensure(plain.length === paddedSize(envelope.kind, size) && plain.subarray(4 + size).every((byte) => byte === 0));
  return { content: plain.subarray(4, 4 + size), keys };
}

async function derive({ salt, rounds }, passphrase) {
  const typed = await crypto.subtle.importKey("raw", utf8(normal(passphrase)), "PBKDF2", false, ["deriveKey"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations: rounds };
  return crypto.subtle.deriveKey(how, typed, { name: "AES-GCM", length: 256 }, false, ["decrypt"]);
}

async function unwrap(derived, wrapped) {
  for (const place of wrapped) {
    try {
      const how = { name: "AES-GCM", iv: place.subarray(0, IV) };
      const raw = await crypto.subtle.decrypt(how, derived, place.subarray(IV));
      return await crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["decrypt", "encrypt"]);
    } catch {
      // Another reader's, or nobody's.
    }
  }
  throw new NotOpened("wrong");
}

/* Bytes that are locked for a content of this size (Padmé). */
function paddedSize(kind, content) {
  const size = Math.max(content + 4, SMALLEST[kind]);
  const exponent = 31 - Math.clz32(size);
  const step = 2 ** (exponent - (32 - Math.clz32(exponent)));
  return Math.ceil(size / step) * step;
}

/* The content, padded and locked with the keys of an envelope that was opened, as text. */
async function sealEnvelope(kind, content, keys) {
  const plain = new Uint8Array(paddedSize(kind, content.length));
  new DataView(plain.buffer).setUint32(0, content.length, true);
  plain.set(content, 4);
  const iv = crypto.getRandomValues(new Uint8Array(IV));
  const header = `bothways ${kind} ${VERSION}\n${keys.access}AES-256-GCM ${base64(iv)} ${plain.length + TAG}\n`;
  const how = { name: "AES-GCM", iv, additionalData: utf8(header) };
  const locked = base64(new Uint8Array(await crypto.subtle.encrypt(how, keys.content, plain)));
  const signed = `${header}\n${locked.replace(/.{1,1000}/g, "$&\n")}\n`;
  return `${signed}SHA-256 ${await digest(signed)}\n`;
}
