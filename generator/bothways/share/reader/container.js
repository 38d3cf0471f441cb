/* The container: all the files of the site, by address, from what share/container.py packed. */

const BETWEEN = "\x1e";

async function unpack(packed) {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  const whole = new Uint8Array(await new Response(stream).arrayBuffer());
  const view = new DataView(whole.buffer);
  const blocks = [];
  let at = 0;
  for (let number = 0; number < 3; number++) {
    const size = view.getUint32(at, true);
    blocks.push(whole.subarray(at + 4, at + 4 + size));
    at += 4 + size;
  }
  const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  const manifest = JSON.parse(utf8.decode(blocks[0]));
  return new Container(manifest, utf8.decode(blocks[1]).split(BETWEEN), blocks[2], whole.subarray(at));
}

class Container {
  constructor(manifest, segments, order, others) {
    this.front = manifest.front;
    this.routes = manifest.routes.map((number) => manifest.texts[number]);
    this.salt = manifest.salt;
    this.segments = segments;
    this.order = order;
    this.begins = new Map();
    this.others = new Map();
    const numbers = new Numbers(order);
    let fresh = 0;
    for (const address of manifest.texts) {
      this.begins.set(address, { at: numbers.at, fresh });
      fresh = eachRun(numbers, fresh, () => {});
    }
    let at = 0;
    for (const [address, size] of manifest.others) {
      this.others.set(address, others.subarray(at, at + size));
      at += size;
    }
  }

  has(address) {
    return this.begins.has(address) || this.others.has(address);
  }

  /* A file that is text. */
  text(address) {
    const { at, fresh } = this.begins.get(address);
    const parts = [];
    eachRun(new Numbers(this.order, at), fresh, (first, count) => {
      for (let number = first; number < first + count; number++) parts.push(this.segments[number]);
    });
    return parts.join("");
  }

  /* Any file, for what wants bytes. */
  data(address) {
    return this.others.get(address) || utf8(this.text(address));
  }
}

/* The runs of one text: where each begins is said from the first segment that was not used yet, or from the end of the
   last run of used ones. Gives the first that is not used after the text. */
function eachRun(numbers, unused, take) {
  let fresh = unused;
  let expected = 0;
  for (let runs = numbers.next(); runs > 0; runs--) {
    const said = numbers.next();
    const count = numbers.next();
    const step = said >> 1;
    let first;
    if (said & 1) {
      first = fresh + step;
      fresh = first + count;
    } else {
      first = expected + (step & 1 ? -(step + 1) / 2 : step / 2);
      expected = first + count;
    }
    take(first, count);
  }
  return fresh;
}

/* Numbers of seven bits a byte, the lowest first. */
class Numbers {
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  next() {
    let number = 0;
    let shift = 0;
    let byte;
    do {
      byte = this.bytes[this.at++];
      number |= (byte & 0x7f) << shift;
      shift += 7;
    } while (byte > 0x7f);
    return number;
  }
}
