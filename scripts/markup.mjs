// Walks a page that parse5 has read.

/** Every element of the tree, those inside templates included. */
export function* elements(node) {
  if (node.tagName) yield node;
  for (const child of node.childNodes ?? []) yield* elements(child);
  if (node.content) yield* elements(node.content);
}
