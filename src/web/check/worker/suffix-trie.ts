/** The trie of public suffixes as tldts reads it: see node_modules/tldts/dist/es6/src/suffix-trie.js. */
export interface SuffixTrie {
  readonly nodeFlags: Uint8Array;
  readonly edgeStart: Uint16Array;
  readonly edgeLength: Uint8Array;
  readonly edgeChild: Uint16Array;
  readonly labelText: string;
}

/**
 * Makes the trie of the text again: the edges of a node in the order of their hashes (djb2 from the end), in which tldts
 * looks for them. `scripts/small-suffixes.ts` writes the text.
 */
export function trieOf(text: string, flags: string): SuffixTrie {
  const hashOf = (label: string): number => {
    let hash = 5381;
    for (let at = label.length - 1; at >= 0; at--) hash = (hash * 33) ^ label.charCodeAt(at);
    return hash >>> 0;
  };
  const starts = [0];
  const lengths: number[] = [];
  const children: number[] = [];
  let labels = "";
  for (const line of text.split("\n")) {
    const edges = line === "" ? [] : line.split(",").map((cell) => cell.split(".") as [string, string?]);
    const rows = edges.map(([label, child]) => ({ label, child: child === undefined ? 0 : parseInt(child, 36), hash: hashOf(label) }));
    for (const { label, child } of rows.sort((a, b) => a.hash - b.hash)) {
      lengths.push(label.length);
      children.push(child);
      labels += label;
    }
    starts.push(lengths.length);
  }
  return {
    nodeFlags: Uint8Array.from(flags, Number),
    edgeStart: Uint16Array.from(starts),
    edgeLength: Uint8Array.from(lengths),
    edgeChild: Uint16Array.from(children),
    labelText: labels,
  };
}
