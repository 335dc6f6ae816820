//! Documents in Ukrainian.

use crate::domain::deposit::PeriodUnit;
use crate::text::buyer::words::phrases::{
    BankWords, ColumnTitles, DueWords, Methods, MilestonePhrases, PageWords, PaperText, PolicyHeadings,
    RowWords, SheetWords, ShippingWords, Statuses, Totals, event, one_of,
};
use crate::text::buyer::words::plural::east_slavic;

pub(crate) static TEXT: PaperText = PaperText {
    own_name: "Українська",
    colon: ": ",
    payment_schedule: "Графік платежів",
    deposit_policy: "Умови передоплати",
    to: "Покупець",
    seller: "Продавець",
    buyer: "Покупець",
    proforma_invoice: "Проформа-інвойс",
    proforma_date: "Дата проформи",
    product: "Товар",
    delivery_terms: "Умови поставки",
    contract_total: "Сума контракту",
    payment_terms: "Умови оплати",
    means_of_payment: "Форма оплати",
    currency: "Валюта",
    issued_on: |date| format!("Дата складання: {date}"),
    rows: RowWords {
        deposit: "Передоплата",
        balance: "Остаточний платіж",
        deposit_of: |part, parts| format!("Передоплата, частина {part} з {parts}"),
        balance_of: |part, parts| format!("Остаточний платіж {part} з {parts}"),
        payment: "Платіж",
        instalment: |part| format!("Платіж {part}"),
    },
    columns: ColumnTitles {
        number: "№",
        due: "Строк оплати",
        description: "Призначення",
        share: "Частка",
        amount: "Сума",
        paid: "Сплачено",
        status: "Статус",
        balance_after: "Залишок до сплати",
    },
    totals: Totals {
        total: "Разом",
        paid: "Усього сплачено",
        open: "До сплати",
        over: "Переплата",
        bank_fees: "Прийняті банківські комісії",
        difference: "Розбіжність із сумою контракту",
    },
    statuses: Statuses {
        paid: "Сплачено",
        due: "Строк настав",
        overdue: "Прострочено",
        part_paid: "Сплачено частково",
        upcoming: "Строк не настав",
    },
    shipping: ShippingWords {
        production_starts: |share| {
            format!("Виробництво починається після отримання {share} від суми контракту.")
        },
        goods_ship_after: |days| {
            format!("Відвантаження: через {} після початку виробництва.", span(days, PeriodUnit::Days))
        },
        ship_by: "Відвантаження не пізніше",
        last_true_day: "Останній день надходження передоплати для вчасного відвантаження",
    },
    due: DueWords {
        span,
        after: |span, after| format!("через {span} {after}"),
        then: ", ",
        end_of_month: "наприкінці місяця, на який припадає цей день",
        day_of_next_month: |day| format!("{day}-го числа місяця, наступного за цим днем"),
        next_day: |days| {
            format!(
                "найближчого {} числа починаючи з цього дня",
                one_of(days, |day| format!("{day}-го"), ", ", " або ")
            )
        },
        comma: ", ",
    },
    milestones: MilestonePhrases {
        order_confirmation: event("на момент підтвердження замовлення", "після підтвердження замовлення"),
        production_start: event("на початку виробництва", "після початку виробництва"),
        goods_ready: event("після готовності товару", "після готовності товару"),
        inspection_passed: event("після проходження інспекції", "після проходження інспекції"),
        shipment: event("під час відвантаження", "після відвантаження"),
        copy_of_bill_of_lading: event(
            "за пред’явленням копії коносамента B/L",
            "після отримання копії коносамента B/L",
        ),
        original_documents: event(
            "за поданням оригіналів документів",
            "після отримання оригіналів документів",
        ),
        arrival: event("після прибуття до порту", "після прибуття до порту"),
        delivery: event("у момент поставки", "після поставки"),
        acceptance: event("під час приймання", "після приймання"),
    },
    methods: Methods {
        transfer: "Банківський переказ (T/T)",
        letter_of_credit_at_sight: "Акредитив з оплатою за пред’явленням (L/C)",
        cash_against_documents: "Оплата за поданням документів (CAD)",
    },
    bank: BankWords {
        details: "Банківські реквізити",
        beneficiary: "Отримувач",
        bank: "Банк",
        bank_address: "Адреса банку",
        account: "№ рахунку / IBAN",
        swift: "SWIFT / BIC",
        remarks: "Примітки",
        please_quote: |reference| format!("Просимо зазначати {reference} у кожному платежі."),
        safety: "Якщо в повідомленні вказано інші банківські реквізити, просимо перед оплатою зателефонувати нам за вже відомим Вам номером.",
    },
    policy: PolicyHeadings {
        why: "Чому ми просимо про передоплату",
        how_much: "Розмір і строки",
        used_for: "На що спрямовується передоплата",
        protection: "Як захищена Ваша передоплата",
        changes: "У разі зміни або скасування замовлення",
        questions: "З питань звертайтеся до",
    },
    sheets: SheetWords {
        account_card: "Наші банківські реквізити",
        exact_name: "Укажіть отримувача точно так, як написано тут: багато банків звіряють назву з номером рахунку.",
        never_by_email: "Ми ніколи не змінюємо ці реквізити електронною поштою.",
        approval_sheet: "Замовлення на затвердження",
        agreed_terms: "Погоджені умови",
        quantity: "Кількість",
        unit_price: "Ціна за одиницю",
        lead_time: "Строк виготовлення в днях",
        valid_until: "Пропозиція дійсна до",
        open_questions: "Відкриті питання",
        decision_needed: "Потрібне рішення",
        decision: "Рішення",
        decide_by: "Рішення потрібне до",
        approve: "Затвердити замовлення на цих умовах.",
        approve_and_pay: |money| {
            format!("Затвердити замовлення на цих умовах і здійснити перший платіж: {money}.")
        },
    },
    page: PageWords {
        page_of: |page, pages| format!("Сторінка {page} з {pages}"),
        for_seller: "Від продавця",
        for_buyer: "Від покупця",
        name_date_signature: "ПІБ, дата, підпис",
    },
};

fn span(count: u32, unit: PeriodUnit) -> String {
    match unit {
        PeriodUnit::Days => east_slavic(count, ["день", "дні", "днів"]),
        PeriodUnit::Weeks => east_slavic(count, ["тиждень", "тижні", "тижнів"]),
        PeriodUnit::Months => east_slavic(count, ["місяць", "місяці", "місяців"]),
    }
}
