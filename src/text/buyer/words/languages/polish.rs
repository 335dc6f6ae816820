//! Documents in Polish.

use crate::domain::deposit::PeriodUnit;
use crate::text::buyer::words::phrases::{
    BankWords, ColumnTitles, DueWords, Methods, MilestonePhrases, PageWords, PaperText, PolicyHeadings,
    RowWords, SheetWords, ShippingWords, Statuses, Totals, event, one_of,
};
use crate::text::buyer::words::plural::polish;

pub(crate) static TEXT: PaperText = PaperText {
    own_name: "Polski",
    colon: ": ",
    payment_schedule: "Harmonogram płatności",
    deposit_policy: "Zasady wpłaty zaliczki",
    to: "Do",
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
    issued_on: |date| format!("Wystawiono: {date}"),
    rows: RowWords {
        deposit: "Zaliczka",
        balance: "Płatność końcowa",
        deposit_of: |part, parts| format!("Zaliczka {part} z {parts}"),
        balance_of: |part, parts| format!("Płatność końcowa {part} z {parts}"),
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
        balance_after: "Pozostaje do zapłaty",
    },
    totals: Totals {
        total: "Razem",
        paid: "Zapłacono",
        open: "Do zapłaty",
        over: "Nadpłata",
        bank_fees: "Zaakceptowane koszty bankowe",
        difference: "Różnica względem wartości kontraktu",
    },
    statuses: Statuses {
        paid: "Zapłacono",
        due: "Do zapłaty",
        overdue: "Po terminie",
        part_paid: "Zapłacono częściowo",
        upcoming: "Przed terminem",
    },
    shipping: ShippingWords {
        production_starts: |share| {
            format!("Produkcja rozpoczyna się po otrzymaniu {share} wartości kontraktu.")
        },
        goods_ship_after: |days| {
            format!("Wysyłka towaru: {} po rozpoczęciu produkcji.", span(days, PeriodUnit::Days))
        },
        ship_by: "Wysyłka do",
        last_true_day: "Zaliczka musi wpłynąć do (aby dotrzymać terminu wysyłki)",
    },
    due: DueWords {
        span,
        after: |span, after| format!("{span} {after}"),
        then: ", ",
        end_of_month: "na koniec miesiąca, w którym przypada ten dzień",
        day_of_next_month: |day| format!("{day}. dnia miesiąca następującego po tym dniu"),
        next_day: |days| {
            format!(
                "najbliższego {} dnia miesiąca, licząc od tego dnia",
                one_of(days, |day| format!("{day}."), ", ", " lub ")
            )
        },
        comma: ", ",
    },
    milestones: MilestonePhrases {
        order_confirmation: event("przy potwierdzeniu zamówienia", "po potwierdzeniu zamówienia"),
        production_start: event("przy rozpoczęciu produkcji", "po rozpoczęciu produkcji"),
        goods_ready: event("gdy towar będzie gotowy", "po przygotowaniu towaru"),
        inspection_passed: event("po pozytywnym wyniku inspekcji", "po pozytywnym wyniku inspekcji"),
        shipment: event("przy wysyłce", "po wysyłce"),
        copy_of_bill_of_lading: event("za okazaniem kopii B/L", "po otrzymaniu kopii B/L"),
        original_documents: event(
            "za okazaniem oryginałów dokumentów",
            "po otrzymaniu oryginałów dokumentów",
        ),
        arrival: event("po przybyciu do portu", "po przybyciu do portu"),
        delivery: event("przy dostawie", "po dostawie"),
        acceptance: event("przy odbiorze", "po odbiorze"),
    },
    methods: Methods {
        transfer: "Przelew bankowy (T/T)",
        letter_of_credit_at_sight: "Akredytywa płatna za okazaniem (L/C)",
        cash_against_documents: "Dokumenty za zapłatą (CAD)",
    },
    bank: BankWords {
        details: "Dane bankowe",
        beneficiary: "Odbiorca",
        bank: "Bank",
        bank_address: "Adres banku",
        account: "Nr konta / IBAN",
        swift: "SWIFT / BIC",
        remarks: "Uwagi",
        please_quote: |reference| format!("Prosimy podawać {reference} przy każdej płatności."),
        safety: "W razie otrzymania wiadomości z innymi danymi bankowymi prosimy przed zapłatą zadzwonić do nas pod numer, który już Państwo znają.",
    },
    policy: PolicyHeadings {
        why: "Dlaczego prosimy o zaliczkę",
        how_much: "Ile i kiedy",
        used_for: "Na co przeznaczamy zaliczkę",
        protection: "Jak zaliczka jest zabezpieczona",
        changes: "W razie zmiany lub anulowania zamówienia",
        questions: "Kontakt w razie pytań",
    },
    sheets: SheetWords {
        account_card: "Nasze dane bankowe",
        exact_name: "Prosimy podać odbiorcę dokładnie tak, jak zapisano tutaj: wiele banków porównuje nazwę z numerem rachunku.",
        never_by_email: "Nigdy nie zmieniamy tych danych pocztą elektroniczną.",
        approval_sheet: "Zamówienie do zatwierdzenia",
        agreed_terms: "Uzgodnione warunki",
        quantity: "Ilość",
        unit_price: "Cena jednostkowa",
        lead_time: "Czas realizacji w dniach",
        valid_until: "Oferta ważna do",
        open_questions: "Kwestie otwarte",
        decision_needed: "Potrzebna decyzja",
        decision: "Decyzja",
        decide_by: "Termin decyzji",
        approve: "Zatwierdzić zamówienie na tych warunkach.",
        approve_and_pay: |money| {
            format!("Zatwierdzić zamówienie na tych warunkach i zlecić pierwszą płatność: {money}.")
        },
    },
    page: PageWords {
        page_of: |page, pages| format!("Strona {page} z {pages}"),
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
