import type { Chance } from "./chance.ts";
import type { Mail } from "./mails.ts";

/** How one page prints labels and values: the same for all of its mails. */
export interface Style {
  readonly subject: string;
  readonly sender: string;
  /** Sender's name under a label of its own; undefined: name and address stand together. */
  readonly senderName: string | undefined;
  readonly body: string;
  readonly url: string;
  readonly day: string;
  readonly colon: string;
  readonly order: readonly (keyof Printed)[];
  readonly quoteSubject: (subject: string) => string;
  readonly joinSender: (name: string, address: string) => string;
  readonly defang: (url: string) => string;
  readonly defangAddress: (address: string) => string;
  readonly printDay: (day: string) => string;
}

/** A mail as label and lines of value, in the page's order; the day first where it has one. */
export interface Printed {
  readonly day: readonly string[];
  readonly sender: readonly string[];
  readonly senderName: readonly string[];
  readonly subject: readonly string[];
  readonly body: readonly string[];
  readonly url: readonly string[];
}

/** The style of a page. */
export function styleOf(chance: Chance): Style {
  const defang = chance.of<(url: string) => string>([
    (url) => url,
    (url) => url,
    (url) => url.replace(/^http/u, "hxxp"),
    (url) => url.replace(/^http/u, "h**p"),
    (url) => url.replaceAll(".", "[.]").replace(/^http/u, "hxxp"),
    (url) => url.replace(/^h/u, ""),
    (url) => url.replace(/^(https?):\/\/([^/]+)/u, (_hit, scheme: string, host: string) => `${scheme}://${host.replaceAll(".", "(ドット)")}`),
  ]);
  const day = chance.of<(day: string) => string>([
    (iso) => iso.replace(/^(\d+)-0?(\d+)-0?(\d+)$/u, "$1年$2月$3日"),
    (iso) => iso.replace(/^(\d+)-0?(\d+)-0?(\d+)$/u, "$1/$2/$3"),
    (iso) => iso.replaceAll("-", "."),
    (iso) => `令和${Number(iso.slice(0, 4)) - 2018}年${Number(iso.slice(5, 7))}月${Number(iso.slice(8))}日`,
    (iso) => `R${Number(iso.slice(0, 4)) - 2018}.${Number(iso.slice(5, 7))}.${Number(iso.slice(8))}`,
    (iso) => `${iso.replace(/^(\d+)-0?(\d+)-0?(\d+)$/u, "$1年$2月$3日")}(火) 10:23`,
    (iso) => iso.replace(/[0-9]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).replaceAll("-", "／"),
  ]);
  return {
    subject: chance.of([
      "件名",
      "件名",
      "件名",
      "タイトル",
      "表題",
      "題名",
      "Subject",
      "メール件名",
      "件　名",
      "件名(Subject)",
      "メールの件名",
      "メールタイトル",
    ]),
    sender: chance.of([
      "差出人",
      "差出人",
      "送信元",
      "送信者",
      "From",
      "送信元アドレス",
      "差出人メールアドレス",
      "送信元メールアドレス",
      "From(送信元)",
      "発信元",
      "送信者アドレス",
    ]),
    senderName: chance.may(0.25) ? chance.of(["表示名", "差出人名", "送信者名", "差出人表示名", "送信元表示名"]) : undefined,
    body: chance.of(["本文", "本文", "本文", "内容", "メール本文", "メール文面", "文面", "メールの内容", "メールの本文", "本　文", "本文(抜粋)"]),
    url: chance.of([
      "リンク先",
      "URL",
      "誘導先URL",
      "偽サイトのURL",
      "リンク先URL",
      "フィッシングサイトのURL",
      "誘導先",
      "本文中のURL",
      "遷移先URL",
      "偽サイトURL",
    ]),
    day: chance.of(["受信日", "受信日時", "送信日時", "配信日", "確認日", "日時"]),
    colon: chance.of(["：", "：", ":", ": ", " : ", "： "]),
    order: chance.of<readonly (keyof Printed)[]>([
      ["day", "senderName", "sender", "subject", "body", "url"],
      ["day", "subject", "senderName", "sender", "body", "url"],
      ["subject", "senderName", "sender", "day", "url", "body"],
      ["sender", "senderName", "subject", "url", "body", "day"],
      ["subject", "body", "senderName", "sender", "url", "day"],
    ]),
    quoteSubject: chance.of<(subject: string) => string>([(text) => text, (text) => text, (text) => `「${text}」`]),
    joinSender: chance.of<(name: string, address: string) => string>([
      (name, address) => `${name} <${address}>`,
      (name, address) => `"${name}" <${address}>`,
      (name, address) => `”${name}”<${address}>`,
      (name, address) => `${name}＜${address}＞`,
      (name, address) => `${name} ${address}`,
      (name, address) => `${name}（${address}）`,
      (name, address) => `${name} [${address}]`,
    ]),
    defang,
    defangAddress: chance.of<(address: string) => string>([
      (address) => address,
      (address) => address,
      (address) => address.replace("@", "＠"),
      (address) => address.replace("@", "[at]"),
      (address) => address.replace("@", "(at)"),
      (address) => address.replace("@", " @ "),
      (address) => address.replace("@", "[@]"),
    ]),
    printDay: day,
  };
}

/** What stands under which label. */
export function printed(mail: Mail, style: Style): readonly { readonly label: string; readonly lines: readonly string[]; readonly field: keyof Printed }[] {
  const address = mail.senderAddress === undefined ? undefined : style.defangAddress(mail.senderAddress);
  const apart = style.senderName !== undefined;
  const values: Partial<Record<keyof Printed, readonly string[]>> = {
    ...(mail.day === undefined ? {} : { day: [style.printDay(mail.day)] }),
    ...(address === undefined ? {} : { sender: [mail.senderName === undefined || apart ? address : style.joinSender(mail.senderName, address)] }),
    ...(mail.senderName === undefined || !apart ? {} : { senderName: [mail.senderName] }),
    subject: mail.subjects.map(style.quoteSubject),
    ...(mail.body === undefined ? {} : { body: mail.body.map((line) => (line.startsWith("http") ? style.defang(line) : line)) }),
    ...(mail.url === undefined ? {} : { url: [style.defang(mail.url)] }),
  };
  const labels: Record<keyof Printed, string> = {
    day: style.day,
    sender: style.sender,
    senderName: style.senderName ?? "",
    subject: style.subject,
    body: style.body,
    url: style.url,
  };
  return style.order.flatMap((field) => {
    const lines = values[field];
    return lines === undefined ? [] : [{ label: labels[field], lines, field }];
  });
}

/** A page's way to head its examples; undefined: none. */
export function headOf(chance: Chance): ((n: number) => string) | undefined {
  return chance.of<((n: number) => string) | undefined>([
    undefined,
    (n) => `事例${n}`,
    (n) => `例${n}`,
    (n) => `ケース${n}`,
    (n) => `パターン${"ABCDEF"[n - 1]}`,
    (n) => `その${n}`,
    (n) => `【事例${n}】`,
    (n) => `■事例${n}`,
    (n) => `＜例${n}＞`,
    (n) => `フィッシングメールの例(${n})`,
    (n) => `不審なメールの例${"①②③④⑤⑥"[n - 1]}`,
    (n) => `タイプ${n}`,
  ]);
}
