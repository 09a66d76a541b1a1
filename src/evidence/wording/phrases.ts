import { PHRASES_IN_LANGUAGES } from "./phrases-in-languages.ts";

/**
 * What a text speaks of. A topic alone proves nothing: genuine mail uses every one of these words. Checks look at which
 * topics stand together, and at facts beside the wording.
 */
export type PhraseTopic =
  | "secretRecording"
  | "ransom"
  | "fortune"
  | "approach"
  | "giftCard"
  | "favour"
  | "parcel"
  | "parcelFee"
  | "mailbox"
  | "mailboxAct"
  | "threat"
  | "deadline"
  | "verify"
  | "prize"
  | "chosen"
  | "coins"
  | "renewal"
  | "callUs"
  | "storage"
  | "payout";

/** One phrase after another, `|` between. */
const list = (...lines: readonly string[]): readonly string[] => lines.flatMap((line) => line.split("|")).map((phrase) => phrase.trim());

/**
 * Phrases by topic, in the languages such mail is written in. They are our own observation of recurring wording, in the
 * shortest form that is still specific; matched after folding, so case, accents and look-alikes do not matter.
 */
const COMMON: Readonly<Record<PhraseTopic, readonly string[]>> = {
  /** Blackmail: says it has watched or recorded the reader, or broken into the device. */
  secretRecording: list(
    "i hacked your | i have hacked | i've hacked | your device was hacked | your account was hacked | your system has been hacked",
    "hacked your device | hacked your account | i have full access to your | full access to your device | gained access to your device",
    "access to all your devices | infected with my | i infected your | infected your device | infected your computer | private malware",
    "my malware | my trojan | a trojan virus | with spyware | i installed a | installed a malware | installed malware | remote access trojan",
    "i recorded you | recorded a video | i made a video | your webcam | your web camera | your camera and microphone | your camera | masturbat",
    "masturbating | masturbation | pleasuring yourself | satisfying yourself | adult websites | porn sites | porn websites | pornographic",
    "i know your password | is your password | i have been watching you | been monitoring you | keylogger | your dirty secret",
    "your browsing history | ich habe ihr gerat gehackt | pornoseiten | webcam aufgenommen | j'ai pirate | votre webcam | sites pornographiques",
    "he hackeado | tu camara | sitios porno | invadi seu | sua webcam | ho hackerato | tua webcam",
    "すべてのデバイスにアクセス | お使いのデバイスに侵入 | デバイスをハッキング | ハッキングしました | あなたのデバイス | マルウェアを仕込",
    "トロイの木馬 | ウェブカメラ | 自慰行為 | アダルトサイト | ポルノ | 録画しました | あなたの動画 | 恥ずかしい動画",
  ),
  /** What is demanded for silence. */
  ransom: list(
    "bitcoin wallet | bitcoin address | btc wallet | btc address | my bitcoin | in bitcoin | in bitcoins | worth of bitcoin | worth of btc",
    "usd in btc | litecoin | my wallet | transfer the money to | pay me | send to this address | bitcoin-wallet | in bitcoin uberweisen",
    "portefeuille bitcoin | cartera bitcoin | monedero bitcoin | carteira bitcoin | portafoglio bitcoin | bitcoin-adresse | billetera de bitcoin",
    "ビットコイン | 仮想通貨で | btcウォレット | ビットコインアドレス",
  ),
  /** A fortune is said to wait: inheritance, lottery, fund, loan. */
  fortune: list(
    "beneficiarios do fundo | beneficiario do fundo | receber esta compensacao | receber sua compensacao | programa de compensacao | fundo de compensacao | seu fundo | milhoes de euros | heranca de | lucrative deal | lucrative offer | eine spende | spende von | spende in hohe | ihre spende | sehr geehrter begunstigter | begunstigte | une donation | un don de | faire un don | una donacion | fondos de compensacion | international monetary fund | world bank | bank of africa | foreign remittance | swift transfer | claim your fund | pending fund",
    "donate to you | donated to you | has donated | donate part of | my donation | your donation | dormant fund | security company | deposited the sum | estate worth | died intestate | loan/debt finance | at 3% interest | project funding | fund projects | crude oil business | lucrative business | business venture | voce sera recompensado | imensamente recompensado | falecido pai | falecido marido | aviso de indenizacao | indenizacao | fundos recuperados | entschadigung | vereinten nationen",
    "grant of | two million dollars | two million us | do you need loan | do you need a loan | we give out loans | need a loan | financial assistance | relief fund | relief funds | scam victims | united nations | donacion de | prestamo | emprestimo | darlehen | kredit ohne",
    "million dollars | million united states dollars | million us dollars | million usd | million euros | million pounds | million great british",
    "hundred thousand dollars | hundred thousand united | usd million | million u.s. dollars | million u s dollars | next of kin",
    "inheritance fund | your inheritance | inherited fund | my late husband | late husband | my late father | late client | deceased client",
    "the deceased | unclaimed fund | unclaimed funds | abandoned fund | dormant account | compensation fund | your compensation",
    "compensation payment | atm card | atm visa card | atm master card | your payment file | fund transfer | your fund | your funds",
    "release of your fund | payment of your fund | contract payment | overdue payment | unpaid | consignment box | diplomatic agent | diplomat",
    "certified bank draft | bank draft | lottery | lotto | winning numbers | email draw | beneficiary | donation of | i am donating",
    "donate the sum | charity project | charity work | cancer | loan offer | loan at | interest rate of | we offer loans | investment funds",
    "gold dust | gold bars | raw gold | crude oil | power of attorney | millionen euro | millionen dollar | erbschaft | millions d'euros",
    "millions de dollars | heritage | millones de dolares | millones de euros | herencia | milhoes de dolares | heranca | milioni di euro",
    "milioni di dollari | eredita",
    "fundo de donativos | fundo de doacao | fundos de doacao | liberacao e transferencia | liberacao do fundo | transferencia do dinheiro | transferencia do fundo | doar para as instituicoes | instituicoes de caridade | esses fundos | viuva doente | antes de falecer | fondo de donacion | obras de caridad | obras de caridade | beneficiario do pagamento | programa de indenizacao | comissao de indenizacao | indenizar todas as vitimas | your payment valued | payment valued | approved payment",
    "遺産を | 遺産の | 相続人 | 受取人 | 億円の | 億円を | 百万ドル | 万ドル | 宝くじ | 寄付したい",
  ),
  /** How a stranger opens such a talk and asks for an answer or personal data. */
  approach: list(
    "entre em contato comigo | mensagem muito importante | minha primeira mensagem | me responda | responda para | aguardo sua resposta | peco desculpas | preciso de sua ajuda | preciso da sua ajuda | sua ajuda sincera | bitte antworten sie | bitte kontaktieren sie | kontaktieren sie mich | ihre e-mail-adresse wurde zufallig | veuillez me contacter | contactez-moi | repondez-moi | por favor contacteme | contacteme | i await your response | await your response | i await your | can we talk | get back so i can | your email was randomly | randomly selected | my previous email | my previous message | did you get my",
    "friend request | first email i sent | sent you a message before | did you receive my | recebeu meu email | confirm the receipt of this | desculpe invadir | esta carta pode surpreende | parceiro estrangeiro | meu e-mail particular | boas noticias para voce | how are you today | hello dear | your honest | if interested | if you are interested | kindly confirm | please confirm if | are you still | is this email still valid | ich mochte sie",
    "business proposal | business proposition | investment proposal | mutual benefit | mutually beneficial | mutual beneficial | your assistance",
    "need your assistance | seek your | your consent | your urgent response | your urgent reply | urgent response | strictly confidential",
    "utmost confidentiality | in confidence | confidential | reply to me | contact me | contact him | contact her | get back to me | kindly reply",
    "reply urgently | private email | my private email | respond to my | respond for more details | more details | further details",
    "for more information on | your full name | full names | your direct phone | phone number | your telephone | your occupation | your country",
    "your bank details | your home address | house address | god bless | remain blessed | dear friend | dear beloved | my dear | beloved in",
    "dearest one | attention beneficiary | attn | barrister | attorney at law | solicitor | good day | greetings to you",
    "compliment of the season | compliments of the season | i am contacting you | i write to you | my name is | i am mr | i am mrs | i am dr",
    "i am barrister | widow | foreign partner | trustworthy | trusted person | capable hands | querido amado | querido amigo | estimado amigo",
    "cher ami | lieber freund | sehr vertraulich | caro amico | responda-me | entre em contato comigo",
    "querido no senhor | minha querida | meu querido | contactem-me | contacte-me | escreva para meu e-mail | escreva para o meu e-mail | discussao muito urgente | mensagem em sua pasta spam | certifique-se de entrar em contato | informacoes pessoais | nome completo | endereco residencial | numero de telefone | oferta delicada | sua cooperacao | sua carta com | please answer me | from the desk of | from desk of",
    "ご連絡をお待ち | あなたの助け | 信頼できる | 親愛なる | 神の祝福",
  ),
  giftCard: list(
    "gift card | gift cards | giftcard | giftcards | itunes card | itunes cards | steam card | google play card | google play cards | apple card",
    "amazon card | geschenkkarten | guthabenkarten | cartes cadeaux | tarjetas de regalo | cartoes presente | carte regalo",
    "ギフトカード | プリペイドカード | itunesカード | 電子マネーを購入",
  ),
  /** The stranger poses as the reader's chief or friend and asks for a small service. */
  favour: list(
    "are you available | are you free at the moment | are you at your desk | i need you to | need a favor | need a favour | do me a favor",
    "do me a favour | run an errand | in a meeting | can't talk | cannot talk | scratch | scratch off | scratch the | take a picture",
    "send me the codes | email me the codes | i will reimburse | i'll reimburse | reimburse you | purchase some | handle a task | quick task",
    "drop your number | your cell number | your mobile number | whatsapp number",
    "今お時間 | 今手が離せない | 会議中 | コードの写真 | 番号を送って | 至急購入 | lineグループを作成 | lineのグループを作",
    "グループを作成 | グループのqrコード | qrコードをこのメール",
  ),
  parcel: list(
    "avis de colis | livraison du colis | seu objeto | encomenda",
    "your package | your parcel | your shipment | your delivery | the package | the parcel | package delivery | parcel delivery",
    "delivery attempt | delivery failed | failed delivery | undelivered package | could not be delivered | unable to deliver | ihr paket",
    "ihre sendung | lieferung ihres | zustellung | votre colis | livraison de votre | su paquete | tu paquete | su envio | sua encomenda",
    "seu pacote | sua entrega | uw pakket | je pakket | pakket wacht | il tuo pacco | tuo pacco | la tua spedizione | din pakke | ditt paket",
    "お荷物 | お届け物 | 荷物の配達 | 配送できません | 宅配便 | ご不在",
  ),
  parcelFee: list(
    "retido na alfandega | objeto retido | liberar sua encomenda | taxa de importacao | livraison a ete manquee | avis de livraison | instructions de la page de suivi",
    "shipping fee | shipping fees | delivery fee | delivery fees | customs fee | customs fees | customs duty | customs charge | redelivery fee",
    "handling fee | pay the fee | confirm the payment | pending delivery | schedule your delivery | schedule the delivery",
    "reschedule your delivery | reschedule delivery | confirm your address | update your address | incomplete address | incorrect address",
    "address is incorrect | on hold | is waiting for | waiting for delivery | awaiting delivery | stopped at | warehouse | within 48 hours",
    "versandkosten | zollgebuhren | zollgebuhr | liefergebuhr | wartet auf | lieferadresse bestatigen | adresse bestatigen | zustellung planen",
    "lieferung planen | frais de livraison | frais de douane | en attente | confirmer la livraison | planifier | gastos de envio",
    "pendiente de entrega | tasa de aduana | confirmar la entrega | taxa de entrega | aguardando | taxa alfandegaria | tributos | verzendkosten",
    "bezorgkosten | wacht op | in afwachting | plan de bezorging | bezorging plannen | in attesa | spese di spedizione | programma la consegna",
    "再配達 | 関税の | 関税を | 関税が | 配送料 | 送料をお支払 | 住所が不明 | 住所に誤り | 住所不備 | 住所を更新 | 住所の確認",
    "配達先住所 | 保管期限 | 持ち戻り",
  ),
  /** The reader's own mailbox or mail account, whoever runs it. */
  mailbox: list(
    "sua senha | senha do e-mail | senha expirara | senha ira expirar | ihr passwort | mot de passe | su contrasena",
    "mailbox | your mailbox | mail box | email account | e-mail account | mail account | webmail | web mail | email storage | mail storage",
    "mailbox storage | storage limit | mailbox quota | email quota | mail quota | mail server | email server | incoming messages",
    "incoming emails | incoming mails | pending messages | pending emails | pending mails | pending incoming | undelivered messages",
    "undelivered mails | undelivered emails | messages on hold | held messages | quarantined messages | email password | mail password",
    "password expires | password will expire | password expiry | password is due to expire | password expiration | your password for",
    "email administrator | mail administrator | cpanel | roundcube | zimbra | it support | it helpdesk | help desk | email access | email service",
    "postfach | e-mail-konto | postfachspeicher | boite mail | boite de reception | messagerie | buzon | cuenta de correo | caixa de correio",
    "caixa de entrada | conta de e-mail | casella di posta | postvak",
    "メールボックス | メールアカウント | ウェブメール | webメール | メールサーバー | メールサービス | 受信トレイ | メールが保留",
    "保留中のメール | 保留中のメッセージ | 未配信 | 受信メール | メールの容量 | ストレージ容量 | メールパスワード | パスワードの有効期限",
    "メール管理者",
  ),
  /** What is asked about the mailbox: type the password, release, extend, validate. */
  mailboxAct: list(
    "continuar usando sua senha | usando sua senha atual | manter sua senha | atualizar seu cadastro de e-mail | expirara em breve | ira expirar",
    "keep same password | keep the same password | keep current password | keep my password | keep your password | keep using the same password",
    "continue with same password | retain your password | re-validate | revalidate | validate your | validate now | verify your email",
    "verify your mailbox | verify your account | verify account | verify now | confirm your email | confirm your account | confirm account",
    "confirm ownership | confirm your password | upgrade your mailbox | upgrade your email | upgrade your account | update your mailbox",
    "update your email | upgrade your storage | increase your storage | increase storage | add storage | more storage | extend your storage",
    "release messages | release your | release pending | retrieve your | retrieve messages | recover messages | deliver messages",
    "review messages | view messages | allow messages | to restore | reactivate | re-activate | avoid deactivation | avoid losing",
    "avoid suspension | avoid termination | avoid being | to avoid | fix now | fix errors | fix delivery | de-activated | deactivated",
    "will be closed | will be deleted | will be blocked | will be shut down | account closure | account termination | cancel request",
    "cancel deactivation | exceeded | is full | almost full | has expired | expires today | passwort beibehalten | konto bestatigen",
    "speicher erweitern | conserver le mot de passe | valider votre | verifier votre compte | confirmar su cuenta | validar su",
    "mantener la contrasena | validar sua conta | manter a senha | atualizar sua conta | mantieni la password | wachtwoord behouden",
    "現在のパスワードを使用 | 同じパスワード | パスワードを維持 | パスワードを保持 | パスワードを更新 | パスワードの再設定 | パスワードを確認",
    "アカウントを確認 | 本人確認 | 再認証 | 認証する | 容量を増や | アップグレード | 受信するには | 配信する | 取得するには | 停止され",
    "無効に | 削除され | いっぱいです | 超過し | 超過によ | 期限切れ | 同期に失敗 | 同期エラー",
  ),
  threat: list(
    "payment failure | payment failed | could not process your payment | weren't able to process | unable to process your payment | problem with your card",
    "your benefits are on hold | membership is on hold | account is on hold | account on hold | has not yet been verified | not yet been verified | new device",
    "acesso indevido | acesso nao autorizado | acessada a partir de um novo dispositivo | multa de transito | infracao de transito | foi notificado | suspensao da cnh | retido na alfandega",
    "自動的に退会 | 退会処理 | 自動退会 | 会員資格 | カード会社から | お支払いができません | 決済できません | 更新できませんでした | 異常が検出",
    "account has been suspended | account has been limited | account has been locked | account has been restricted | account has been blocked",
    "account has been disabled | account has been deactivated | account is suspended | account is locked | account is limited",
    "account will be suspended | account will be locked | account will be limited | account will be closed | account will be deleted",
    "account will be disabled | account will be deactivated | account will be terminated | account will be permanently | account was suspended",
    "account suspension | will be suspended | will be deactivated | will be terminated | suspend your account | close your account",
    "limit your account | limited your account | temporarily suspended | temporarily locked | temporarily limited | permanently deleted",
    "permanently locked | permanently disabled | unusual activity | unusual sign-in | unusual login | suspicious activity | suspicious login",
    "unauthorized access | unauthorized login | unauthorised access | unauthorized transaction | lose access | loss of access | legal action",
    "update required on your | urgent update required | almacenamiento esta lleno | almacenamiento lleno | quedando sin espacio | armazenamento esta cheio | stockage est plein | speicher ist voll | speicher belegt | your access will be | access has been restricted | your subscription has been suspended | service will be suspended | your domain will",
    "deactivation | konto wurde gesperrt | konto gesperrt | konto wird gesperrt | konto eingeschrankt | vorubergehend gesperrt | kontosperrung",
    "karte gesperrt | ist abgelaufen | gerate sind ungeschutzt | compte suspendu | compte a ete suspendu | compte bloque | compte sera suspendu",
    "suspension de votre compte | acces a votre compte | cuenta suspendida | cuenta bloqueada | cuenta ha sido bloqueada | cuenta sera",
    "acceso no autorizado | conta bloqueada | conta suspensa | bloqueamos sua conta | sua conta sera | conta foi bloqueada | sera cancelado",
    "sera bloqueado | suspensao | novo acesso a | novo acesso | infracao | irregularidade | conto bloccato | account bloccato | conto sospeso",
    "account sospeso | sara sospeso | sara bloccato | account geblokkeerd | rekening geblokkeerd | wordt geblokkeerd | tijdelijk geblokkeerd",
    "利用制限 | ご利用を制限 | ご利用の制限 | 利用を停止 | ご利用停止 | 利用停止 | 一時停止 | アカウントを停止 | アカウントが停止",
    "アカウントの停止 | アカウントをロック | アカウントがロック | アカウントが制限 | 凍結され | 凍結いた | 口座凍結 | 凍結しま | 強制退会",
    "強制解約 | 解約となり | 失効し | 失効い | 失効と | 差し押さえ | 差押え | 差押処分 | 不正アクセス | 不正利用 | 不審なログイン",
    "不正ログイン | 第三者による | 異常なアクティビティ | 異常を検知 | 異常なログイン | 法的措置 | サービスが停止 | 取引を制限 | 永久に",
  ),
  deadline: list(
    "within 24 hours | within 24hours | within 24hrs | within 24 hrs | within 48 hours | within 48hours | within 48hrs | within 72 hours",
    "within 12 hours | within the next 24 | within the next 48 | in 24 hours | in the next 24 hours | in less than 24 hours | before 24 hours",
    "24 hours | 48 hours | expires today | expire today | last warning | final warning | final notice | last notice | final reminder",
    "last reminder | last chance | act now | act immediately | immediate action | urgent action | action required | as soon as possible",
    "immediately to avoid | failure to | prompt attention | innerhalb von 24 | innerhalb von 48 | 24 stunden | 48 stunden | letzte mahnung",
    "letzte warnung | dringend | umgehend | sous 24 heures | sous 48 heures | 24 heures | 48 heures | dernier rappel | dernier avis",
    "action requise | en 24 horas | en 48 horas | 24 horas | 48 horas | ultimo aviso | urgente | imediatamente | inmediatamente | prazo | evite",
    "entro 24 ore | entro 48 ore | 24 ore | 48 ore | ultimo avviso | binnen 24 uur | binnen 48 uur | 24 uur | laatste herinnering | laatste kans",
    "24時間以内 | 48時間以内 | 72時間以内 | 12時間以内 | 本日中に | 本日中 | 至急ご | 至急お | 至急、 | 直ちに | 緊急の",
    "最終警告 | 最終通知 | 最終通告 | 最終期限 | 重要なお知らせ | ご確認がない場合 | ご回答をいただけない場合 | ご回答がない場合",
    "ご対応がない場合 | 期限までに | 期日までに | 支払期限 | 納付期限 | 放置し | 放置さ",
  ),
  /** The asking itself: verify, confirm, update, log in. */
  verify: list(
    "verification can be | complete your verification | start verification | verify identity | verify details | confirm identity | upgrade your wallet | restore your wallet",
    "verificacao de atividade | verificar a atividade | verifique a atividade | atualizacao cadastral | atualizar seu cadastro | atualize seu cadastro | validar seu cadastro | efetuar o pagamento | regularizacao | pagar a multa",
    "最後にログインをした日 | ログインを行って | ログインしてください | ログイン認証 | 本人認証 | ご確認手続き | お客様情報の確認 | お客様情報を更新",
    "verify your account | verify your identity | verify your information | verify your email | verify your wallet | verify your details",
    "verify your billing | verify your card | verify account | verify now | verify my account | verify it now | confirm your account",
    "confirm your identity | confirm your information | confirm your details | confirm your personal | confirm your payment",
    "confirm your records | confirm your billing | re-confirm your | confirm now | confirm your wallet | update your account",
    "update your payment | update your billing | update your information | update your records | update your details | update your card",
    "update your wallet | update payment | update now | update billing | restore your account | restore access | restore my account",
    "unlock your account | unlock account | unlock my account | secure your account | secure your wallet | reactivate your account",
    "reactivate your | review your account | review account | validate your account | validate your | log in to your account",
    "login to your account | log into your account | sign in to your account | your recovery phrase | seed phrase | secret phrase",
    "account verification | identity verification | account information | billing information | payment details | payment method",
    "kyc verification | complete the verification | verification process | renew now | renew your | konto bestatigen | daten bestatigen",
    "bestatigen sie ihre | konto verifizieren | daten aktualisieren | daten zu aktualisieren | aktualisieren sie ihre | jetzt bestatigen",
    "jetzt aktualisieren | identitat bestatigen | abonnement erneuern | verlangern sie | verifier votre | confirmer votre | mettre a jour vos",
    "mettre a jour mes | mettre a jour votre | mise a jour de vos | verificar su cuenta | verifique su | confirme su | confirmar su",
    "actualizar su | actualice su | actualizar datos | verifique sua | confirme sua | confirme seus | atualize sua | atualize seus",
    "atualizar dados | atualizar seus | regularize | regularizar | desbloquear | desbloqueio | troque seus pontos | nao reconheco este acesso",
    "verifica il tuo | verifica i tuoi | conferma il tuo | conferma i tuoi | aggiorna i tuoi | aggiornare i tuoi | bevestig uw | verifieer uw",
    "gegevens bijwerken | werk uw | controleer uw gegevens",
    "アカウントを確認 | アカウント情報を確認 | アカウントの確認 | アカウント情報の更新 | アカウントの更新 | 本人確認 | ご本人様確認",
    "ご本人様のご利用 | ご利用確認 | 情報を更新 | 情報の更新 | お支払い方法を更新 | お支払い情報 | 支払い方法 | 支払方法 | お支払方法",
    "カード情報 | 会員情報 | 登録情報 | 個人情報の確認 | 認証を完了 | 再認証 | 再登録 | ログインして | ログインはこちら | 確認はこちら",
    "手続きはこちら | お手続き | ロックを解除 | 制限を解除 | 制限解除 | 解除する | 更新手続き | 今すぐ確認 | 今すぐ更新 | 口座情報",
    "暗証番号 | セキュリティ設定 | 取引目的 | 2段階認証 | 多要素認証 | パスキー",
  ),
  /** A prize, voucher, bonus, survey or present; shops speak of them every day. */
  prize: list(
    "special reward | claim now | your free gift | free gift | mystery box | sweepstakes | giveaway | short survey | quick survey | our survey",
    "take the survey | answer a few | answer a short | loyalty program | loyalty reward | chance to win | chance to receive | gift card worth",
    "expiring points | your points | points expire | for a chance | die chance auf | chance auf ein | chance auf einen | chance auf eine",
    "gutschein im wert | einkaufsgutschein | gewinnen sie | jetzt gewinnen | gewinnspiel | belohnung | ihr geschenk | geschenk fur sie | umfrage",
    "treueprogramm | produkttester | produkt tester | freispiele | tankkarte | votre cadeau | carte cadeau | tentez votre chance",
    "tentez de gagner | gagnez | sondage | tarjeta regalo | encuesta | sorteo | resgatar | resgate | seus pontos | sorteio | cashback",
    "buono regalo | sondaggio | maak kans | kans op | kans om | win een | cadeaubon | enquete | prijs winnen",
    "抽選の結果 | ポイントが失効 | ポイント失効 | ポイント進呈 | ポイント付与 | 無料プレゼント | アンケートに回答 | アンケートにお答え",
    "キャッシュバック",
  ),
  /** The reader was picked or has won already, and only has to claim it. */
  chosen: list(
    "you have won | you've won | you won | you are the winner | you are a winner | lucky winner | lucky online winner | our winner",
    "today's winner | one of our winners | has been selected | have been selected | you've been selected | been selected to | have been chosen",
    "you've been chosen | been chosen to | were selected | exclusive reward | exclusive prize | claim your prize | claim your reward",
    "claim your gift | claim my | claim your free | claim it now | claim yours | your reward | your prize | fantastic prize",
    "brand new sweepstakes | loyalty program for free | your chance to receive | congratulations you | sie wurden ausgewahlt | wurden ausgewahlt",
    "sie haben gewonnen | haben gewonnen | herzlichen gluckwunsch | gluckwunsch | ihre chance auf | gewinner | moglicher gewinner | finalist",
    "finalisten | ihre belohnung | anspruch geltend | kundenbelohnung | vous avez ete selectionne | avez ete selectionne | avez ete choisi",
    "vous avez gagne | felicitations | votre recompense | has sido seleccionado | ha sido seleccionado | has ganado | ha ganado | felicidades",
    "tu recompensa | su recompensa | tu premio | su premio | voce foi selecionado | foi selecionado | voce ganhou | parabens | sua recompensa",
    "seu premio | pontos expiram | sei stato selezionato | sei stato scelto | hai vinto | congratulazioni | la tua ricompensa | il tuo premio",
    "u bent geselecteerd | je bent geselecteerd | bent gekozen | heeft gewonnen | hebt gewonnen | gefeliciteerd | uw beloning | je beloning",
    "当選しました | ご当選 | 当選おめでとう | 当選のお知らせ | 当選者 | 選ばれました | ポイントを受け取 | プレゼントを受け取 | 特典を受け取",
    "給付金 | 還付金 | ボーナスを受け取",
  ),
  /** Coins that wait to be claimed or withdrawn, and wallets to be connected. */
  coins: list(
    "account already has | balance has been replenished | bitcoin jackpot | earning bitcoin | collecting bitcoin | mining transaction | crypto tokens | coin exchange | bitcoin payment | withdrawal error | withdrawal address | accumulated btc | btc payout | bitcoin payout",
    "new incoming transaction | incoming transaction | withdrawal of funds | order the withdrawal | bitcoin has been | btc has been | pending btc | pending bitcoin | btc balance | bitcoin balance | passive income | your wallet is | your wallet has | wallet will be | synchronize your wallet | sync your wallet | ledger live | trust wallet | token migration | claim your share | claim your rewards | boarding pass | whitelist spot",
    "airdrop | claim your token | claim your tokens | claim tokens | token allocation | your tokens | your wallet | connect your wallet",
    "connect wallet | wallet connect | walletconnect | verify your wallet | recovery phrase | seed phrase | secret recovery | your digital assets",
    "newcomer bonus | get btc | btc and invest | digital asset | fund balance | every deposit | your crypto | your bitcoin | bitcoin transfer | btc transfer | your btc | automatic bitcoin | bitcoin mining | cloud mining | mining account",
    "usdt | eth giveaway | crypto giveaway | withdraw your | withdraw funds | to withdraw | withdrawal | your balance | staking rewards",
    "double your | bitcoin earning | earning platform | hardware wallet | your ledger | your trezor | your metamask",
    "仮想通貨 | ウォレット | エアドロップ | 出金可能 | 出金する | 出金申請 | 出金手続 | ステーキング",
  ),
  /** Says money was or will be taken for something the reader never ordered. */
  renewal: list(
    "transaction receipt | order receipt | confirmation of purchase | purchase confirmation | order confirmation | shipment confirmation | payment is confirmed | order payment | approved the renewal | renew automatically | auto-debit | debited from your | charged to your | your receipt | billing statement",
    "has been renewed | successfully renewed | automatically renewed | auto-renewed | auto renewed | auto renewal | auto-renewal",
    "renewal of your | your subscription has | your subscription will | your subscription is | your membership has | has been charged",
    "have been charged | will be charged | has been debited | will be debited | has been deducted | will be deducted | your order has been",
    "thank you for your order | thank you for your purchase | thanks for your purchase | your invoice | invoice number | invoice no | order id",
    "transaction id | payment confirmation | receipt number | amount debited | amount charged | geek squad | norton | mcafee | paypal",
    "bitcoin purchase | within the next 24 hours",
  ),
  /** The only way out that is offered is a telephone number. */
  callUs: list(
    "if this wasn't you | wasn't you | not you | if you did not place | did not place this | did not make | to stop this | to dispute | cancellation | support team at | our team at | reach us at | reach out to us at | speak with",
    "call us | call our | give us a call | please call | kindly call | call immediately | call now | call on | call at | contact us at",
    "contact our support | contact our | toll free | toll-free | tollfree | helpline | help line | helpdesk number | help desk number",
    "support number | customer care number | customer support number | customer service number | technical support number | contact number",
    "phone support | billing department | cancellation department | to cancel | cancel this | request a refund | claim a refund | for a refund",
    "dispute | did not authorize | didn't authorize | did not make this | didn't make this | not authorized by you",
  ),
  /** Photos and files kept with a provider: the room is said to be full, or they are said to be lost. */
  storage: [],
  /** Money that is said to wait: refunds, benefits, payments. Offices and shops write of it to those who asked for it. */
  payout: [],
};

/** All phrases of all topics, each once. */
export const PHRASES: Readonly<Record<PhraseTopic, readonly string[]>> = Object.fromEntries(
  (Object.keys(COMMON) as PhraseTopic[]).map((topic) => [topic, [...new Set([...COMMON[topic], ...(PHRASES_IN_LANGUAGES[topic] ?? [])])]]),
) as unknown as Record<PhraseTopic, readonly string[]>;
