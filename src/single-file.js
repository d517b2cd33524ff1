// In the single file: answers what the app fetches with the files that the page carries itself.
//
// They are data, compressed and in letters: <script type="application/octet-stream" data-files="names" data-lengths="…">,
// files that are alike one after the other. Their names carry a hash, so the last part of an address says which is meant,
// whatever the page's own address is.
//
// Four bytes are five letters, digits of base 85 as in Ascii85; the digits are those of `data-digits`, none of which
// means anything in HTML. Base 64 would be a fifteenth longer. LZMA rather than gzip, which browsers could unpack
// themselves: all files together are a fifth smaller, which is ten times what its decoder takes.

// The decoder alone: the package's own entrance brings the encoder, four times as large.
import { Decoder } from "../node_modules/lzma1/lib/decoder.js";
import { InputBuffer, OutputBuffer } from "../node_modules/lzma1/lib/streams.js";

const bytesOf = (letters, digits) => {
  const values = new Uint8Array(128);
  for (let value = 0; value < digits.length; value += 1) values[digits.charCodeAt(value)] = value;
  const bytes = new Uint8Array(Math.floor((letters.length * 4) / 5));
  for (let from = 0, to = 0; from < letters.length; from += 5) {
    let word = 0;
    // What is missing of the last five counts as the highest digit.
    for (let place = 0; place < 5; place += 1) {
      word = word * 85 + (from + place < letters.length ? values[letters.charCodeAt(from + place)] : 84);
    }
    for (let shift = 24; shift >= 0 && to < bytes.length; shift -= 8, to += 1) bytes[to] = word >>> shift;
  }
  return bytes;
};

const unpacked = ({ letters, digits }) => {
  const bytes = new OutputBuffer(letters.length * 4);
  new Decoder().decompress(new InputBuffer(bytesOf(letters, digits)), bytes);
  return bytes.toArray();
};

/** In the page: a worker of this same script unpacks, so that the page goes on answering. */
function inPage() {
  const fetchElsewhere = self.fetch;
  const { textContent: script, dataset } = document.currentScript;
  const { digits } = dataset;
  const address = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));

  const unpackedAside = (packed) =>
    new Promise((resolve, reject) => {
      const worker = new Worker(address);
      worker.onmessage = ({ data }) => {
        worker.terminate();
        resolve(data);
      };
      worker.onerror = reject;
      worker.postMessage(packed);
    });

  // What was unpacked for one file is kept for those beside it.
  const kept = new Map();
  const content = (element) => {
    if (!kept.has(element)) {
      const packed = { letters: element.textContent, digits };
      // Where workers are refused the page does it itself.
      kept.set(element, unpackedAside(packed).catch(() => unpacked(packed)));
    }
    return kept.get(element);
  };

  self.fetch = async (resource, options) => {
    const name = String(resource.url || resource).split("/").pop();
    const element = [...document.querySelectorAll("script[data-files]")].find(({ dataset }) => dataset.files.split(" ").includes(name));
    if (!element) return fetchElsewhere(resource, options);
    const place = element.dataset.files.split(" ").indexOf(name);
    const lengths = element.dataset.lengths.split(" ").map(Number);
    const begin = lengths.slice(0, place).reduce((sum, length) => sum + length, 0);
    const bytes = (await content(element)).subarray(begin, begin + lengths[place]);
    const type = name.endsWith(".wasm") ? "application/wasm" : "application/octet-stream";
    return new Response(bytes, { headers: { "content-type": type } });
  };
}

function inWorker() {
  onmessage = ({ data }) => {
    const bytes = unpacked(data);
    postMessage(bytes, [bytes.buffer]);
  };
}

if (self.document) inPage();
else inWorker();
