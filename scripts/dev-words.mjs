// Finds the string literals that two versions of a Rust file differ in, if they differ in nothing else.

/** Comments and characters are passed over; raw strings and literals are what is looked for. */
const TOKEN = /\/\/[^\n]*|\/\*[^]*?\*\/|'(?:\\.[^']*|[^'\\])'|r(#*)"([^]*?)"\1|"((?:[^"\\]|\\[^])*)"/g;
const ESCAPES = { n: "\n", t: "\t", r: "\r", "\\": "\\", '"': '"', "'": "'", 0: "\0" };

/** @returns {[string, string][]} literals that changed, as they were and as they are; none if code changed as well */
export function literalsChanged(was, now) {
  const [before, after] = [taken(was), taken(now)];
  if (before.rest !== after.rest) return [];
  return before.literals.map((text, place) => [text, after.literals[place]]).filter(([one, other]) => one !== other && one.trim() !== "");
}

/** The literals of a source, and the source without them. */
function taken(source) {
  const literals = [];
  const rest = source.replace(TOKEN, (token, _hashes, raw, quoted) => {
    if (raw === undefined && quoted === undefined) return token;
    literals.push(raw ?? unescaped(quoted));
    return '""';
  });
  return { literals, rest };
}

/** What a literal stands for (Rust reference, "Tokens"). */
function unescaped(text) {
  return text
    .replace(/\\\r?\n\s*/g, "")
    .replace(/\\(?:u\{([0-9a-fA-F_]+)\}|x([0-9a-fA-F]{2})|(.))/g, (_, unicode, byte, one) =>
      unicode || byte ? String.fromCodePoint(parseInt((unicode ?? byte).replaceAll("_", ""), 16)) : (ESCAPES[one] ?? one));
}
