// Operations on look-alikes: whether a well-known site is taken for a look-alike of a brand of ours, and which letters look alike.
import { defaultRegistry, lookAlikeOf } from "../../dist/src/brands/index.js";
import { skeleton } from "../../dist/src/brands/look-alike.js";

const registry = defaultRegistry();

export default {
  // An official host of one brand is no look-alike, whatever another brand is called.
  "lookalike.flag": (host) => registry.rolesOf(host, undefined).length === 0 && registry.brands.some((brand) => lookAlikeOf(host, brand) !== undefined),
  "confusable.sameSkeleton": ({ a, b }) => skeleton(a) === skeleton(b),
};
