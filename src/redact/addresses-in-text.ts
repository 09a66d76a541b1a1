const ADDRESS =
  /(?<![\p{L}\p{N}._%+-])[a-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}[@＠][a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?){1,8}/giu;

/** Mail addresses in a running text, as ranges (RFC 5322 §3.4.1 dot-atoms; quoted local parts do not occur in texts). */
export function addressesIn(text: string): readonly { readonly address: string; readonly start: number; readonly end: number }[] {
  return [...text.matchAll(ADDRESS)].flatMap((match) => {
    // A link's query may hold one: `?to=a@b.example`; its own place is behind the last separator.
    const lead = /^.*[=/?&'{|]/.exec(match[0].slice(0, match[0].search(/[@＠]/)))?.[0].length ?? 0;
    const address = match[0].slice(lead).replace("＠", "@");
    return /^[^@]+@/.test(address) ? [{ address, start: match.index + lead, end: match.index + match[0].length }] : [];
  });
}
