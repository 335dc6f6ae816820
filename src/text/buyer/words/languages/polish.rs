//! Documents in Polish.

use crate::domain::deposit::PeriodUnit;
use crate::text::buyer::words::phrases::{
    BankWords, ColumnTitles, DueWords, Methods, MilestonePhrases, PageWords, PaperText, PolicyHeadings,
    RowWords, ShippingWords, Statuses, Totals, event,
};
use crate::text::buyer::words::plural::polish;

pub(crate) static TEXT: PaperText = PaperText {
    own_name: "Polski",
    colon: ": ",
    payment_schedule: "Harmonogram płatności",
    deposit_policy: "Zasady wpłaty zaliczki",
    to: "Do",
    from: "Od",
    seller: "Sprzedający",
    buyer: "Kupujący",
    proforma_invoice: "Faktura proforma",
    proforma_date: "Data proformy",
    product: "Towar",
    delivery_terms: "Warunki dostawy",
    contract_total: "Wartość kontraktu",
    payment_terms: "Warunki płatności",
    means_of_payment: "Forma płatności",
    currency: "Waluta",
    notes: "Uwagi",
    issued_on: |date| format!("Wystawiono: {date}"),
    rows: RowWords {
        deposit: "Zaliczka",
        balance: "Pozostała kwota",
        deposit_of: |part, parts| format!("Zaliczka {part} z {parts}"),
        balance_of: |part, parts| format!("Pozostała kwota, część {part} z {parts}"),
        payment: "Płatność",
        instalment: |part| format!("Rata {part}"),
    },
    columns: ColumnTitles {
        number: "Lp.",
        due: "Termin",
        description: "Opis",
        share: "Udział",
        amount: "Kwota",
        paid: "Zapłacono",
        status: "Status",
        balance_after: "Pozostaje",
    },
    totals: Totals {
        total: "Razem",
        paid: "Zapłacono",
        open: "Do zapłaty",
        over: "Nadpłata",
        bank_fees: "Uznane opłaty bankowe",
        difference: "Kontrola: wartość kontraktu minus wszystkie płatności (musi być 0)",
    },
    statuses: Statuses {
        paid: "Zapłacone",
        due: "Wymagalne",
        overdue: "Po terminie",
        part_paid: "Zapłacone częściowo",
        upcoming: "Jeszcze niewymagalne",
        in_transit: "Przelew w toku",
    },
    shipping: ShippingWords {
        production_starts: |share| {
            format!("Produkcja rozpoczyna się po otrzymaniu {share} wartości kontraktu.")
        },
        goods_ship_after: |days| {
            format!("Wysyłka towaru: {} po rozpoczęciu produkcji.", span(days, PeriodUnit::Days))
        },
        ship_by: "Wysyłka do",
        last_true_day: "Ostatni dzień wpływu zaliczki pozwalający dotrzymać terminu wysyłki",
    },
    due: DueWords {
        span,
        after: |span, after| format!("{span} {after}"),
        start: event("Data początkowa", "w dniu początkowym", "od daty początkowej"),
        end_of_month: event("Koniec miesiąca", "na koniec miesiąca", "po zakończeniu miesiąca"),
        end_of_next_month: event(
            "Koniec następnego miesiąca",
            "na koniec następnego miesiąca",
            "po zakończeniu następnego miesiąca",
        ),
        end_of_that_month: "na koniec danego miesiąca",
        before_shipment: "przed wysyłką",
        day: |day| format!("{day}."),
        or: " lub ",
        next_day: |days| format!("najbliższego {days} dnia miesiąca"),
        day_of_next_month: |day| format!("{day}. dnia następnego miesiąca"),
        then: ", ",
        comma: ", ",
    },
    milestones: MilestonePhrases {
        order_confirmation: event(
            "Potwierdzenie zamówienia",
            "przy potwierdzeniu zamówienia",
            "po potwierdzeniu zamówienia",
        ),
        production_start: event(
            "Rozpoczęcie produkcji",
            "przy rozpoczęciu produkcji",
            "po rozpoczęciu produkcji",
        ),
        goods_ready: event("Towar gotowy", "gdy towar będzie gotowy", "po przygotowaniu towaru"),
        inspection_passed: event("Inspekcja pozytywna", "po pozytywnej inspekcji", "po pozytywnej inspekcji"),
        shipment: event("Wysyłka", "przy wysyłce", "po wysyłce"),
        copy_of_bill_of_lading: event(
            "Kopia konosamentu (B/L)",
            "za okazaniem kopii B/L",
            "po otrzymaniu kopii B/L",
        ),
        original_documents: event(
            "Oryginały dokumentów",
            "w zamian za oryginały dokumentów",
            "po otrzymaniu oryginałów dokumentów",
        ),
        arrival: event("Przybycie do portu", "po przybyciu do portu", "po przybyciu do portu"),
        delivery: event("Dostawa", "przy dostawie", "po dostawie"),
        acceptance: event("Odbiór", "przy odbiorze", "po odbiorze"),
    },
    methods: Methods {
        transfer: "Przelew bankowy (T/T)",
        letter_of_credit_at_sight: "Akredytywa płatna za okazaniem (L/C)",
        cash_against_documents: "Gotówka za dokumenty (CAD)",
    },
    bank: BankWords {
        details: "Dane bankowe",
        beneficiary: "Odbiorca",
        bank: "Bank",
        bank_address: "Adres banku",
        account: "Nr konta / IBAN",
        swift: "SWIFT / BIC",
        intermediary: "Bank pośredniczący",
        remarks: "Uwagi",
        please_quote: |reference| format!("Prosimy podawać {reference} przy każdej płatności."),
        safety: "W razie otrzymania wiadomości z innymi danymi bankowymi prosimy przed zapłatą zadzwonić do nas pod znany już numer.",
    },
    policy: PolicyHeadings {
        why: "Dlaczego prosimy o zaliczkę",
        how_much: "Ile i kiedy",
        used_for: "Na co przeznaczamy zaliczkę",
        protection: "Jak zaliczka jest zabezpieczona",
        changes: "W razie zmiany lub anulowania zamówienia",
        questions: "Kontakt w razie pytań",
    },
    page: PageWords {
        page_of: |page, pages| format!("Strona {page} z {pages}"),
        continued: "ciąg dalszy",
        for_seller: "W imieniu sprzedającego",
        for_buyer: "W imieniu kupującego",
        name_date_signature: "Imię i nazwisko, data, podpis",
    },
};

fn span(count: u32, unit: PeriodUnit) -> String {
    match unit {
        PeriodUnit::Days => polish(count, ["dzień", "dni", "dni"]),
        PeriodUnit::Weeks => polish(count, ["tydzień", "tygodnie", "tygodni"]),
        PeriodUnit::Months => polish(count, ["miesiąc", "miesiące", "miesięcy"]),
    }
}
