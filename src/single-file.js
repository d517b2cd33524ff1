// In the single file: answers what the app fetches with the files that the page carries itself.
//
// Each is data, compressed and in letters: <script type="application/octet-stream" data-file="name">. Their names carry
// a hash, so the last part of an address says which is meant, whatever the page's own address is.
//
// Four bytes are five letters, digits of base 85 as in Ascii85; the digits are those of `data-digits`, none of which
// means anything in HTML. Base 64 would be a fifteenth longer.
(() => {
  const fetchElsewhere = self.fetch;
  const { digits } = document.currentScript.dataset;
  const values = new Uint8Array(128);
  for (let value = 0; value < digits.length; value += 1) values[digits.charCodeAt(value)] = value;

  const bytesOf = (letters) => {
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

  self.fetch = async (resource, options) => {
    const name = String(resource.url || resource).split("/").pop();
    const file = [...document.querySelectorAll("script[data-file]")].find(({ dataset }) => dataset.file === name);
    if (!file) return fetchElsewhere(resource, options);
    const unpacked = new Blob([bytesOf(file.textContent)]).stream().pipeThrough(new DecompressionStream("gzip"));
    const type = name.endsWith(".wasm") ? "application/wasm" : "application/octet-stream";
    return new Response(unpacked, { headers: { "content-type": type } });
  };
})();
