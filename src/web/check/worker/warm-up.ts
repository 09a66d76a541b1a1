const ROWS = 300;

/**
 * A mail to practise on, short to have the tables built, or, as it is by default, long enough that the engine compiles what a long mail takes most of its time with (some 50 KB of
 * HTML with tables, links and both languages), so that the first one a reader waits for goes at full speed.
 */
export function practiceMail(length = ROWS): Uint8Array {
  const row = (n: number): string =>
    `<tr><td style="color:#333;padding:4px"><b>お知らせ ${n}</b> Please confirm your account, ご確認ください。</td><td><a href="https://n${n % 9}.practice.test/p/${n}?u=a%40example.com">詳しく見る</a></td></tr>\r\n`;
  const rows = Array.from({ length }, (_, n) => row(n)).join("");
  const head = [
    "Received: from mail.practice.test (mail.practice.test [192.0.2.7]) by mx.example.com; Mon, 1 Jan 2024 09:00:00 +0900",
    "From: =?utf-8?B?QW1hem9u?= <news@practice.test>",
    "To: a@example.com",
    "Subject: =?utf-8?B?6YeN6KaB44Gq44GK55+l44KJ44Gb?=",
    "Date: Mon, 1 Jan 2024 09:00:00 +0900",
    "MIME-Version: 1.0",
    "Content-Type: text/html; charset=utf-8",
  ];
  return new TextEncoder().encode(`${head.join("\r\n")}\r\n\r\n<html><body><p>Amazon をご利用のお客様</p><table>${rows}</table></body></html>\r\n`);
}
