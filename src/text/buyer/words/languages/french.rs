//! Documents in French.

use crate::domain::deposit::PeriodUnit;
use crate::text::buyer::words::phrases::{
    BankWords, ColumnTitles, DueWords, Methods, MilestonePhrases, PageWords, PaperText, PolicyHeadings,
    RowWords, SheetWords, ShippingWords, Statuses, Totals, event, one_of,
};
use crate::text::buyer::words::plural::up_to_one;

pub(crate) static TEXT: PaperText = PaperText {
    own_name: "Français",
    colon: " : ",
    payment_schedule: "Échéancier de paiement",
    deposit_policy: "Conditions d’acompte",
    to: "Destinataire",
    seller: "Vendeur",
    buyer: "Acheteur",
    proforma_invoice: "Facture proforma",
    proforma_date: "Date de la proforma",
    product: "Produit",
    delivery_terms: "Incoterm",
    contract_total: "Montant du contrat",
    payment_terms: "Conditions de paiement",
    means_of_payment: "Mode de paiement",
    currency: "Devise",
    issued_on: |date| format!("Document établi le {date}"),
    rows: RowWords {
        deposit: "Acompte",
        balance: "Solde",
        deposit_of: |part, parts| format!("Acompte {part} sur {parts}"),
        balance_of: |part, parts| format!("Solde {part} sur {parts}"),
        payment: "Paiement",
        instalment: |part| format!("Versement {part}"),
    },
    columns: ColumnTitles {
        number: "N°",
        due: "Échéance",
        description: "Libellé",
        share: "Part",
        amount: "Montant",
        paid: "Payé",
        status: "Statut",
        balance_after: "Reste dû",
    },
    totals: Totals {
        total: "Total",
        paid: "Total payé",
        open: "Reste à payer",
        over: "Trop-perçu",
        bank_fees: "Frais bancaires acceptés",
        difference: "Écart avec le montant du contrat",
    },
    statuses: Statuses {
        paid: "Payé",
        due: "Exigible",
        overdue: "En retard",
        part_paid: "Partiellement payé",
        upcoming: "À échoir",
    },
    shipping: ShippingWords {
        production_starts: |share| {
            format!("La production commence à réception de {share} du montant du contrat.")
        },
        goods_ship_after: |days| {
            format!(
                "La marchandise est expédiée {} après le début de la production.",
                span(days, PeriodUnit::Days)
            )
        },
        ship_by: "Expédition au plus tard le",
        last_true_day: "Dernier jour de réception de l’acompte pour tenir la date d’expédition",
    },
    due: DueWords {
        span,
        after: |span, after| format!("{span} {after}"),
        then: ", ",
        end_of_month: "à la fin du mois de cette date",
        day_of_next_month: |day| format!("le {} du mois suivant cette date", ordinal(day)),
        next_day: |days| {
            format!("le {} qui suit, cette date incluse", one_of(days, ordinal, ", le ", " ou le "))
        },
        comma: ", ",
    },
    milestones: MilestonePhrases {
        order_confirmation: event("à la confirmation de commande", "après la confirmation de commande"),
        production_start: event("au début de la production", "après le début de la production"),
        goods_ready: event("dès l’avis de marchandise prête", "après l’avis de marchandise prête"),
        inspection_passed: event("après inspection satisfaisante", "après inspection satisfaisante"),
        shipment: event("à l’expédition", "après l’expédition"),
        copy_of_bill_of_lading: event("contre copie du B/L", "après réception de la copie du B/L"),
        original_documents: event("contre documents originaux", "après réception des documents originaux"),
        arrival: event("à l’arrivée au port", "après l’arrivée au port"),
        delivery: event("à la livraison", "après la livraison"),
        acceptance: event("à l’acceptation de la marchandise", "après l’acceptation de la marchandise"),
    },
    methods: Methods {
        transfer: "Virement bancaire (T/T)",
        letter_of_credit_at_sight: "Crédit documentaire à vue (L/C)",
        cash_against_documents: "Paiement contre documents (CAD)",
    },
    bank: BankWords {
        details: "Coordonnées bancaires",
        beneficiary: "Bénéficiaire",
        bank: "Banque",
        bank_address: "Adresse de la banque",
        account: "N° de compte / IBAN",
        swift: "SWIFT / BIC",
        remarks: "Remarques",
        please_quote: |reference| format!("Merci de rappeler la référence {reference} à chaque paiement."),
        safety: "Si un message vous indique d’autres coordonnées bancaires, veuillez nous appeler avant de payer, à un numéro que vous connaissez déjà.",
    },
    policy: PolicyHeadings {
        why: "Pourquoi nous demandons un acompte",
        how_much: "Montant et calendrier",
        used_for: "À quoi sert l’acompte",
        protection: "Comment votre acompte est protégé",
        changes: "En cas de modification ou d’annulation",
        questions: "Votre contact pour toute question",
    },
    sheets: SheetWords {
        account_card: "Nos coordonnées bancaires",
        exact_name: "Veuillez indiquer le bénéficiaire exactement comme il figure ici : de nombreuses banques comparent le nom au numéro de compte.",
        never_by_email: "Nous ne modifions jamais ces coordonnées par e-mail.",
        approval_sheet: "Commande à valider",
        agreed_terms: "Conditions convenues",
        quantity: "Quantité",
        unit_price: "Prix unitaire",
        lead_time: "Délai de fabrication en jours",
        valid_until: "Offre valable jusqu’au",
        open_questions: "Points en suspens",
        decision_needed: "Décision attendue",
        decision: "Décision",
        decide_by: "Date limite",
        approve: "Valider la commande à ces conditions.",
        approve_and_pay: |money| {
            format!("Valider la commande à ces conditions et effectuer le premier paiement de {money}.")
        },
    },
    page: PageWords {
        page_of: |page, pages| format!("Page {page} sur {pages}"),
        for_seller: "Pour le vendeur",
        for_buyer: "Pour l’acheteur",
        name_date_signature: "Nom, date, signature",
    },
};

fn span(count: u32, unit: PeriodUnit) -> String {
    match unit {
        PeriodUnit::Days => up_to_one(count, "jour", "jours"),
        PeriodUnit::Weeks => up_to_one(count, "semaine", "semaines"),
        PeriodUnit::Months => format!("{count} mois"),
    }
}

fn ordinal(day: u8) -> String {
    if day == 1 { "1er".to_owned() } else { day.to_string() }
}
