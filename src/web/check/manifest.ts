import type { Language } from "../../terms/index.ts";

/** Names what a phone shows when the page is put on its home screen, and takes what other apps share: a file, or text. */
export function manifestOf(lang: Language): Readonly<Record<string, unknown>> {
  const ja = lang === "ja";
  return {
    id: "/",
    name: ja ? "怪しいメールを調べる Ayashii" : "Ayashii: check a suspicious mail",
    short_name: "Ayashii",
    description: ja ? "メールを端末の外に出さずに調べます。" : "Examines a mail without it leaving your device.",
    lang,
    start_url: `/?lang=${lang}`,
    scope: "/",
    display: "standalone",
    background_color: "#ffffff",
    theme_color: "#20304f",
    icons: [
      { src: "/check/icon-192.png", sizes: "192x192", type: "image/png", purpose: "any" },
      { src: "/check/icon-512.png", sizes: "512x512", type: "image/png", purpose: "any" },
      { src: "/check/icon-maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
      { src: "/check/icon.svg", sizes: "any", type: "image/svg+xml", purpose: "any" },
    ],
    share_target: {
      action: "/check/share",
      method: "POST",
      enctype: "multipart/form-data",
      params: {
        title: "title",
        text: "text",
        url: "url",
        files: [
          {
            name: "mail",
            accept: [
              "message/rfc822",
              ".eml",
              ".msg",
              ".mbox",
              "application/vnd.ms-outlook",
              "application/mbox",
              "text/plain",
              "application/octet-stream",
              "image/*",
            ],
          },
        ],
      },
    },
  };
}
