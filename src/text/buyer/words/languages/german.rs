//! Documents in German.

use crate::domain::deposit::PeriodUnit;
use crate::text::buyer::words::phrases::{
    BankWords, ColumnTitles, DueWords, Methods, MilestonePhrases, PageWords, PaperText, PolicyHeadings,
    RowWords, SheetWords, ShippingWords, Statuses, Totals, event, one_of,
};
use crate::text::buyer::words::plural::one_other;

pub(crate) static TEXT: PaperText = PaperText {
    own_name: "Deutsch",
    colon: ": ",
    payment_schedule: "Zahlungsplan",
    deposit_policy: "Anzahlungsregelung",
    to: "An",
    seller: "Verkäufer",
    buyer: "Käufer",
    proforma_invoice: "Proformarechnung",
    proforma_date: "Datum der Proformarechnung",
    product: "Ware",
    delivery_terms: "Lieferbedingungen",
    contract_total: "Auftragssumme",
    payment_terms: "Zahlungsbedingungen",
    means_of_payment: "Zahlungsart",
    currency: "Währung",
    issued_on: |date| format!("Ausgestellt am {date}"),
    rows: RowWords {
        deposit: "Anzahlung",
        balance: "Restzahlung",
        deposit_of: |part, parts| format!("Anzahlung {part} von {parts}"),
        balance_of: |part, parts| format!("Restzahlung {part} von {parts}"),
        payment: "Zahlung",
        instalment: |part| format!("Rate {part}"),
    },
    columns: ColumnTitles {
        number: "Nr.",
        due: "Fälligkeit",
        description: "Bezeichnung",
        share: "Anteil",
        amount: "Betrag",
        paid: "Bezahlt",
        status: "Status",
        balance_after: "Danach offen",
    },
    totals: Totals {
        total: "Summe",
        paid: "Bezahlt",
        open: "Noch offen",
        over: "Überzahlung",
        bank_fees: "Anerkannte Bankspesen",
        difference: "Differenz zur Auftragssumme",
    },
    statuses: Statuses {
        paid: "Bezahlt",
        due: "Fällig",
        overdue: "Überfällig",
        part_paid: "Teilweise bezahlt",
        upcoming: "Noch nicht fällig",
    },
    // Letters of credit say Verladung for every means of transport; Versand is also the way out of the factory.
    shipping: ShippingWords {
        production_starts: |share| {
            format!("Die Produktion beginnt nach Eingang von {share} der Auftragssumme.")
        },
        goods_ship_after: |days| {
            format!("Die Ware wird {} nach Produktionsbeginn verladen.", span(days, PeriodUnit::Days))
        },
        ship_by: "Verladung bis",
        last_true_day: "Spätester Eingang der Anzahlung zur Einhaltung des Verladetermins",
    },
    due: DueWords {
        span,
        after: |span, after| format!("{span} {after}"),
        then: ", ",
        end_of_month: "am Ende des Monats, in den dieser Tag fällt",
        day_of_next_month: |day| format!("am {day}. des auf diesen Tag folgenden Monats"),
        next_day: |days| {
            format!("am nächsten {} ab diesem Tag", one_of(days, |day| format!("{day}."), ", ", " oder "))
        },
        comma: ", ",
    },
    milestones: MilestonePhrases {
        order_confirmation: event("bei Auftragsbestätigung", "nach Auftragsbestätigung"),
        production_start: event("bei Produktionsbeginn", "nach Produktionsbeginn"),
        goods_ready: event("bei Fertigstellung der Ware", "nach Fertigstellung der Ware"),
        inspection_passed: event("nach bestandener Inspektion", "nach bestandener Inspektion"),
        shipment: event("bei Verladung", "nach Verladung"),
        copy_of_bill_of_lading: event("gegen B/L-Kopie", "nach Erhalt der B/L-Kopie"),
        original_documents: event("gegen Originaldokumente", "nach Erhalt der Originaldokumente"),
        arrival: event("bei Ankunft im Hafen", "nach Ankunft im Hafen"),
        delivery: event("bei Lieferung", "nach Lieferung"),
        acceptance: event("bei Abnahme", "nach Abnahme"),
    },
    methods: Methods {
        transfer: "Banküberweisung (T/T)",
        letter_of_credit_at_sight: "Sichtakkreditiv (L/C)",
        cash_against_documents: "Kasse gegen Dokumente (CAD)",
    },
    bank: BankWords {
        details: "Bankverbindung",
        beneficiary: "Zahlungsempfänger",
        bank: "Bank",
        bank_address: "Anschrift der Bank",
        account: "Kontonummer / IBAN",
        swift: "SWIFT / BIC",
        remarks: "Bemerkungen",
        please_quote: |reference| format!("Bitte geben Sie bei jeder Zahlung die Referenz {reference} an."),
        safety: "Wird Ihnen in einer Nachricht eine andere Bankverbindung genannt, rufen Sie uns bitte vor der Zahlung unter einer Ihnen bereits bekannten Nummer an.",
    },
    policy: PolicyHeadings {
        why: "Warum wir um eine Anzahlung bitten",
        how_much: "Höhe und Zeitpunkt",
        used_for: "Wofür die Anzahlung verwendet wird",
        protection: "Wie Ihre Anzahlung abgesichert ist",
        changes: "Bei Änderung oder Stornierung des Auftrags",
        questions: "Ihr Ansprechpartner bei Fragen",
    },
    sheets: SheetWords {
        account_card: "Unsere Bankverbindung",
        exact_name: "Bitte geben Sie den Zahlungsempfänger genau so an, wie er hier steht: Viele Banken gleichen den Namen mit der Kontonummer ab.",
        never_by_email: "Wir ändern diese Angaben niemals per E-Mail.",
        approval_sheet: "Auftrag zur Freigabe",
        agreed_terms: "Vereinbarte Bedingungen",
        quantity: "Menge",
        unit_price: "Stückpreis",
        lead_time: "Lieferzeit in Tagen",
        valid_until: "Angebot gültig bis",
        open_questions: "Offene Fragen",
        decision_needed: "Benötigte Entscheidung",
        decision: "Entscheidung",
        decide_by: "Benötigt bis",
        approve: "Den Auftrag zu diesen Bedingungen freigeben.",
        approve_and_pay: |money| {
            format!("Den Auftrag zu diesen Bedingungen freigeben und die erste Zahlung von {money} anweisen.")
        },
    },
    page: PageWords {
        page_of: |page, pages| format!("Seite {page} von {pages}"),
        for_seller: "Für den Verkäufer",
        for_buyer: "Für den Käufer",
        name_date_signature: "Name, Datum, Unterschrift",
    },
};

fn span(count: u32, unit: PeriodUnit) -> String {
    match unit {
        PeriodUnit::Days => one_other(count, "Tag", "Tage"),
        PeriodUnit::Weeks => one_other(count, "Woche", "Wochen"),
        PeriodUnit::Months => one_other(count, "Monat", "Monate"),
    }
}
