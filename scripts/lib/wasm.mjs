// Reading and writing of WebAssembly modules: their sections, and what is imported.

/** The ids of sections. */
export const CUSTOM = 0, IMPORTS = 2, CODE = 10;

export function* split(module) {
  const reader = new Reader(module, 8);
  while (reader.at < module.length) {
    const id = reader.byte();
    const length = reader.number();
    yield { id, body: module.subarray(reader.at, reader.at + length) };
    reader.skip(length);
  }
}

/** A module of these sections, with the head of this one. */
export function joined(module, sections) {
  return Buffer.concat([
    module.subarray(0, 8),
    ...sections.flatMap(({ id, body }) => [Buffer.from([id]), number(body.length), body]),
  ]);
}

/** What is imported: from where, by which name, and the bytes that say what it is. */
export function* imported(body) {
  const reader = new Reader(body);
  for (let left = reader.number(); left > 0; left -= 1) {
    const [from, name] = [reader.text(), reader.text()];
    const start = reader.at;
    const kind = reader.byte();
    if (kind === 0) {
      reader.number();
    } else if (kind === 3) {
      reader.skip(2);
    } else {
      if (kind === 1) reader.byte();
      else if (kind === 4) reader.byte();
      const limited = kind === 4 ? 0 : reader.byte();
      reader.number();
      if (limited & 1) reader.number();
    }
    yield { from, name, kind, what: body.subarray(start, reader.at) };
  }
}

export function number(value) {
  const bytes = [];
  do {
    bytes.push((value & 0x7f) | (value > 0x7f ? 0x80 : 0));
    value >>>= 7;
  } while (value > 0);
  return Buffer.from(bytes);
}

/** A text as modules have it. */
export function text(value) {
  const bytes = Buffer.from(value);
  return Buffer.concat([number(bytes.length), bytes]);
}

export class Reader {
  constructor(bytes, at = 0) {
    Object.assign(this, { bytes, at });
  }
  byte() {
    return this.bytes[this.at++];
  }
  skip(length) {
    this.at += length;
  }
  number() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
  }
  text() {
    const length = this.number();
    const text = this.bytes.subarray(this.at, this.at + length).toString();
    this.skip(length);
    return text;
  }
}
