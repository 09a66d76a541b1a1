/** Words put beside a brand's name in hosts made to deceive: what the victim is to do, where they believe to be. */
const LURES = new Set(
  "www www1 www2 www3 web my me app apps mobile login logon signin sign in log on account accounts acct id ids auth verify verification verified confirm secure security safe safety update updates upgrade support help helpdesk service services servicelist center centre customer client member members user users info information notice notification alert alerts mail email webmail message inbox pay payment payments bill billing invoice refund recovery recover restore reset unlock unlocked locked suspended limited limit case ticket claim reward rewards gift bonus point points coupon campaign prize winner free promo airdrop wallet wallets swap connect sync validate validation activate activation card cards bank banking credit online portal access official site page home index jp japan co com net org ne or io us uk eu de fr shop store order orders tracking track delivery parcel package post redelivery support24 meisai etc group direct one new session token download install import desktop mobile extension api swap buy trade exchange earn stake nft gift giveaway drop presale launch migration upgrade v2 s".split(
    " ",
  ),
);

/** Those that hardly any company puts beside its own name. */
const BRAZEN =
  /login|signin|logon|verif|secur|account|support|update|unlock|suspend|confirm|recover|restor|validat|claim|airdrop|refund|wallet|sync|billing|alert/;

/** How loudly the words beside a name lure: 0 not at all, 1 as companies do themselves, 2 as they hardly do. */
export function lureOf(pieces: readonly string[]): 0 | 1 | 2 {
  const text = pieces.join("");
  if (text === "" || !onlyLures(pieces)) return 0;
  return BRAZEN.test(text) ? 2 : 1;
}

/** Whether each of the pieces is nothing but such words and digits, one after another. */
function onlyLures(pieces: readonly string[]): boolean {
  // The plural of the name: brands-support.
  return pieces.every((piece, at) => isLures(piece.replace(/[0-9]/g, "")) || (at === 1 && isLures(piece.replace(/[0-9]/g, "").replace(/^s/, ""))));
}

/** Whether a text can be cut into the words; from the front, remembering where a cut is possible. */
function isLures(text: string): boolean {
  if (text.length > 63) return false;
  const reachable = [true];
  for (let end = 1; end <= text.length; end++) {
    reachable[end] = false;
    for (let start = Math.max(0, end - 12); start < end; start++) {
      if (reachable[start] === true && LURES.has(text.slice(start, end))) reachable[end] = true;
    }
  }
  return reachable[text.length] === true;
}
