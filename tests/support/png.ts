import { inflateSync } from 'node:zlib';

export type Picture = {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and opacity of every point, row by row. */
  readonly points: readonly (readonly [number, number, number, number])[];
};

/** Reads a PNG of 8 bits a channel, with or without opacity: https://www.w3.org/TR/png-3/#9Filters. */
export function readPng(file: Buffer): Picture {
  const chunks = chunksOf(file);
  const header = chunks.find(({ type }) => type === 'IHDR')!.data;
  const [width, height, depth, colour] = [header.readUInt32BE(0), header.readUInt32BE(4), header[8], header[9]];
  if (depth !== 8 || (colour !== 2 && colour !== 6) || header[12] !== 0) throw new Error('not a plain PNG');
  const size = colour === 6 ? 4 : 3;
  const bytes = inflateSync(Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)));

  let above = new Uint8Array(width * size);
  const points: [number, number, number, number][] = [];
  for (let y = 0; y < height; y++) {
    const start = y * (width * size + 1);
    above = unfilter(bytes[start]!, bytes.subarray(start + 1, start + 1 + width * size), above, size);
    for (let x = 0; x < width * size; x += size) {
      points.push([above[x]!, above[x + 1]!, above[x + 2]!, size === 4 ? above[x + 3]! : 255]);
    }
  }
  return { width, height, points };
}

function chunksOf(file: Buffer) {
  const chunks: { type: string; data: Buffer }[] = [];
  for (let at = 8; at < file.length;) {
    const length = file.readUInt32BE(at);
    chunks.push({ type: file.toString('latin1', at + 4, at + 8), data: file.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return chunks;
}

function unfilter(filter: number, row: Uint8Array, above: Uint8Array, size: number): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(row.length);
  for (let x = 0; x < row.length; x++) {
    const left = x >= size ? out[x - size]! : 0;
    const up = above[x]!;
    const corner = x >= size ? above[x - size]! : 0;
    out[x] = row[x]! + [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter]!;
  }
  return out;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [left, up, corner].map((value) => Math.abs(guess - value)) as [number, number, number];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}
