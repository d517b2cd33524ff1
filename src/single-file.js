// In the single file: answers what the app fetches with the files that the page carries itself.
//
// Each is data, compressed and in letters: <script type="application/octet-stream" data-file="name">. Their names carry
// a hash, so the last part of an address says which is meant, whatever the page's own address is.
(() => {
  const fetchElsewhere = self.fetch;

  self.fetch = async (resource, options) => {
    const name = String(resource.url || resource).split("/").pop();
    const file = [...document.querySelectorAll("script[data-file]")].find(({ dataset }) => dataset.file === name);
    if (!file) return fetchElsewhere(resource, options);
    const letters = atob(file.textContent);
    const bytes = new Uint8Array(letters.length);
    for (let place = 0; place < bytes.length; place += 1) bytes[place] = letters.charCodeAt(place);
    const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    const type = name.endsWith(".wasm") ? "application/wasm" : "application/octet-stream";
    return new Response(unpacked, { headers: { "content-type": type } });
  };
})();
