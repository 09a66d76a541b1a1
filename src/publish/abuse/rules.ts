/** Rules for a sheet of drafts: every letter ends, and nothing outside them can be clicked but the sources of the channels. */
export function problemsOf(markdown: string): readonly string[] {
  const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(markdown) ? ["a control character"] : [];
  const { outside, open } = withoutLetters(markdown);
  const unlinked = withoutCode(outside).replace(/\[[^\]\n]*\]\(<https?:\/\/[^<>\s]+>\)/g, "");
  const html = /<[a-z!/]/i.test(unlinked) ? ["HTML outside the letters"] : [];
  const live = /https?:\/\//i.test(unlinked) ? ["a live link that is no source"] : [];
  const channel = /^- \*\*/m.test(outside) ? [] : ["no channel to report to"];
  return [...control, ...(open ? ["a letter does not end"] : []), ...html, ...live, ...channel];
}

/** Without code spans (CommonMark §6.1): a run of backticks up to the next run of the same length. */
function withoutCode(text: string): string {
  return text.replace(/(?<![`\\])(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/g, "");
}

/** What stands outside the fenced letters (CommonMark §4.5). */
function withoutLetters(markdown: string): { readonly outside: string; readonly open: boolean } {
  const kept: string[] = [];
  let fence: string | undefined;
  for (const line of markdown.split("\n")) {
    const opening = /^(`{3,})text$/.exec(line)?.[1];
    if (fence === undefined && opening !== undefined) fence = opening;
    else if (fence !== undefined && line === fence) fence = undefined;
    else if (fence === undefined) kept.push(line);
  }
  return { outside: kept.join("\n"), open: fence !== undefined };
}
