// In the single file: answers what the app fetches with the files that the page carries itself.
//
// They are data, compressed and in letters: <script type="application/octet-stream" data-files="names" data-lengths="…" data-size="…">,
// files that are alike one after the other. Their names carry a hash, so the last part of an address says which is meant,
// whatever the page's own address is. The first of them, data-first in number, are unpacked alone when they are asked for:
// who waits for them does not wait for the others.
//
// Seven bits are a letter: the character of that number. Three of them would not come through an HTML parser, or would end
// the element: each of these and the seven bits after it are one character of two bytes. An eighth longer than the bytes;
// base 64 would be a third longer. LZMA rather than gzip, which browsers could unpack themselves: all files together are a
// fifth smaller, which is ten times what its decoder takes.

// The decoder alone: the package's own entrance brings the encoder, four times as large.
import { Decoder } from "../node_modules/lzma1/lib/decoder.js";
import { InputBuffer, OutputBuffer } from "../node_modules/lzma1/lib/streams.js";

/** What no letter stands for: the end of a text to some, what a parser takes for a line break, the beginning of a tag. */
const REFUSED = [0x00, 0x0d, 0x3c];
/** The first character of two bytes. */
const BEYOND = 0x100;

const bytesOf = (letters) => {
  const bytes = new Uint8Array(letters.length * 2);
  let count = 0;
  let bits = 0;
  let word = 0;
  const take = (seven) => {
    word = ((word << 7) | seven) & 0x7fff;
    bits += 7;
    if (bits < 8) return;
    bits -= 8;
    bytes[count] = word >>> bits;
    count += 1;
  };
  for (let place = 0; place < letters.length; place += 1) {
    const code = letters.charCodeAt(place);
    if (code >= BEYOND) take(REFUSED[(code - BEYOND) >> 7]);
    take(code & 0x7f);
  }
  // The last letters may carry more bits than there are.
  return bytes.subarray(0, count);
};

/** What a page is published with, the browser has packed: see src/own_data/publishing.rs. */
const inflated = async (bytes, packing) => {
  const { readable, writable } = new DecompressionStream(packing);
  // Not from a blob: WebKit takes reading one for a request, which the policy of the page forbids.
  const writer = writable.getWriter();
  const written = writer.write(bytes).then(() => writer.close());
  const [content] = await Promise.all([new Response(readable).arrayBuffer(), written]);
  return new Uint8Array(content);
};

/** The head of LZMA: five bytes of settings, eight of the unpacked length. */
const LENGTH_AT = 5;

const unpacked = async ({ letters, size, packing, length }) => {
  const packed = bytesOf(letters).subarray(0, size);
  if (packing) return inflated(packed, packing);
  // What is to be shorter ends there.
  new DataView(packed.buffer).setUint32(LENGTH_AT, length, true);
  const bytes = new OutputBuffer(length);
  new Decoder().decompress(new InputBuffer(packed), bytes);
  return bytes.toArray();
};

/** In the page: a worker of this same script unpacks, so that the page goes on answering. */
function inPage() {
  const fetchElsewhere = self.fetch;
  const { textContent: script } = document.currentScript;
  const address = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));

  const unpackedAside = (packed) =>
    new Promise((resolve, reject) => {
      const worker = new Worker(address);
      worker.onmessage = ({ data }) => {
        worker.terminate();
        if (data) resolve(data);
        else reject();
      };
      worker.onerror = reject;
      worker.postMessage(packed);
    });

  // What was unpacked for one file is kept for those beside it.
  const kept = new Map();
  const content = (element, length) => {
    const key = `${element.dataset.files} ${length}`;
    if (!kept.has(key)) {
      const { size, packing } = element.dataset;
      const packed = { letters: element.textContent, size: Number(size), packing, length };
      // Where workers are refused the page does it itself.
      kept.set(key, unpackedAside(packed).catch(() => unpacked(packed)));
    }
    return kept.get(key);
  };

  self.fetch = async (resource, options) => {
    const name = String(resource.url || resource).split("/").pop();
    const element = [...document.querySelectorAll("script[data-files]")].find(({ dataset }) => dataset.files.split(" ").includes(name));
    if (!element) return fetchElsewhere(resource, options);
    const place = element.dataset.files.split(" ").indexOf(name);
    const lengths = element.dataset.lengths.split(" ").map(Number);
    const upTo = (count) => lengths.slice(0, count).reduce((sum, length) => sum + length, 0);
    const first = Number(element.dataset.first ?? 0);
    const bytes = (await content(element, upTo(place < first ? first : lengths.length))).subarray(upTo(place), upTo(place + 1));
    const type = name.endsWith(".wasm") ? "application/wasm" : "application/octet-stream";
    return new Response(bytes, { headers: { "content-type": type } });
  };
}

function inWorker() {
  onmessage = ({ data }) =>
    unpacked(data).then(
      (bytes) => postMessage(bytes, [bytes.buffer]),
      () => postMessage(null),
    );
}

if (self.document) inPage();
else inWorker();
