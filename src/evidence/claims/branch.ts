import type { Registry } from "../../brands/registry.ts";

/**
 * Whether a display name is that of a shop in the brand's mall or of one of its branches: the name with words before it or
 * a place after it, and 店 at the end (`りんご屋 楽天市場店`, `ドコモショップ銀座店`). The company itself is never called so.
 */
export function isBranchOf(displayName: string, brand: string, registry: Registry): boolean {
  const name = displayName.trim().slice(0, 100);
  if (!name.endsWith("店")) return false;
  return registry.findNames(name).some((hit) => hit.brand === brand && (hit.start > 0 || name.length - hit.end > 2));
}
