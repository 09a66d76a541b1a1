import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Hono } from "hono";
import type { WebEnv } from "../src/web/web-context.ts";
import { deskFiles, fillDesk, mailWith } from "./desk-fixture.ts";
import type { Arrival, DeskFiles } from "./desk-fixture.ts";
import { get, post } from "./desk-requests.ts";
import { deskUnderTest } from "./desk-server.ts";

export interface ExampleDesk {
  readonly app: Hono<WebEnv>;
  /** One address of every kind of page. */
  readonly pages: Readonly<Record<string, string>>;
  readonly close: () => Promise<void>;
}

const ADMIN = { role: "admin" } as const;

/** A desk in use, with reports, decisions, articles in every state, facts that may be edited and a draft of the watcher. */
export async function exampleDesk(): Promise<ExampleDesk> {
  const files = await deskFiles();
  const data = path.join(files.folder, "data");
  const watchFolder = path.join(files.folder, "watch");
  mkdirSync(path.join(watchFolder, "pending"), { recursive: true });
  cpSync("data/advisories/xserver", path.join(data, "advisories/xserver"), { recursive: true });
  cpSync("data/brands/xserver.yaml", path.join(data, "brands/xserver.yaml"));
  const { app } = deskUnderTest({ ...files, dataFolder: data, watchFolder });
  const { pending, hostile } = await fillDesk(files, earlierMails());
  await decisions(files);
  const slug = await articles(app, files, pending.id);
  const draft = (await get(app, "/desk/advisories", ADMIN)).text;
  const record = /href="(\/desk\/advisories\/xserver\/[^"]+)"/.exec(draft)?.[1] ?? "";
  writeFileSync(path.join(watchFolder, "pending/xserver.2026-11-24-notice.yaml"), PENDING);
  return {
    app,
    pages: {
      queue: "/desk",
      mails: "/desk?view=mails&state=all",
      case: `/desk/cases/${pending.id}`,
      "case-hostile": `/desk/cases/${hostile.id}`,
      articles: "/desk/articles",
      editor: `/desk/articles/${slug}`,
      brands: "/desk/brands?q=server",
      brand: "/desk/brands/xserver",
      "brand-new": "/desk/brands/new",
      advisories: "/desk/advisories",
      advisory: record,
      import: "/desk/advisories/import",
      pending: "/desk/advisories/pending/xserver.2026-11-24-notice.yaml",
      figures: "/desk/figures?days=30",
      refused: "/desk/cases/c000000000000",
    },
    close: files.close,
  };
}

/** A month of mails, so that figures have something to show: a wave in the middle. */
function earlierMails(): readonly Arrival[] {
  const days = Array.from({ length: 27 }, (_, n) => 28 - n);
  return days.flatMap((day) =>
    Array.from({ length: 1 + ((day * 7) % 4) + (day > 12 && day < 17 ? 4 : 0) }, (_, n) => ({
      hours: day * 24 - n / 10,
      raw: mailWith(`お知らせ ${day}-${n}`, `会員さま、${day} 日の第 ${n} 便のお知らせです。${"詳しくは窓口まで。".repeat(n + 1)}`),
    })),
  );
}

/** What people decided in that month, a few hours after each mail came. */
async function decisions({ archive, clock }: DeskFiles): Promise<void> {
  const now = clock.now;
  const cases = await archive.cases({ level: "no-sign", limit: 200 });
  for (const [n, one] of cases.entries()) {
    if (n % 3 === 0 || one.subject.includes("script")) continue;
    clock.now = new Date(Date.parse(one.mail.received) + 3 * 3_600_000).toISOString();
    await archive.decide(one.id, n % 7 !== 0, n % 7 === 0 ? "会社に確かめた" : "", n % 7 === 0 ? { level: "genuine" } : {});
  }
  clock.now = now;
}

/** One published with a correction; the pending mail's in review, with words of its author. Returns the slug of the latter. */
async function articles(app: Hono<WebEnv>, { archive, clock }: DeskFiles, id: string): Promise<string> {
  const first = (await archive.cases({ brand: "xserver", level: "impersonation", limit: 50 })).find((one) => one.subject.includes("アンケート"));
  if (first !== undefined) {
    const { location } = await post(app, `/desk/cases/${first.id}/article`, {});
    const home = location.split("?")[0] ?? "";
    await post(app, home, { do: "submit", ja: "", en: "" });
    clock.now = "2026-11-25T03:40:00.000Z";
    await post(app, home, { do: "publish", ja: "", en: "" });
    await post(app, home, { do: "correct", ja: "", en: "", note: "説明を足しました", "note-en": "Explained more" });
  }
  const { location } = await post(app, `/desk/cases/${id}/article`, {});
  const home = location.split("?")[0] ?? "";
  const page = (await get(app, home)).text;
  const area = (name: string): string =>
    (new RegExp(`<textarea[^>]*name="${name}"[^>]*>\\n?([^]*?)</textarea>`).exec(page)?.[1] ?? "")
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&quot;", '"')
      .replaceAll("&#39;", "'")
      .replaceAll("&amp;", "&");
  const words = "## 見つけたいきさつ\n\n社内の **3 人** に同じメールが届きました。開かずに知らせてください。";
  await post(app, home, { do: "submit", ja: area("ja").replace("<!-- /ayashii:lead -->", `<!-- /ayashii:lead -->\n\n${words}`), en: area("en") });
  await post(app, `/desk/cases/${id}/decide`, { agrees: "yes", reason: "公式の注意喚起と同じ文面" });
  clock.now = "2026-11-25T03:00:00.000Z";
  return home.slice("/desk/articles/".length);
}

const PENDING = `issuer: { ja: "エックスサーバー株式会社", en: "Xserver Inc." }
title: "不審なメールにご注意ください"
url: "https://www.xserver.ne.jp/information_detail.php?view_id=1"
checked: "2026-11-24"
cases:
  - name: "例"
    subjects: ["【重要】ご契約の確認"]
`;
