import assert from "node:assert/strict";
import { test } from "node:test";
import { examine } from "../src/index.ts";

/** [language, subject, text, words of the link]: mails of our own making, one kind of lure in each language. */
type Lure = readonly [string, string, string, string];

const STORAGE: readonly Lure[] = [
  ["en", "Your storage is full", "Your cloud storage is full. All your photos will be lost, renew your subscription today.", "Keep my photos"],
  ["es", "Almacenamiento agotado", "Te has quedado sin espacio. Tus fotos y videos serán eliminados hoy mismo.", "Ampliar"],
  ["pt", "Armazenamento cheio", "Suas fotos e vídeos serão excluídos em até 24 horas. Renove sua assinatura.", "Renovar"],
  ["fr", "Votre espace est saturé", "Vos photos et vidéos seront supprimées. Dernière relance avant la suppression.", "Conserver"],
  ["it", "Spazio esaurito", "Il tuo spazio di archiviazione è pieno. Le tue foto e video saranno eliminati.", "Rinnova ora"],
  ["de", "Speicher fast voll", "Ihr Cloud-Speicher ist voll. Ihre Fotos werden gelöscht, letzte Erinnerung.", "Verlängern"],
  ["nl", "Opslag is vol", "Uw cloudopslag is vol. Uw foto's en video's worden verwijderd.", "Verlengen"],
  ["pl", "Brak miejsca", "Twoje zdjęcia i filmy zostaną usunięte. Ostatnie ostrzeżenie.", "Odnów"],
  ["da", "Lagringsplads opbrugt", "Dine billeder og videoer vil blive slettet. Sidste advarsel.", "Forny"],
  ["no", "Lagringsplass full", "Dine bilder og videoer blir slettet. Siste advarsel.", "Forny"],
  ["sv", "Lagringsutrymme slut", "Dina bilder och videor kommer att raderas. Sista varningen.", "Förnya"],
  ["ja", "ストレージの空き容量がありません", "クラウドストレージがいっぱいです。写真や動画が削除されます。最終警告です。", "容量を増やす"],
];

const PARCEL: readonly Lure[] = [
  ["en", "Your parcel is on hold", "Your parcel is being held at our warehouse. Pay the fee to release it.", "Pay"],
  ["es", "Su paquete está retenido", "Su paquete está retenido en aduana. Debe pagar los gastos de envío.", "Pagar"],
  ["pt", "Sua encomenda foi taxada", "Sua encomenda foi retida e aguardando pagamento da taxa de entrega.", "Pagar"],
  ["fr", "Votre colis est en attente", "Votre colis est bloqué. Veuillez régler les frais de port.", "Payer"],
  ["it", "Il tuo pacco è in giacenza", "Il tuo pacco è in attesa. Occorre pagare le spese doganali.", "Paga"],
  ["de", "Ihr Paket wartet", "Ihr Paket konnte nicht zugestellt werden. Bitte Zollgebühren bezahlen.", "Bezahlen"],
  ["nl", "Uw pakket wacht", "Uw pakket wordt vastgehouden. Betaal de kosten voor een nieuwe bezorging.", "Betalen"],
  ["pl", "Twoja paczka", "Twoja paczka oczekuje na odbiór. Wymagana jest opłata celna.", "Zapłać"],
  ["da", "Din pakke", "Din pakke afventer. Betal gebyret for levering.", "Betal"],
  ["no", "Din pakke", "Din pakke er stoppet. Betal avgiften og bekreft adressen.", "Betal"],
  ["sv", "Ditt paket", "Ditt paket väntar på leverans. Betala avgiften.", "Betala"],
  ["ja", "お荷物のお届けについて", "お荷物をお届けできませんでした。再配達には送料をお支払いください。", "手続きはこちら"],
];

