// What the page hands to the browser to save, kept for the tests instead of being saved.

/** A script that comes before the page's own: it keeps each file in `window.__saved`, as { name, file }. */
export const KEEPER = `
  window.__saved = [];
  const files = new Map();
  const create = URL.createObjectURL;
  URL.createObjectURL = (file) => {
    const address = create.call(URL, file);
    files.set(address, file);
    return address;
  };
  const click = HTMLElement.prototype.click;
  HTMLElement.prototype.click = function () {
    if (this.download) window.__saved.push({ name: this.download, file: files.get(this.href) });
    else click.call(this);
  };
`;

/** Does what has a file saved, and waits for it: its name, its type and its bytes. */
export async function savedBy(page, act, what) {
  const count = await page.driver.executeScript("return window.__saved.length");
  await act();
  await page.waitFor((count) => window.__saved.length > count, what, count);
  const [name, type, base64] = await page.driver.executeAsyncScript(() => {
    const done = arguments[arguments.length - 1];
    const { name, file } = window.__saved.at(-1);
    const reader = new FileReader();
    reader.onload = () => done([name, file.type, reader.result.split(",")[1]]);
    reader.readAsDataURL(file);
  });
  return { name, type, bytes: Buffer.from(base64, "base64") };
}
