/** How well a grouping agrees with the true one, over all pairs of mails. */
export interface Pairwise {
  /** Share of the pairs put together that belong together. */
  readonly precision: number;
  /** Share of the pairs that belong together that were put together. */
  readonly recall: number;
  readonly groups: number;
}

const pairs = (n: number): number => (n * (n - 1)) / 2;

/** Counts pairs from the sizes of groups and of their overlaps: no pair is looked at. */
export function pairwise(found: readonly string[], truth: readonly number[]): Pairwise {
  const groups = new Map<string, number>();
  const classes = new Map<number, number>();
  const both = new Map<string, number>();
  for (const [i, group] of found.entries()) {
    const one = truth[i] ?? -1;
    groups.set(group, (groups.get(group) ?? 0) + 1);
    classes.set(one, (classes.get(one) ?? 0) + 1);
    both.set(`${group} ${one}`, (both.get(`${group} ${one}`) ?? 0) + 1);
  }
  const sum = (counts: Iterable<number>): number => [...counts].reduce((total, n) => total + pairs(n), 0);
  const right = sum(both.values());
  return { precision: right / Math.max(1, sum(groups.values())), recall: right / Math.max(1, sum(classes.values())), groups: groups.size };
}