const ACCOUNT: readonly Lure[] = [
  ["en", "Payment declined", "Your payment was declined and your subscription has expired. Update payment method within 24 hours.", "Update"],
  ["es", "Pago rechazado", "Su suscripción ha caducado y su cuenta será suspendida. Actualice sus datos antes de 24 horas.", "Actualizar"],
  ["pt", "Pagamento recusado", "Não foi possível processar o pagamento. Atualize seus dados, sua conta será bloqueada. Prazo final hoje.", "Atualizar"],
  ["fr", "Paiement refusé", "Votre abonnement a expiré. Mettez à jour vos coordonnées sous 24 heures, sinon le compte sera suspendu.", "Mettre à jour"],
  ["it", "Pagamento non riuscito", "Il tuo abbonamento è scaduto. Aggiorna i tuoi dati entro 24 ore o il conto verrà sospeso.", "Aggiorna"],
  ["de", "Zahlung fehlgeschlagen", "Ihr Konto wird gesperrt. Aktualisieren Sie Ihre Daten innerhalb von 24 Stunden.", "Aktualisieren"],
  ["nl", "Betaling mislukt", "Uw abonnement is verlopen. Werk uw gegevens bij binnen 24 uur, anders wordt het geblokkeerd.", "Bijwerken"],
  ["pl", "Płatność odrzucona", "Twoje konto zostanie zablokowane. Zaktualizuj dane w ciągu 24 godzin.", "Zaktualizuj"],
  ["da", "Betaling afvist", "Dit abonnement er udløbet. Opdater dine oplysninger inden for 24 timer.", "Opdater"],
  ["no", "Betaling avvist", "Kontoen blir sperret. Oppdater dine opplysninger innen 24 timer.", "Oppdater"],
  ["sv", "Betalningen misslyckades", "Kontot kommer att spärras. Uppdatera dina uppgifter inom 24 timmar.", "Uppdatera"],
  ["ja", "お支払いができませんでした", "お支払いができませんでした。24時間以内にお支払い方法を更新しない場合、アカウントを停止いたします。", "更新する"],
];

const PRIZE: readonly Lure[] = [
  ["en", "You are our winner", "You have been selected for a free gift. Take the survey and claim your reward.", "Claim"],
  ["es", "Has sido seleccionado", "Eres el ganador de un regalo exclusivo. Reclama tu premio.", "Reclamar"],
  ["pt", "Você foi selecionado", "Parabéns, você ganhou um vale-presente. Resgate agora.", "Resgatar"],
  ["fr", "Vous avez été sélectionné", "Félicitations, un cadeau exclusif est réservé pour vous. Répondez au sondage.", "Répondre"],
  ["it", "Sei stato selezionato", "Hai vinto una carta regalo. Rispondi al sondaggio.", "Ritira"],
  ["de", "Sie wurden ausgewählt", "Herzlichen Glückwunsch, Sie haben gewonnen: eine Geschenkkarte. Jetzt an der Umfrage teilnehmen.", "Teilnehmen"],
  ["nl", "U bent geselecteerd", "Gefeliciteerd, u bent de winnaar van een cadeaukaart. Vul de enquête in.", "Ophalen"],
  ["pl", "Zostałeś wybrany", "Wygrałeś, odbierz swój prezent. Wypełnij ankietę, karta podarunkowa czeka.", "Odbierz"],
  ["da", "Du er blevet udvalgt", "Du har vundet et gavekort. Besvar undersøgelsen.", "Hent"],
  ["no", "Du er trukket ut", "Du har vunnet et gavekort. Svar på undersøkelsen.", "Hent"],
  ["sv", "Du har blivit utvald", "Du har vunnit ett presentkort. Svara på enkäten.", "Hämta"],
  ["ja", "ご当選のお知らせ", "おめでとうございます。アンケートにお答えいただいた方に無料プレゼント、当選者に選ばれました。", "プレゼントを受け取る"],
];

