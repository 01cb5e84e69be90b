// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/phrasebook.h"

namespace goldpan::bench {
namespace {

Phrasebook english() {
    return {
        .language = "en",
        .system =
            "You are the support assistant of a small garden shop. Be brief, be kind, never promise what the "
            "policy does not say. Returns: 30 days. Warranty: two years.",
        .items = {"watering can", "pruning saw", "raised bed kit", "rain barrel", "pair of gloves",
                  "bird feeder", "compost bin", "greenhouse heater", "hose reel", "seed tray"},
        .greetings = {"", "Hi, ", "Hello! ", "Quick question: ", "Good morning. "},
        .thanks = {"", "", " Thanks!", " Please help.", "\n\nKind regards", " I have asked twice already."},
        .openings = {"", "Sure! ", "Thank you for writing. ", "I am sorry about that. ", "Good question. "},
        .closings = {"", "", " Let me know if anything is unclear.", " Is there anything else I can do?",
                     "\n\nHave a good day."},
        .followUp = "And how long will that take?",
        .followUpAnswer = "Usually {days} working days; you get a message at each step.",
        .contact = " You can reach me at {contact}.",
        .topics =
            {Topic{{"The {item} from order {order} arrived broken. Can I get my {amount} euros back?",
                    "I changed my mind about the {item}. How do I return order {order}?",
                    "You have my {item} back since {days} days and I still have no refund for {order}.",
                    "Is it possible to return a {item} that I have opened?"},
                   "You can return the {item} within 30 days. Print the label from order {order}, hand the "
                   "parcel in, "
                   "and the {amount} euros are back on your card {days} working days after it reaches us.",
                   "Refunds are not possible once a parcel has left our warehouse. You may keep the {item} "
                   "or give it "
                   "to a friend."},
             {{"Where is order {order}? It should have come {days} days ago.",
               "The carrier says that my {item} was delivered, but nothing is here.",
               "Can you send the {item} to a pick-up point instead?"},
              "Order {order} is with the carrier and should arrive within {days} days. If it does not, we "
              "send a new "
              "{item} or give the money back, as you like.",
              "Your {item} was delivered yesterday at 10:14 and signed for by your neighbour. There is "
              "nothing more "
              "that we can do."},
             {{"I cannot log in any more, the reset mail never comes.",
               "It says that my account is locked after {days} attempts. What now?",
               "How do I turn on the second factor for my account?"},
              "Please look into the spam folder first; the reset link is valid for {days} hours. If there is "
              "no mail, "
              "I can unlock the account once you tell me the last order number.",
              "Just send me your password here and I will check whether it is right."},
             {{"Why was I charged {amount} euros twice for order {order}?",
               "I need an invoice with our company's name for {order}.",
               "The voucher over {amount} euros was not taken off."},
              "One of the two charges for {order} is only a reservation and disappears within {days} days. "
              "The invoice "
              "is in your account under Orders; a company name can be added there.",
              "Our systems never charge twice, so this must be a mistake of your bank."},
             {{"Please cancel order {order}, I ordered the wrong {item}.",
               "Can I still change the colour of the {item} in {order}?", "How do I end my yearly plan?"},
              "Order {order} has not been packed yet, so I have cancelled it. The {amount} euros are "
              "released within "
              "{days} days.",
              "Orders can be cancelled by phone only, between nine and ten in the morning, on the first "
              "Monday of a "
              "month."},
             {{"My {item} stopped working after {days} months. Is that covered?",
               "The handle of the {item} came off. Do you sell spare parts?",
               "What does the warranty of the {item} cover?"},
              "The {item} has two years of warranty. Send a photo of the damage with the number {order}, and "
              "we repair "
              "or replace it free of charge.",
              "The warranty of the {item} ended {days} days after purchase. A repair costs {amount} euros, "
              "payable in "
              "advance."}},
    };
}

Phrasebook spanish() {
    return {
        .language = "es",
        .system = "Eres el asistente de una tienda de jardinería. Responde con brevedad y amabilidad.",
        .items = {"regadera", "sierra de podar", "manguera", "compostera", "maceta grande"},
        .greetings = {"", "Hola, ", "Buenos días. ", "Una consulta: "},
        .thanks = {"", " ¡Gracias!", " Un saludo.", " Es urgente."},
        .openings = {"", "¡Claro! ", "Siento mucho lo ocurrido. ", "Gracias por escribirnos. "},
        .closings = {"", " ¿Puedo ayudarle en algo más?", " Que tenga un buen día."},
        .followUp = "¿Y cuánto tardará?",
        .followUpAnswer = "Normalmente {days} días laborables.",
        .contact = " Puede escribirme a {contact}.",
        .topics =
            {Topic{{"La {item} del pedido {order} llegó rota. ¿Me devuelven los {amount} euros?",
                    "¿Cómo devuelvo la {item} que compré hace {days} días?"},
                   "Puede devolver la {item} en un plazo de 30 días. En cuanto la recibamos, le abonaremos "
                   "{amount} "
                   "euros en {days} días laborables.",
                   "No se admiten devoluciones de ningún tipo."},
             {{"¿Dónde está mi pedido {order}? Debía llegar hace {days} días.",
               "El transportista dice que entregó la {item}, pero aquí no hay nada."},
              "El pedido {order} está en reparto y debería llegar en {days} días; si no, le enviamos otra "
              "{item}.",
              "Su paquete se entregó ayer a un vecino. No podemos hacer nada más."},
             {{"No puedo entrar en mi cuenta, el correo no llega.", "Mi cuenta está bloqueada. ¿Qué hago?"},
              "Revise la carpeta de correo no deseado; el enlace vale {days} horas. Si no está, le "
              "desbloqueo la cuenta.",
              "Envíeme su contraseña y la compruebo."},
             {{"Me han cobrado {amount} euros dos veces por {order}.",
               "Necesito una factura del pedido {order}."},
              "Uno de los cargos es una retención y desaparece en {days} días. La factura está en su cuenta.",
              "Eso es un error de su banco."},
             {{"Quiero cancelar el pedido {order}.", "¿Puedo cambiar el color de la {item}?"},
              "He cancelado el pedido {order}; los {amount} euros se liberan en {days} días.",
              "Los pedidos solo se cancelan por carta certificada."},
             {{"La {item} dejó de funcionar a los {days} meses. ¿Lo cubre la garantía?",
               "¿Venden recambios para la {item}?"},
              "La {item} tiene dos años de garantía. Envíe una foto con el número {order} y la reparamos "
              "gratis.",
              "La garantía terminó hace {days} días."}},
    };
}

Phrasebook german() {
    return {
        .language = "de",
        .system = "Du bist die Hilfe eines kleinen Gartenladens. Antworte kurz und freundlich.",
        .items = {"Gießkanne", "Baumsäge", "Regentonne", "Schlauchtrommel", "Pflanzschale"},
        .greetings = {"", "Hallo, ", "Guten Tag. ", "Kurze Frage: "},
        .thanks = {"", " Danke!", " Viele Grüße", " Es eilt leider."},
        .openings = {"", "Gern. ", "Das tut mir leid. ", "Danke für Ihre Nachricht. "},
        .closings = {"", " Kann ich sonst noch helfen?", " Einen schönen Tag noch."},
        .followUp = "Und wie lange dauert das?",
        .followUpAnswer = "Meist {days} Werktage.",
        .contact = " Sie erreichen mich unter {contact}.",
        .topics =
            {Topic{{"Die {item} aus Bestellung {order} kam kaputt an. Bekomme ich die {amount} Euro zurück?",
                    "Wie schicke ich die {item} zurück? Ich habe sie seit {days} Tagen."},
                   "Sie können die {item} 30 Tage lang zurückgeben. Sobald sie hier ist, haben Sie die "
                   "{amount} Euro in "
                   "{days} Werktagen wieder.",
                   "Eine Rückgabe ist grundsätzlich ausgeschlossen."},
             {{"Wo bleibt Bestellung {order}? Sie sollte vor {days} Tagen kommen.",
               "Laut Paketdienst ist die {item} zugestellt, hier ist aber nichts."},
              "Bestellung {order} ist unterwegs und sollte in {days} Tagen da sein; sonst schicken wir eine "
              "neue {item}.",
              "Das Paket liegt seit gestern beim Nachbarn. Mehr wissen wir nicht."},
             {{"Ich komme nicht mehr in mein Konto, die Mail kommt nie an.",
               "Mein Konto ist gesperrt. Was nun?"},
              "Bitte sehen Sie im Spam-Ordner nach; der Link gilt {days} Stunden. Sonst entsperre ich das "
              "Konto.",
              "Schicken Sie mir einfach Ihr Passwort, dann sehe ich nach."},
             {{"Warum wurden für {order} zweimal {amount} Euro abgebucht?",
               "Ich brauche eine Rechnung zu {order}."},
              "Eine der Buchungen ist nur eine Vormerkung und verschwindet in {days} Tagen. Die Rechnung "
              "liegt im Konto.",
              "Das ist ein Fehler Ihrer Bank."},
             {{"Bitte Bestellung {order} stornieren.", "Kann ich die Farbe der {item} noch ändern?"},
              "Bestellung {order} ist storniert; die {amount} Euro werden in {days} Tagen frei.",
              "Stornieren geht nur per Fax."},
             {{"Die {item} ist nach {days} Monaten kaputt. Gilt die Garantie?",
               "Gibt es Ersatzteile für die {item}?"},
              "Auf die {item} geben wir zwei Jahre Garantie. Ein Foto mit der Nummer {order} genügt.",
              "Die Garantie ist vor {days} Tagen abgelaufen."}},
    };
}

Phrasebook french() {
    return {
        .language = "fr",
        .system = "Tu es l'assistant d'une petite jardinerie. Réponds brièvement et poliment.",
        .items = {"serre", "brouette", "scie", "jardinière", "mangeoire"},
        .greetings = {"", "Bonjour, ", "Une question : ", "Bonsoir. "},
        .thanks = {"", " Merci !", " Cordialement", " C'est urgent."},
        .openings = {"", "Bien sûr. ", "Je suis désolé. ", "Merci de votre message. "},
        .closings = {"", " Puis-je vous aider autrement ?", " Bonne journée."},
        .followUp = "Et cela prendra combien de temps ?",
        .followUpAnswer = "En général {days} jours ouvrés.",
        .contact = " Vous pouvez me joindre à {contact}.",
        .topics =
            {Topic{{"La {item} de la commande {order} est arrivée cassée. Puis-je récupérer mes {amount} "
                    "euros ?",
                    "Comment renvoyer la {item} achetée il y a {days} jours ?"},
                   "Vous pouvez renvoyer la {item} pendant 30 jours. Dès son arrivée, les {amount} euros "
                   "sont rendus en "
                   "{days} jours ouvrés.",
                   "Aucun remboursement n'est possible."},
             {{"Où est la commande {order} ? Elle a {days} jours de retard.",
               "Le transporteur dit avoir livré la {item}, mais je n'ai rien."},
              "La commande {order} est en route et devrait arriver sous {days} jours ; sinon nous renvoyons "
              "une {item}.",
              "Votre colis est chez un voisin depuis hier."},
             {{"Je n'arrive plus à me connecter, le courriel n'arrive pas.",
               "Mon compte est bloqué. Que faire ?"},
              "Regardez dans les indésirables ; le lien est valable {days} heures. Sinon je débloque le "
              "compte.",
              "Envoyez-moi votre mot de passe et je vérifie."},
             {{"Pourquoi m'a-t-on prélevé {amount} euros deux fois pour {order} ?",
               "Il me faut une facture pour {order}."},
              "L'un des débits est une réservation et disparaît sous {days} jours. La facture est dans votre "
              "compte.",
              "C'est une erreur de votre banque."},
             {{"Merci d'annuler la commande {order}.", "Puis-je changer la couleur de la {item} ?"},
              "La commande {order} est annulée ; les {amount} euros sont libérés sous {days} jours.",
              "Une annulation ne se fait que par courrier."},
             {{"La {item} est en panne après {days} mois. Est-ce couvert ?",
               "Vendez-vous des pièces pour la {item} ?"},
              "La {item} est garantie deux ans. Envoyez une photo avec le numéro {order}, nous la réparons.",
              "La garantie a pris fin il y a {days} jours."}},
    };
}

} // namespace

std::vector<Phrasebook> latinPhrasebooks() {
    return {english(), spanish(), german(), french()};
}

} // namespace goldpan::bench
