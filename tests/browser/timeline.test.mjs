// The timeline: nothing of the note is lost, and every mark opens its record.

import assert from "node:assert/strict";
import { openSite, rows } from "./page.mjs";
import { after, before, inEveryEngine, inOneEngine } from "./suite.mjs";

const events = rows("events");
let page;
before(async () => (page = await openSite()));
after(() => page?.close());

for (const width of [1280, 390]) {
  inEveryEngine(`a reader sees every event of the data as a mark or in a stub, at ${width} px`, async () => {
    await page.go("", { width });
    assert.equal(await page.view(), "timeline");
    const marks = await page.marks("event");
    const stubs = await page.stubs();
    for (const stub of stubs) {
      assert.equal(stub.count, stub.ids.length, `a stub counts ${stub.count} and names ${stub.ids.join(", ")}`);
    }
    const counted = stubs.reduce((sum, stub) => sum + stub.count, marks.length);
    assert.equal(counted, events.length, `${marks.length} marks and ${counted - marks.length} in stubs`);
    const named = [...marks, ...stubs.flatMap((stub) => stub.ids)].sort();
    assert.deepEqual(named, events.map((event) => event.id).sort());
  });
}

inOneEngine("a click on any mark opens its record", async () => {
  await page.go("");
  const marks = await page.marks("event");
  assert.ok(marks.length > 0, "there is no mark to click");
  for (const id of marks) {
    await page.clickMark("event", id);
    await page.waitFor(
      (id) => [...document.querySelectorAll("[data-record]")].some((record) => record.dataset.record === id),
      `the record of ${id} to open`,
      id,
    );
    assert.equal((await page.state()).focus, id, "the address names the open record");
    await page.standStill();
  }
});

inEveryEngine("an address that names an event opens with its record", async () => {
  const { id } = events[0];
  await page.open(`focus=${id}`);
  assert.equal(await page.record(), id);
});
