// Measures the labels of the view: whether each is whole, inside its box, and clear of every other.
//
// A label is an element with `data-label`, or a `text` of an SVG. In the treemap it must lie in
// the cell it belongs to: the cell around it, or the one that `data-label` names by its id.

/** To be run in the page; returns sentences about what is wrong. */
export function labelProblems() {
  const SLACK = 1; // a pixel of rounding
  const AIR = 0.15; // the part of a line's height above its letters, and below them, that holds no ink

  const views = [...document.querySelectorAll("[data-view]")].filter((view) => view.getClientRects().length > 0);
  const problems = [];
  if (views.length !== 1) problems.push(`${views.length} views are shown instead of one`);

  const shown = (element) => {
    const style = getComputedStyle(element);
    if (style.visibility !== "visible" || element.getClientRects().length === 0) return false;
    for (let at = element; at; at = at.parentElement) if (Number(getComputedStyle(at).opacity) === 0) return false;
    const box = element.getBoundingClientRect();
    return box.width > 1 && box.height > 1; // 1 px: there for screen readers only
  };
  const lineBoxes = (element) => {
    let boxes;
    if (element.ownerSVGElement) {
      const spans = [...element.querySelectorAll("tspan")].filter((span) => span.hasAttribute("y") || span.hasAttribute("dy"));
      boxes = (spans.length > 0 ? spans : [element]).map((part) => part.getBoundingClientRect());
    } else {
      const range = document.createRange();
      range.selectNodeContents(element);
      boxes = [...range.getClientRects()];
    }
    return boxes
      .filter((box) => box.width > 1 && box.height > 1)
      .map((box) => ({
        left: box.left,
        right: box.right,
        top: box.top + box.height * AIR,
        bottom: box.bottom - box.height * AIR,
      }));
  };
  const inside = (line, box) =>
    line.left >= box.left - SLACK &&
    line.right <= box.right + SLACK &&
    line.top >= box.top - SLACK &&
    line.bottom <= box.bottom + SLACK;
  const outline = (box) => `${["left", "top", "right", "bottom"].map((side) => Math.round(box[side])).join(",")}`;

  const labels = [];
  for (const view of views) {
    const found = [...view.querySelectorAll("[data-label], svg text")].filter(
      (element) => !element.closest("[data-record]") && !element.parentElement.closest("[data-label], text"),
    );
    for (const element of found.filter(shown)) {
      const text = element.textContent.trim().replace(/\s+/g, " ");
      if (text !== "") labels.push({ element, view, text, lines: lineBoxes(element) });
    }
  }
  if (labels.length === 0) problems.push("the view shows no label at all");

  const page = { left: 0, right: document.documentElement.clientWidth, top: -Infinity, bottom: Infinity };
  for (const { element, view, text, lines } of labels) {
    for (const line of lines) {
      if (!inside(line, page)) problems.push(`"${text}" leaves the page: ${outline(line)} of a width of ${page.right}`);
    }
    for (let around = element.parentElement; around && around !== document.body; around = around.parentElement) {
      const style = getComputedStyle(around);
      const clips = (axis) => ["hidden", "clip"].includes(style[`overflow${axis}`]);
      if (!clips("X") && !clips("Y")) continue;
      const box = around.getBoundingClientRect();
      const bounds = {
        left: clips("X") ? box.left : -Infinity,
        right: clips("X") ? box.right : Infinity,
        top: clips("Y") ? box.top : -Infinity,
        bottom: clips("Y") ? box.bottom : Infinity,
      };
      const cut = lines.find((line) => !inside(line, bounds));
      if (cut) problems.push(`"${text}" is cut: ${outline(cut)} leaves <${around.localName}> ${outline(box)}`);
    }
    if (view.dataset.view === "budget") {
      const named = element.dataset.label && view.querySelector(`[data-id="${CSS.escape(element.dataset.label)}"]`);
      const cell = named || element.closest("[data-id], [data-stub]");
      if (!cell) continue;
      const shape = /^(g|a)$/.test(cell.localName) && cell.ownerSVGElement ? cell.querySelector("rect") : cell;
      const box = shape.getBoundingClientRect();
      const out = lines.find((line) => !inside(line, box));
      if (out) problems.push(`"${text}" leaves its cell ${cell.dataset.id ?? "(stub)"}: ${outline(out)} of ${outline(box)}`);
    }
  }

  for (let one = 0; one < labels.length; one += 1) {
    for (let two = one + 1; two < labels.length; two += 1) {
      const clash = labels[one].lines.some((a) =>
        labels[two].lines.some(
          (b) =>
            Math.min(a.right, b.right) - Math.max(a.left, b.left) > SLACK &&
            Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > SLACK,
        ),
      );
      if (clash) {
        problems.push(
          `"${labels[one].text}" (${outline(labels[one].lines[0])}) lies over "${labels[two].text}" (${outline(labels[two].lines[0])})`,
        );
      }
    }
  }

  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) problems.push(`the page scrolls sideways: ${scrollWidth} px in ${clientWidth}`);
  return problems;
}
