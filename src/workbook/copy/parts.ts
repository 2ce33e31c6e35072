/** One part of a file in the Open Packaging Convention: its path in the package, and its text. */
export interface Part { readonly path: string; readonly text: string }

const END_OF_DIRECTORY = 0x06054b50;
const ENTRY = 0x02014b50;
const STORED = 0;

/**
 * Every part of an .xlsx file. Reads the package itself rather than through the library that writes it, so that what stands in the
 * file is seen even if that library would pass over it.
 * @throws Error if this is no package
 */
export async function partsOf(file: Uint8Array<ArrayBuffer>): Promise<Part[]> {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const end = lastOf(view, END_OF_DIRECTORY);
  const parts: Part[] = [];
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (view.getUint32(at, true) !== ENTRY) throw new Error("The list of parts is damaged.");
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [number, number, number];
    const path = new TextDecoder().decode(file.subarray(at + 46, at + 46 + name));
    parts.push({ path, text: await contentOf(view, file, at) });
    at += 46 + name + extra + comment;
  }
  return parts;
}

function lastOf(view: DataView, sign: number): number {
  for (let at = view.byteLength - 22; at >= 0; at--) if (view.getUint32(at, true) === sign) return at;
  throw new Error("This is no .xlsx file.");
}

async function contentOf(view: DataView, file: Uint8Array<ArrayBuffer>, entry: number): Promise<string> {
  const [method, size, header] = [view.getUint16(entry + 10, true), view.getUint32(entry + 20, true), view.getUint32(entry + 42, true)];
  const start = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
  const packed = file.subarray(start, start + size);
  if (method === STORED) return new TextDecoder().decode(packed);
  return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"))).text();
}
