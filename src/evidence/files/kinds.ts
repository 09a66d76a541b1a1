import type { FileKind } from "./file.ts";

/**
 * Kinds by the ending of a name. Programs and scripts: what Windows runs on a double click (the list Outlook blocks,
 * https://support.microsoft.com/office/434752e1-02d3-4e90-9124-8b81e49a8519).
 */
const ENDINGS: Readonly<Record<Exclude<FileKind, "other">, string>> = {
  program: "exe scr pif cpl msi msix appx msp dll apk dmg pkg jar command app gadget",
  script: "js jse vbs vbe wsf wsh wsc hta ps1 psm1 bat cmd sct reg ws chm mst",
  shortcut: "lnk url scf desktop website appref-ms library-ms search-ms settingcontent-ms",
  "disk-image": "iso img vhd vhdx udf daa",
  profile: "mobileconfig mobileprovision",
  notebook: "one onepkg onetoc2",
  "macro-document": "docm dotm xlsm xltm xlam xll pptm potm ppam ppsm sldm",
  document: "doc docx dot dotx xls xlsx xlsb xlt ppt pptx pps ppsx rtf odt ods odp",
  pdf: "pdf",
  page: "html htm shtml xhtml xht mht mhtml",
  drawing: "svg svgz",
  archive: "zip 7z rar gz tgz tar bz2 xz cab arj ace lzh z",
  picture: "png jpg jpeg jpe jfif gif bmp webp tif tiff heic ico",
  calendar: "ics vcs ifb",
  mail: "eml msg",
  text: "txt csv log md vcf asc diff patch json xml",
};

const BY_ENDING: ReadonlyMap<string, FileKind> = new Map(
  Object.entries(ENDINGS).flatMap(([kind, endings]) => endings.split(" ").map((ending) => [ending, kind as FileKind] as const)),
);

/** Kinds people take for harmless when a name shows them. */
export const HARMLESS_LOOKING: ReadonlySet<FileKind> = new Set(["document", "pdf", "picture", "text", "calendar"]);

/** The kind an ending stands for; undefined when it is none we know. */
export function kindOfEnding(ending: string): FileKind | undefined {
  return BY_ENDING.get(ending);
}

/** Ending of a name in lower case without the dot, blanks and dots after it passed over; empty when there is none. */
export function endingOf(name: string): string {
  return /\.([a-z0-9_-]{1,20})[\s.\u3000]{0,200}$/i.exec(name.slice(-230))?.[1]?.toLowerCase() ?? "";
}
