import msgreader from "@kenjiuno/msgreader";

/** `src/intake/msg.ts` takes the one CommonJS package through `createRequire`. */
export function createRequire(): (id: string) => unknown {
  return () => ({ default: msgreader });
}
