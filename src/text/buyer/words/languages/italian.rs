//! Documents in Italian.

use crate::domain::deposit::PeriodUnit;
use crate::text::buyer::words::phrases::{
    BankWords, ColumnTitles, DueWords, Methods, MilestonePhrases, PageWords, PaperText, PolicyHeadings,
    RowWords, SheetWords, ShippingWords, Statuses, Totals, event, one_of,
};
use crate::text::buyer::words::plural::one_other;

pub(crate) static TEXT: PaperText = PaperText {
    own_name: "Italiano",
    colon: ": ",
    payment_schedule: "Piano dei pagamenti",
    deposit_policy: "Condizioni dell’acconto",
    to: "Spett.le",
    seller: "Venditore",
    buyer: "Acquirente",
    proforma_invoice: "Fattura proforma",
    proforma_date: "Data della proforma",
    product: "Prodotto",
    delivery_terms: "Termini di resa",
    contract_total: "Importo del contratto",
    payment_terms: "Condizioni di pagamento",
    means_of_payment: "Modalità di pagamento",
    currency: "Valuta",
    issued_on: |date| format!("Data di emissione: {date}"),
    rows: RowWords {
        deposit: "Acconto",
        balance: "Saldo",
        deposit_of: |part, parts| format!("Acconto {part} di {parts}"),
        balance_of: |part, parts| format!("Saldo {part} di {parts}"),
        payment: "Pagamento",
        instalment: |part| format!("Pagamento {part}"),
    },
    columns: ColumnTitles {
        number: "N.",
        due: "Scadenza",
        description: "Descrizione",
        share: "Quota",
        amount: "Importo",
        paid: "Pagato",
        status: "Stato",
        balance_after: "Residuo",
    },
    totals: Totals {
        total: "Totale",
        paid: "Totale pagato",
        open: "Da pagare",
        over: "Eccedenza versata",
        bank_fees: "Spese bancarie accettate",
        difference: "Differenza rispetto all’importo del contratto",
    },
    statuses: Statuses {
        paid: "Pagato",
        due: "Scade oggi",
        overdue: "Scaduto",
        part_paid: "Pagato in parte",
        upcoming: "Non ancora scaduto",
    },
    shipping: ShippingWords {
        production_starts: |share| {
            format!(
                "La produzione inizia al ricevimento {}{share} dell’importo del contratto.",
                of_the(share)
            )
        },
        goods_ship_after: |days| {
            format!("La merce viene spedita {} dopo l’inizio della produzione.", span(days, PeriodUnit::Days))
        },
        ship_by: "Spedizione entro",
        last_true_day: "Termine ultimo di ricezione dell’acconto per rispettare la data di spedizione",
    },
    due: DueWords {
        span,
        after: |span, after| format!("{span} {after}"),
        then: ", ",
        end_of_month: "alla fine del mese di tale data",
        day_of_next_month: |day| format!("il giorno {day} del mese successivo a tale data"),
        next_day: |days| {
            format!(
                "il primo giorno {} a partire da tale data",
                one_of(days, |day| day.to_string(), ", ", " o ")
            )
        },
        comma: ", ",
    },
    milestones: MilestonePhrases {
        order_confirmation: event("alla conferma d’ordine", "dopo la conferma d’ordine"),
        production_start: event("all’inizio della produzione", "dopo l’inizio della produzione"),
        goods_ready: event("a merce pronta", "dopo l’approntamento della merce"),
        inspection_passed: event("a ispezione con esito positivo", "dopo l’esito positivo dell’ispezione"),
        shipment: event("alla spedizione", "dopo la spedizione"),
        copy_of_bill_of_lading: event("contro copia del B/L", "dopo il ricevimento della copia del B/L"),
        original_documents: event(
            "contro documenti originali",
            "dopo il ricevimento dei documenti originali",
        ),
        arrival: event("all’arrivo in porto", "dopo l’arrivo in porto"),
        delivery: event("alla consegna", "dopo la consegna"),
        acceptance: event("all’accettazione", "dopo l’accettazione"),
    },
    methods: Methods {
        transfer: "Bonifico bancario (T/T)",
        letter_of_credit_at_sight: "Lettera di credito a vista (L/C)",
        cash_against_documents: "Pagamento contro documenti (CAD)",
    },
    bank: BankWords {
        details: "Coordinate bancarie",
        beneficiary: "Beneficiario",
        bank: "Banca",
        bank_address: "Indirizzo della banca",
        account: "N. di conto / IBAN",
        swift: "SWIFT / BIC",
        remarks: "Osservazioni",
        please_quote: |reference| {
            format!("Vi preghiamo di indicare il riferimento {reference} in ogni pagamento.")
        },
        safety: "Se un messaggio indica altre coordinate bancarie, vi preghiamo di chiamarci prima di pagare a un numero che già conoscete.",
    },
    policy: PolicyHeadings {
        why: "Perché chiediamo un acconto",
        how_much: "Quanto e quando",
        used_for: "A che cosa serve l’acconto",
        protection: "Com’è tutelato il vostro acconto",
        changes: "In caso di modifica o annullamento",
        questions: "Per domande rivolgersi a",
    },
    sheets: SheetWords {
        account_card: "Le nostre coordinate bancarie",
        exact_name: "Indicare il beneficiario esattamente come scritto qui: molte banche confrontano il nome con il numero di conto.",
        never_by_email: "Non modifichiamo mai questi dati per e-mail.",
        approval_sheet: "Ordine da approvare",
        agreed_terms: "Condizioni concordate",
        quantity: "Quantità",
        unit_price: "Prezzo unitario",
        lead_time: "Tempi di produzione in giorni",
        valid_until: "Offerta valida fino al",
        open_questions: "Questioni aperte",
        decision_needed: "Decisione richiesta",
        decision: "Decisione",
        decide_by: "Entro il",
        approve: "Approvare l’ordine a queste condizioni.",
        approve_and_pay: |money| {
            format!("Approvare l’ordine a queste condizioni e disporre il primo pagamento di {money}.")
        },
    },
    page: PageWords {
        page_of: |page, pages| format!("Pagina {page} di {pages}"),
        for_seller: "Per il venditore",
        for_buyer: "Per l’acquirente",
        name_date_signature: "Nome, data, firma",
    },
};

/// The article with `of`, depending on how the number is spoken: `del 30%`, `dell’8%`, `dell’11%`, `dello 0,5%`.
fn of_the(share: &str) -> &'static str {
    let whole: String = share.chars().take_while(char::is_ascii_digit).collect();
    match whole.as_str() {
        "0" => "dello ",
        "1" | "8" | "11" => "dell’",
        eighty if eighty.starts_with('8') && eighty.len() == 2 => "dell’",
        _ => "del ",
    }
}

fn span(count: u32, unit: PeriodUnit) -> String {
    match unit {
        PeriodUnit::Days => one_other(count, "giorno", "giorni"),
        PeriodUnit::Weeks => one_other(count, "settimana", "settimane"),
        PeriodUnit::Months => one_other(count, "mese", "mesi"),
    }
}
