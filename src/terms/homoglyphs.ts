/**
 * Characters that look like another one and are used to hide a name, folded to one of the two.
 * Both the names and the text are folded, so it does not matter which one is chosen.
 */
const PAIRS = [
  // Cyrillic
  "аa", "вb", "еe", "ѕs", "іi", "јj", "кk", "мm", "нh", "оo", "рp", "сc", "тt", "уy", "хx", "ԁd", "ԛq", "ԝw", "һh", "ӏl", "ь6", "гr", "пn",
  // Greek
  "αa", "βb", "εe", "ιi", "κk", "νv", "οo", "ρp", "τt", "υu", "χx", "γy", "ηn", "ϲc",
  // Latin beyond ASCII that NFKD does not split
  "ıi", "łl", "øo", "đd", "ɑa", "ɡg", "ɩi", "ʟl", "ꜱs", "ᴀa", "ʙb", "ᴄc", "ᴅd", "ᴇe", "ɢg", "ʜh", "ɪi", "ᴊj", "ᴋk", "ᴍm", "ɴn", "ᴏo", "ᴘp", "ʀr", "ᴛt", "ᴜu", "ᴠv", "ᴡw", "ʏy", "ᴢz",
  // Canadian syllabics, Lisu, Cherokee, Armenian
  "ᒍj", "ᗅa", "ᗪd", "ᑕc", "ᑌu", "ᐯv", "ᒪl", "ᗰm", "ꓮa", "ꓐb", "ꓚc", "ꓓd", "ꓰe", "ꓝf", "ꓖg", "ꓧh", "ꓲi", "ꓙj", "ꓗk", "ꓡl", "ꓟm", "ꓠn", "ꓳo", "ꓑp", "ꓣr", "ꓢs", "ꓔt", "ꓴu", "ꓦv", "ꓪw", "ꓫx", "ꓬy", "ꓜz",
  "Ꭺa", "Ꭼe", "Ꭻj", "Ꮇm", "Ꮪs", "Ꭲt", "Ꮃw", "օo", "սu", "ոn", "հh",
  // Kanji that pass for katakana, hiragana that pass for katakana
  "力カ", "口ロ", "工エ", "二ニ", "夕タ", "卜ト", "八ハ", "一ー", "へヘ", "べベ", "ぺペ",
  // CJK radicals that NFKC leaves alone
  "⻑長", "⻄西", "⺟母", "⻘青", "⻩黄", "⻲亀", "⻁虎", "⺠民", "⻝食", "⻭歯", "⻤鬼", "⻯竜",
  // Circles used as a mask
  "◯○", "〇○", "⚪○", "⭕○",
  // Dashes and marks
  "‐-", "‑-", "‒-", "–-", "—-", "―-", "−-", "’'", "‘'", "“\"", "”\"", "･・",
].map((pair) => [...pair] as unknown as [string, string]);

/** Folded character by the look-alike, both lower case. */
export const HOMOGLYPHS: ReadonlyMap<string, string> = new Map(PAIRS);
