// Makes the icons of the installed app from public/icon.svg, in the sizes that devices ask for, and those that they cut to a shape.
//
//   node scripts/icons.mjs [DIR=dist]
//
// resvg draws them: it carries its own program, needs no browser, and draws the same on every machine.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Resvg } from "@resvg/resvg-js";
import { fail } from "./wasm.mjs";

const dist = process.argv[2] ?? "dist";

const icon = readFileSync("public/icon.svg", "utf8");
// A device cuts away what is beyond four fifths of the width: the picture is within, only the ground must reach the edge.
const maskable = icon.replace(/(<rect width="32" height="32") rx="7"/, "$1");
if (maskable === icon) fail("public/icon.svg has no ground with round corners to make a maskable icon from");

writeFileSync(join(dist, "icon-maskable.svg"), maskable);
draw(icon, 192, "icon-192.png");
draw(icon, 512, "icon-512.png");
draw(maskable, 512, "icon-maskable-512.png");

function draw(svg, width, file) {
  writeFileSync(join(dist, file), new Resvg(svg, { fitTo: { mode: "width", value: width } }).render().asPng());
}
