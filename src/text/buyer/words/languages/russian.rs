//! Documents in Russian.

use crate::domain::deposit::PeriodUnit;
use crate::text::buyer::words::phrases::{
    BankWords, ColumnTitles, DueWords, Methods, MilestonePhrases, PageWords, PaperText, PolicyHeadings,
    RowWords, ShippingWords, Statuses, Totals, event,
};
use crate::text::buyer::words::plural::east_slavic;

pub(crate) static TEXT: PaperText = PaperText {
    own_name: "Русский",
    colon: ": ",
    payment_schedule: "График платежей",
    deposit_policy: "Условия предоплаты",
    to: "Кому",
    from: "От кого",
    seller: "Продавец",
    buyer: "Покупатель",
    proforma_invoice: "Проформа-инвойс",
    proforma_date: "Дата проформы",
    product: "Товар",
    delivery_terms: "Условия поставки",
    contract_total: "Сумма контракта",
    payment_terms: "Условия оплаты",
    means_of_payment: "Форма оплаты",
    currency: "Валюта",
    notes: "Примечания",
    issued_on: |date| format!("Дата составления: {date}"),
    rows: RowWords {
        deposit: "Предоплата",
        balance: "Остаток",
        deposit_of: |part, parts| format!("Предоплата, часть {part} из {parts}"),
        balance_of: |part, parts| format!("Остаток, часть {part} из {parts}"),
        payment: "Платёж",
        instalment: |part| format!("Платёж {part}"),
    },
    columns: ColumnTitles {
        number: "№",
        due: "Срок оплаты",
        description: "Назначение",
        share: "Доля",
        amount: "Сумма",
        paid: "Оплачено",
        status: "Статус",
        balance_after: "Остаток к оплате",
    },
    totals: Totals {
        total: "Итого",
        paid: "Всего оплачено",
        open: "К оплате",
        over: "Переплата",
        bank_fees: "Принятые банковские комиссии",
        difference: "Проверка: сумма контракта минус все платежи (должно быть 0)",
    },
    statuses: Statuses {
        paid: "Оплачено",
        due: "Срок наступил",
        overdue: "Просрочено",
        part_paid: "Оплачено частично",
        upcoming: "Срок не наступил",
        in_transit: "Платёж в пути",
    },
    shipping: ShippingWords {
        production_starts: |share| {
            format!("Производство начинается после получения {share} от суммы контракта.")
        },
        goods_ship_after: |days| {
            format!("Отгрузка: через {} после начала производства.", span(days, PeriodUnit::Days))
        },
        ship_by: "Отгрузка не позднее",
        last_true_day: "Последний день поступления предоплаты для отгрузки в срок",
    },
    due: DueWords {
        span,
        after: |span, after| format!("через {span} {after}"),
        start: event("Начальная дата", "в начальную дату", "после начальной даты"),
        end_of_month: event("Конец месяца", "в конце месяца", "после конца месяца"),
        end_of_next_month: event(
            "Конец следующего месяца",
            "в конце следующего месяца",
            "после конца следующего месяца",
        ),
        end_of_that_month: "в конце того же месяца",
        before_shipment: "до отгрузки",
        day: |day| format!("{day}-го"),
        or: " или ",
        next_day: |days| format!("ближайшего {days} числа"),
        day_of_next_month: |day| format!("{day}-го числа следующего месяца"),
        then: ", ",
        comma: ", ",
    },
    milestones: MilestonePhrases {
        order_confirmation: event(
            "Подтверждение заказа",
            "при подтверждении заказа",
            "после подтверждения заказа",
        ),
        production_start: event("Начало производства", "с началом производства", "после начала производства"),
        goods_ready: event("Готовность товара", "по готовности товара", "после готовности товара"),
        inspection_passed: event(
            "Инспекция пройдена",
            "по прохождении инспекции",
            "после прохождения инспекции",
        ),
        shipment: event("Отгрузка", "при отгрузке", "после отгрузки"),
        copy_of_bill_of_lading: event(
            "Копия коносамента (B/L)",
            "против копии коносамента B/L",
            "после получения копии коносамента B/L",
        ),
        original_documents: event(
            "Оригиналы документов",
            "против оригиналов документов",
            "после получения оригиналов документов",
        ),
        arrival: event("Прибытие в порт", "по прибытии в порт", "после прибытия в порт"),
        delivery: event("Доставка", "при доставке", "после доставки"),
        acceptance: event("Приёмка", "при приёмке", "после приёмки"),
    },
    methods: Methods {
        transfer: "Банковский перевод (T/T)",
        letter_of_credit_at_sight: "Аккредитив с оплатой по предъявлении (L/C)",
        cash_against_documents: "Платёж против документов (CAD)",
    },
    bank: BankWords {
        details: "Банковские реквизиты",
        beneficiary: "Получатель",
        bank: "Банк",
        bank_address: "Адрес банка",
        account: "№ счёта / IBAN",
        swift: "SWIFT / BIC",
        intermediary: "Банк-корреспондент",
        remarks: "Примечания",
        please_quote: |reference| format!("Просим указывать {reference} в каждом платеже."),
        safety: "Если в сообщении указаны другие банковские реквизиты, до оплаты позвоните нам по уже известному вам номеру.",
    },
    policy: PolicyHeadings {
        why: "Почему мы просим внести предоплату",
        how_much: "Размер и сроки",
        used_for: "На что направляется предоплата",
        protection: "Как защищена ваша предоплата",
        changes: "При изменении или отмене заказа",
        questions: "Контакт для вопросов",
    },
    page: PageWords {
        page_of: |page, pages| format!("Страница {page} из {pages}"),
        continued: "продолжение",
        for_seller: "От продавца",
        for_buyer: "От покупателя",
        name_date_signature: "ФИО, дата, подпись",
    },
};

fn span(count: u32, unit: PeriodUnit) -> String {
    match unit {
        PeriodUnit::Days => east_slavic(count, ["день", "дня", "дней"]),
        PeriodUnit::Weeks => east_slavic(count, ["неделю", "недели", "недель"]),
        PeriodUnit::Months => east_slavic(count, ["месяц", "месяца", "месяцев"]),
    }
}