const PAYOUT: readonly Lure[] = [
  ["en", "Your tax refund", "You are eligible for a refund. Confirm your details before it expires today.", "Receive"],
  ["es", "Devolución de impuestos", "Tiene un reembolso pendiente. Confirme su identidad.", "Recibir"],
  ["pt", "Restituição disponível", "Sua restituição está disponível, há valores a receber. Confirme seus dados.", "Receber"],
  ["fr", "Remboursement d'impôt", "Vous avez droit à un remboursement. Confirmez vos coordonnées.", "Recevoir"],
  ["it", "Rimborso fiscale", "Hai diritto a un rimborso. Conferma i dati.", "Ricevi"],
  ["de", "Steuererstattung", "Ihre Rückerstattung ist bereit. Bestätigen Sie jetzt Ihre Daten.", "Bestätigen"],
  ["nl", "Belastingteruggave", "U heeft recht op teruggave. Bevestig uw gegevens.", "Ontvangen"],
  ["pl", "Zwrot podatku", "Należny zwrot podatku czeka. Potwierdź dane.", "Odbierz"],
  ["da", "Overskydende skat", "Din tilbagebetaling er klar. Bekræft dine oplysninger.", "Modtag"],
  ["no", "Skatterefusjon", "Din refusjon er klar. Bekreft dine opplysninger.", "Motta"],
  ["sv", "Skatteåterbäring", "Du har rätt till återbetalning. Bekräfta dina uppgifter.", "Ta emot"],
  ["ja", "税金の還付について", "還付金の受け取り手続きが必要です。本日中に本人確認をお願いします。", "手続き"],
];

const CLASSES = { storage: STORAGE, parcel: PARCEL, account: ACCOUNT, prize: PRIZE, payout: PAYOUT };

for (const [kind, lures] of Object.entries(CLASSES))
  for (const lure of lures) {
    test(`${kind} in ${lure[0]} is suspicious with a stranger's link, not with the sender's own`, () => {
      assert.equal(levelOf(lure, "https://go.unknown-page.test/a"), "suspicious");
      assert.notEqual(levelOf(lure, "https://www.stone-garden.example/a"), "suspicious");
    });
  }

function levelOf([, subject, text, words]: Lure, link: string): string {
  const encoded = `=?UTF-8?B?${Buffer.from(subject).toString("base64")}?=`;
  const mail = [
    "Authentication-Results: mx.example.com; dkim=pass header.d=stone-garden.example; spf=pass smtp.mailfrom=stone-garden.example; dmarc=pass header.from=stone-garden.example",
    "Received: from out.stone-garden.example (out.stone-garden.example [203.0.113.10]) by mx.example.com with ESMTPS; Tue, 07 Mar 2023 05:30:00 +0900",
    "Date: Tue, 07 Mar 2023 05:29:58 +0900",
    "From: Stone Garden <news@stone-garden.example>",
    "To: <taro@example.org>",
    `Subject: ${encoded}`,
    "MIME-Version: 1.0",
    "Content-Type: text/html; charset=UTF-8",
    "Content-Transfer-Encoding: 8bit",
    "",
    `<p>${text}</p><p><a href="${link}">${words}</a></p>`,
    "",
  ].join("\r\n");
  return examine(new TextEncoder().encode(mail)).verdict.level;
}

test("a stranger's link alone is not suspicious", () => {
  const notes: readonly Lure[] = [
    ["en", "Spring in the garden", "The first tulips are out. A friend took pictures of them.", "Pictures"],
    ["de", "Frühling im Garten", "Die ersten Tulpen blühen. Eine Freundin hat sie fotografiert.", "Bilder"],
    ["fr", "Le printemps au jardin", "Les premières tulipes sont là. Une amie les a prises en photo.", "Photos"],
    ["ja", "庭の春", "最初のチューリップが咲きました。友人が写真を撮ってくれました。", "写真"],
  ];
  for (const note of notes) assert.equal(levelOf(note, "https://go.unknown-page.test/a"), "no-sign", note[0]);
});
