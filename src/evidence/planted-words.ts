import { hasKnownTld, sameRegistrable, toAsciiHost } from "./domains.ts";

/** A stretch of a text, by indices. */
export interface Planted {
  readonly start: number;
  readonly end: number;
  /** Host of the address that stands there. */
  readonly host: string;
}

/** `Username:` in the languages of site software, at the beginning of a line. */
const LABEL =
  /^\W{0,8}(?:user ?name|login|account name|usuario|nombre de usuario|nome de usu[aá]rio|usu[aá]rio|identifiant|nom d['’]utilisateur|benutzername|nome utente|gebruikersnaam|nazwa u[zż]ytkownika|brugernavn|brukernavn|anv[aä]ndarnamn|kullan[iı]c[iı] ad[iı]|имя пользователя|ユーザー名|用户名|使用者名稱|사용자명|نام.{0,2}کاربری)\s*[:：]/iu;
/** The greeting into which a form puts the name that somebody typed. */
const GREETING =
  /^\W{0,8}(?:hi|hello|hey|dear|welcome|howdy|hola|bonjour|bonsoir|salut|hallo|ol[aá]|ciao|buongiorno|beste|liebe[r]?|witaj|hej|hei|привет|здравствуйте)(?![\p{L}])/iu;
const ADDRESS = /(?:https?:\/\/|www\.)([^\s/:<>"'|]{4,100})|(?<![\p{L}\d@.-])((?:[a-z0-9-]{2,40}\.){1,4}[a-z]{2,10})(?![\p{L}\d@.-])/iu;
const MONEY =
  /[$€£₿]\s?\d|\d\s?(?:[$€£₿]|k\$)|\d\s?(?:usd|usdt|euros?|eur|btc|eth|bitcoins?|dollars?)(?!\p{L})|(?<!\p{L})(?:binance|kraken|kucoin|coinbase|bitcoin|btc|usdt|airdrop|jackpot|bonus|earn|withdraw|prize|cash|income|payout|crypto\w*)(?!\p{L})/iu;
/** The end of a name: what stands behind it is the notice's own text. */
const NAME_ENDS = /[,:;!?.。、]\s+\p{L}|\n/u;
const LONGEST_NAME = 160;

/**
 * An advertisement that somebody typed where a name belongs: sites greet new users by name and show them their user name, so
 * whoever registers somebody else's address makes a genuine site send "Hi WIN 500 $ https://…, thanks for registering".
 * @param text what the reader sees
 * @param author the sender's domain: its own address in a greeting is its own text
 */
export function plantedIn(text: string, author: string): Planted | undefined {
  let at = 0;
  for (const line of text.slice(0, 3000).split("\n")) {
    const found = plantedInLine(line, author);
    if (found !== undefined) return { ...found, start: at + found.start, end: at + found.end };
    at += line.length + 1;
  }
  return undefined;
}

function plantedInLine(line: string, author: string): Planted | undefined {
  const lead = (LABEL.exec(line) ?? GREETING.exec(line))?.[0].length;
  if (lead === undefined) return undefined;
  const rest = line.slice(lead, lead + LONGEST_NAME);
  const address = ADDRESS.exec(rest);
  const host = toAsciiHost(address?.[1] ?? address?.[2] ?? "");
  if (address === null || host === "" || !hasKnownTld(host) || sameRegistrable(host, author)) return undefined;
  const before = rest.slice(0, address.index);
  const name = rest.slice(0, address.index + address[0].length + 60);
  if (NAME_ENDS.test(before) || !MONEY.test(name.replace(address[0], " "))) return undefined;
  return { start: lead, end: lead + address.index + address[0].length, host };
}
