//! Documents in Ukrainian.

use crate::domain::deposit::PeriodUnit;
use crate::text::buyer::words::phrases::{
    BankWords, ColumnTitles, DueWords, Methods, MilestonePhrases, PageWords, PaperText, PolicyHeadings,
    RowWords, ShippingWords, Statuses, Totals, event,
};
use crate::text::buyer::words::plural::east_slavic;

pub(crate) static TEXT: PaperText = PaperText {
    own_name: "Українська",
    colon: ": ",
    payment_schedule: "Графік платежів",
    deposit_policy: "Умови передоплати",
    to: "Кому",
    from: "Від кого",
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
    notes: "Примітки",
    issued_on: |date| format!("Дата складання: {date}"),
    rows: RowWords {
        deposit: "Передоплата",
        balance: "Залишок",
        deposit_of: |part, parts| format!("Передоплата, частина {part} з {parts}"),
        balance_of: |part, parts| format!("Залишок, частина {part} з {parts}"),
        payment: "Платіж",
        instalment: |part| format!("Платіж {part}"),
    },
    columns: ColumnTitles {
        number: "№",
        due: "Термін оплати",
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
        difference: "Перевірка: сума контракту мінус усі платежі (має бути 0)",
    },
    statuses: Statuses {
        paid: "Сплачено",
        due: "Термін настав",
        overdue: "Прострочено",
        part_paid: "Сплачено частково",
        upcoming: "Термін не настав",
        in_transit: "Платіж у дорозі",
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
        start: event("Початкова дата", "у початкову дату", "після початкової дати"),
        end_of_month: event("Кінець місяця", "наприкінці місяця", "після кінця місяця"),
        end_of_next_month: event(
            "Кінець наступного місяця",
            "наприкінці наступного місяця",
            "після кінця наступного місяця",
        ),
        end_of_that_month: "наприкінці того ж місяця",
        before_shipment: "до відвантаження",
        day: |day| format!("{day}-го"),
        or: " або ",
        next_day: |days| format!("найближчого {days} числа"),
        day_of_next_month: |day| format!("{day}-го числа наступного місяця"),
        then: ", ",
        comma: ", ",
    },
    milestones: MilestonePhrases {
        order_confirmation: event(
            "Підтвердження замовлення",
            "на момент підтвердження замовлення",
            "після підтвердження замовлення",
        ),
        production_start: event("Початок виробництва", "на початку виробництва", "після початку виробництва"),
        goods_ready: event("Готовність товару", "після готовності товару", "після готовності товару"),
        inspection_passed: event(
            "Інспекцію пройдено",
            "після проходження інспекції",
            "після проходження інспекції",
        ),
        shipment: event("Відвантаження", "під час відвантаження", "після відвантаження"),
        copy_of_bill_of_lading: event(
            "Копія коносамента (B/L)",
            "проти копії коносамента B/L",
            "після отримання копії коносамента B/L",
        ),
        original_documents: event(
            "Оригінали документів",
            "проти оригіналів документів",
            "після отримання оригіналів документів",
        ),
        arrival: event("Прибуття в порт", "після прибуття в порт", "після прибуття в порт"),
        delivery: event("Доставка", "під час доставки", "після доставки"),
        acceptance: event("Приймання", "під час приймання", "після приймання"),
    },
    methods: Methods {
        transfer: "Банківський переказ (T/T)",
        letter_of_credit_at_sight: "Акредитив з оплатою за пред’явленням (L/C)",
        cash_against_documents: "Платіж проти документів (CAD)",
    },
    bank: BankWords {
        details: "Банківські реквізити",
        beneficiary: "Отримувач",
        bank: "Банк",
        bank_address: "Адреса банку",
        account: "№ рахунку / IBAN",
        swift: "SWIFT / BIC",
        intermediary: "Банк-кореспондент",
        remarks: "Примітки",
        please_quote: |reference| format!("Просимо зазначати {reference} у кожному платежі."),
        safety: "Якщо в повідомленні вказано інші банківські реквізити, до оплати зателефонуйте нам за вже відомим вам номером.",
    },
    policy: PolicyHeadings {
        why: "Чому ми просимо передоплату",
        how_much: "Розмір і терміни",
        used_for: "На що спрямовується передоплата",
        protection: "Як захищена ваша передоплата",
        changes: "У разі зміни або скасування замовлення",
        questions: "Контакт для запитань",
    },
    page: PageWords {
        page_of: |page, pages| format!("Сторінка {page} з {pages}"),
        continued: "продовження",
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
