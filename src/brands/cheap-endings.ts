/** Endings that anybody registers for little and companies do not use for their other countries. */
const CHEAP = new Set(
  "xyz top shop online site club vip icu cyou cfd sbs buzz live life click link work world space fun store website tech monster bar rest quest cam asia info biz cc pw tk ml ga cf gq ltd pro bond lol mom wang win bid loan men date review stream download racing trade party science cricket faith accountant support services center company agency network systems email today solutions".split(
    " ",
  ),
);

/** Whether a top-level domain is one of those that cost little and that companies do not send from. */
export const isCheapEnding = (topLevel: string): boolean => CHEAP.has(topLevel);
