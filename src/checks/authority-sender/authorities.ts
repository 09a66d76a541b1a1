/**
 * What tax offices, courts, the police and other authorities call themselves, in the languages such mail is written in.
 * General knowledge. Words that people bear as family names or jobs (judge, sheriff, lawyer) are left out.
 */
export const AUTHORITIES: readonly string[] = [
  "internal revenue | revenue service | tax refund | tax office | tax authority | hm revenue | hmrc | inland revenue | customs and border | customs office | federal reserve | homeland security | federal bureau | department of justice | supreme court | district court | court of justice | police department | cyber crime | cybercrime | crime unit | interpol | europol | social security administration | department of treasury | united nations | ministry of | embassy of | immigration service",
  "agencia tributaria | ministerio de | policia nacional | guardia civil | juzgado | fiscalia | direccion general de trafico | seguridad social | receita federal | restituicao | irpf | tribunal de | tribunal regional | ministerio da | ministerio publico | policia federal | policia civil | policia judiciaria | detran | prefeitura | intimacao | justica federal | justica do trabalho",
  "direction generale | impots | impot gouv | ministere de | gendarmerie | police nationale | police judiciaire | cybercriminalite | brigade de | procureur | tribunal judiciaire | amendes | antai | assurance maladie | agenzia delle entrate | agenzia entrate | guardia di finanza | polizia di stato | polizia postale | carabinieri | ministero | tribunale di | procura della",
  "finanzamt | bundeszentralamt | bundesministerium | bundeskriminalamt | kriminalpolizei | bundespolizei | staatsanwaltschaft | amtsgericht | landgericht | zollamt | hauptzollamt | belastingdienst | openbaar ministerie | politie nederland | gerechtshof | rechtbank | justitieel incassobureau | cjib | krajowa administracja skarbowa | urzad skarbowy | ministerstwo | policja",
  "skattestyrelsen | skatteetaten | skatteverket | rigspolitiet | polisen | politiet | kronofogden",
  "国税庁 | 国税局 | 税務署 | 警視庁 | 警察庁 | 警察署 | 検察庁 | 裁判所 | 法務省 | 財務省 | 厚生労働省 | 総務省 | 金融庁 | 日本年金機構 | 市役所 | 区役所 | 出入国在留管理庁 | 大使館",
].flatMap((line) => line.split("|").map((phrase) => phrase.trim()));
